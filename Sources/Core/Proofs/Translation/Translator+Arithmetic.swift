import CEL

extension Translator {
  /// `-operand`; nil where it is not understood.
  mutating func negated(_ operand: Expression) -> [Case]? {
    let type = expression.type(of: operand.id)
    return cases(operand)?.mapped { term in
      switch term {
      case .number(let number): checked(Linear(0).minus(number), type).map { .number($0) }
      case .double(let double): .double(-double)
      default: nil
      }
    }
  }

  /// A sum, difference, product or quotient; nil where it is not understood.
  mutating func arithmetic(
    _ node: Expression, _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> [Case]? {
    let isMoney = expression.type(of: left.id) == .money || expression.type(of: right.id) == .money
    guard let first = operand(left, isMoney), let second = operand(right, isMoney),
      first.count * second.count <= Self.caseLimit
    else { return nil }
    let type = isMoney ? .money : expression.type(of: left.id)
    if type == .int, operation == .divide || operation == .remainder { return divided(node, first, second) }
    var all: [Case] = []
    for left in first {
      for right in second {
        guard let term = applied(operation, left.term, right.term, type) else { return nil }
        all.append(Case(when: left.when && right.when, term: term))
      }
    }
    return all
  }

  /// A quotient or rest of whole numbers: it is there unless the divisor is zero, and is not understood.
  private mutating func divided(_ node: Expression, _ dividends: [Case], _ divisors: [Case]) -> [Case]? {
    var works: [Formula] = []
    for dividend in dividends {
      for divisor in divisors {
        // The least whole number divided by -1 is too large: such operands are not looked into.
        guard case .number(let first) = dividend.term, case .number(let second) = divisor.term,
          let range = first.range(variables.domains), range.lowerBound > Self.int64.lowerBound,
          let isZero = second.compared(.equal, Linear(0), &variables)
        else { return nil }
        works.append(dividend.when && divisor.when && !isZero)
      }
    }
    return unread(node, canFail: false)?.map { Case(when: .any(of: works) && $0.when, term: $0.term) }
  }

  private mutating func operand(_ node: Expression, _ isMoney: Bool) -> [Case]? {
    if isMoney, let decimal = node.literal?.decimal {
      return [Case(when: .yes, term: .number(Linear(decimal)))]
    }
    return cases(node)
  }

  private func applied(
    _ operation: BinaryOperator, _ left: Term, _ right: Term, _ type: CELType
  ) -> Term? {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      let result: Linear? =
        switch operation {
        case .add: left.plus(right)
        case .subtract: left.minus(right)
        case .multiply: right.fixed.flatMap { left.times($0) } ?? left.fixed.flatMap { right.times($0) }
        default: nil
        }
      return checked(result, type).map { .number($0) }
    case (.double(let left), .double(let right)):
      switch operation {
      case .add: return .double(left + right)
      case .subtract: return .double(left - right)
      case .multiply: return .double(left * right)
      case .divide: return .double(left / right)
      default: return nil
      }
    default: return nil
    }
  }

  /// The number, where every value that it can have is one of its type: else it may overflow.
  func checked(_ number: Linear?, _ type: CELType) -> Linear? {
    guard let number, let range = number.range(variables.domains) else { return nil }
    switch type {
    case .int: return Self.int64.contains(range) ? number : nil
    // A day plus a number of days, or a difference of two days, which is a number.
    case .date, .dateSpan: return Self.dates.contains(range) ? number : nil
    case .money: return number
    default: return nil
    }
  }
}

extension [Case] {
  /// The same cases with other terms; nil where one has none.
  func mapped(_ change: (Term) -> Term?) -> [Case]? {
    var all: [Case] = []
    for part in self {
      guard let term = change(part.term) else { return nil }
      all.append(Case(when: part.when, term: term))
    }
    return all
  }
}

extension ClosedRange<Whole> {
  fileprivate func contains(_ other: ClosedRange<Whole>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
