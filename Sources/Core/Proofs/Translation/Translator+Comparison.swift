import CEL

extension Translator {
  /// When a comparison holds and fails; nil where it is not understood.
  mutating func compared(_ comparison: Comparison, _ left: Expression, _ right: Expression) -> Truth? {
    guard let left = exact(left, beside: right), let right = exact(right, beside: left.node) else {
      return nil
    }
    guard left.cases.count * right.cases.count <= Self.caseLimit else { return nil }
    return compared(comparison, left.cases, right.cases)
  }

  /// The cases of one side; a literal with decimals beside money is that exact decimal.
  private mutating func exact(
    _ node: Expression, beside other: Expression
  ) -> (node: Expression, cases: [Case])? {
    if expression.type(of: other.id) == .money, let decimal = node.literal?.decimal {
      return (node, [Case(when: .yes, term: .number(Linear(decimal)))])
    }
    return cases(node).map { (node, $0) }
  }

  mutating func compared(_ comparison: Comparison, _ left: [Case], _ right: [Case]) -> Truth? {
    var all: [(Formula, Truth)] = []
    for first in left {
      for second in right {
        let both = first.when && second.when
        if case .no = both { continue }
        guard let truth = compared(comparison, first.term, second.term) else { return nil }
        all.append((both, truth))
      }
    }
    return Truth(cases: all)
  }

  /// When two terms compare so; nil where that is not understood.
  private mutating func compared(_ comparison: Comparison, _ left: Term, _ right: Term) -> Truth? {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      return left.compared(comparison, right, &variables).map { Truth($0) }
    case (.number(let number), .double(let double)): return compared(comparison, number, double)
    case (.double(let double), .number(let number)): return compared(comparison.swapped, number, double)
    case (.double(let left), .double(let right)):
      // NaN is neither below nor above anything, and differs from everything.
      return .known(comparison.holds(left, right))
    case (.ordered(let place, let isNumber), .double(let double)):
      return compared(comparison, place, isNumber, double)
    case (.double(let double), .ordered(let place, let isNumber)):
      return compared(comparison.swapped, place, isNumber, double)
    case (.ordered(let place, let isNumber), .number(let number)):
      guard let double = number.wholeDouble else { return nil }
      return compared(comparison, place, isNumber, double)
    case (.number(let number), .ordered(let place, let isNumber)):
      guard let double = number.wholeDouble else { return nil }
      return compared(comparison.swapped, place, isNumber, double)
    case (.ordered(let left, let isLeft), .ordered(let right, let isRight)):
      let formula = Linear(variable: left).compared(comparison, Linear(variable: right), &variables)
      return formula.map { numeric($0, comparison, isLeft && isRight) }
    case (.text(let left), .text(let right)):
      let (left, right) = (order.place(of: left), order.place(of: right))
      guard let left, let right else { return nil }
      return .known(comparison.holds(left, right))
    case (.named(let place), .text(let text)): return compared(comparison, place, text)
    case (.text(let text), .named(let place)): return compared(comparison.swapped, place, text)
    case (.named(let left), .named(let right)) where left == right: return .known(comparison.holds(0, 0))
    case (.truth(let left), .truth(let right)) where comparison == .equal || comparison == .notEqual:
      let equal = Truth(
        holds: left.holds && right.holds || left.fails && right.fails,
        fails: left.holds && right.fails || left.fails && right.holds, breaks: left.breaks || right.breaks)
      return comparison == .equal ? equal : !equal
    case (.null, .null): return equality(comparison, true)
    case (.null, _), (_, .null): return equality(comparison, false)
    default: return nil
    }
  }

  /// Null is equal to null alone, and has no order.
  private func equality(_ comparison: Comparison, _ isEqual: Bool) -> Truth? {
    switch comparison {
    case .equal: .known(isEqual)
    case .notEqual: .known(!isEqual)
    // Such a condition has no value: neither statement ever holds.
    case .less, .lessOrEqual, .greater, .greaterOrEqual: Truth(holds: .no, fails: .no, breaks: .yes)
    }
  }

  /// A whole number or an amount compared with a double that is known.
  private mutating func compared(_ comparison: Comparison, _ number: Linear, _ double: Double) -> Truth? {
    if double.isNaN { return .known(comparison == .notEqual) }
    // Beyond 2^53 whole numbers are rounded before they are compared.
    guard let range = number.range(variables.domains), number.scale > 0 || range.isExactInDoubles,
      let decimal = Decimal(shortest: double)
    else { return nil }
    return number.compared(comparison, Linear(decimal), &variables).map { Truth($0) }
  }

  private mutating func compared(
    _ comparison: Comparison, _ place: Int, _ isNumber: Formula, _ double: Double
  ) -> Truth? {
    if double.isNaN { return .known(comparison == .notEqual) }
    let formula = Linear(variable: place).compared(
      comparison, Linear(DoubleOrder.place(of: double)), &variables)
    return formula.map { numeric($0, comparison, isNumber) }
  }

  /// A comparison of doubles that holds only, or of `!=` also, where they are numbers.
  private func numeric(_ formula: Formula, _ comparison: Comparison, _ areNumbers: Formula) -> Truth {
    comparison == .notEqual
      ? !Truth(areNumbers && !formula) : Truth(areNumbers && formula)
  }

  private mutating func compared(_ comparison: Comparison, _ place: Int, _ text: String) -> Truth? {
    guard let named = order.place(of: text) else { return nil }
    return Linear(variable: place).compared(comparison, Linear(named), &variables).map { Truth($0) }
  }

  /// `element in container`.
  mutating func membership(_ element: Expression, _ container: Expression) -> Truth? {
    guard let elements = cases(element), let containers = cases(container), containers.count == 1 else {
      return nil
    }
    let isThere = containers[0].when
    switch containers[0].term {
    case .list(let others):
      var truth = Truth.known(false)
      // The list is made before it is searched, so all of it has to have a value.
      var works = isThere && .any(of: elements.map(\.when))
      for other in others {
        works = works && .any(of: other.map(\.when))
        guard let equal = compared(.equal, elements, other) else { return nil }
        truth = truth || equal
      }
      return truth.given(works)
    case .tags(let slot): return contains(elements, isThere) { .contains(slot, $0) }
    case .map(let slot): return contains(elements, isThere) { .hasKey(slot, $0) }
    default: return nil
    }
  }

  /// Whether a fact contains one of a few texts, each with when it is that text.
  private mutating func contains(
    _ elements: [Case], _ isThere: Formula, _ meaning: (String) -> Meaning
  ) -> Truth? {
    var all: [(Formula, Truth)] = []
    for element in elements {
      guard case .text(let text) = element.term else { return nil }
      let variable = variables.variable(meaning(text), .truth)
      all.append((isThere && element.when, Truth(.atom(.equal(variable, 1)))))
    }
    return Truth(cases: all)
  }

  /// `has(operand)`.
  mutating func presence(_ operand: Expression) -> Truth? {
    if case .key(let key) = expression.reference(of: operand.id), case .select(let map, _) = operand.kind {
      guard let maps = cases(map), maps.count == 1, case .map(let slot) = maps[0].term else { return nil }
      return Truth(.atom(.equal(variables.variable(.hasKey(slot, key), .truth), 1))).given(maps[0].when)
    }
    guard let cases = cases(operand) else { return nil }
    return Truth(
      cases: cases.map { part in
        switch part.term {
        case .null, .optional(nil): (part.when, .known(false))
        default: (part.when, .known(true))
        }
      })
  }
}

extension Linear {
  /// The double that it is where it is known, whole, and a double without rounding.
  fileprivate var wholeDouble: Double? {
    guard let fixed, fixed.scale == 0, (fixed.mantissa...fixed.mantissa).isExactInDoubles else { return nil }
    return Double(fixed.mantissa)
  }
}

extension ClosedRange<Whole> {
  /// Whether every whole number of the range is a double.
  fileprivate var isExactInDoubles: Bool {
    lowerBound >= -9_007_199_254_740_992 && upperBound <= 9_007_199_254_740_992
  }
}
