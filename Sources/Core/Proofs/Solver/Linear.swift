import CEL

/// A number that hangs on variables in a straight line: `(constant + Σ factor × variable) ÷ 10^scale`.
struct Linear: Hashable {
  /// By variable, no factor zero.
  private(set) var terms: [Sum.Term]
  private(set) var constant: Whole
  /// Digits behind the point in which it is counted.
  private(set) var scale: Int

  init(_ constant: Whole, scale: Int = 0) {
    terms = []
    self.constant = constant
    self.scale = scale
  }

  init(variable: Int, scale: Int = 0) {
    terms = [Sum.Term(variable: variable, factor: 1)]
    constant = 0
    self.scale = scale
  }

  init(_ decimal: Decimal) { self.init(decimal.mantissa, scale: Int(decimal.scale)) }

  private init(_ terms: [Sum.Term], _ constant: Whole, _ scale: Int) {
    self.terms = terms
    self.constant = constant
    self.scale = scale
  }

  /// The number itself where it hangs on nothing.
  var fixed: Decimal? {
    guard terms.isEmpty, let scale = UInt8(exactly: scale) else { return nil }
    return Decimal(mantissa: constant, scale: scale)
  }

  /// Factors, constants and bounds stay below this, so that sums of them stay far from overflowing.
  private static let limit: Whole = 1_000_000_000_000_000_000_000_000_000_000

  private static func product(_ left: Whole, _ right: Whole) -> Whole? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow || abs(product) > limit ? nil : product
  }

  /// The same number, counted in more digits; nil where the numbers grow too large.
  private func scaled(to wanted: Int) -> Linear? {
    guard wanted != scale else { return self }
    guard wanted - scale <= 30 else { return nil }
    var factor: Whole = 1
    for _ in scale..<wanted { factor *= 10 }
    return times(factor).map { Linear($0.terms, $0.constant, wanted) }
  }

  private func times(_ factor: Whole) -> Linear? {
    guard factor != 0 else { return Linear(0, scale: scale) }
    guard let constant = Linear.product(constant, factor) else { return nil }
    var terms: [Sum.Term] = []
    for term in self.terms {
      guard let product = Linear.product(term.factor, factor) else { return nil }
      terms.append(Sum.Term(variable: term.variable, factor: product))
    }
    return Linear(terms, constant, scale)
  }

  func times(_ decimal: Decimal) -> Linear? {
    times(decimal.mantissa).map { Linear($0.terms, $0.constant, $0.scale + Int(decimal.scale)) }
  }

  /// The sum; nil where the numbers grow too large.
  func plus(_ other: Linear) -> Linear? {
    let scale = max(scale, other.scale)
    guard let left = scaled(to: scale), let right = other.scaled(to: scale) else { return nil }
    var terms = left.terms
    for term in right.terms {
      if let place = terms.firstIndex(where: { $0.variable == term.variable }) {
        let factor = terms[place].factor + term.factor
        if factor == 0 {
          terms.remove(at: place)
        } else {
          terms[place] = Sum.Term(variable: term.variable, factor: factor)
        }
      } else {
        terms.append(term)
      }
    }
    terms.sort { $0.variable < $1.variable }
    return Linear(terms, left.constant + right.constant, scale)
  }

  func minus(_ other: Linear) -> Linear? { other.times(-1).flatMap { plus($0) } }

  /// The least and the greatest value, counted in its own scale; nil where the numbers grow too large.
  func range(_ domains: [Domain]) -> ClosedRange<Whole>? {
    var (low, high) = (constant, constant)
    for term in terms {
      let domain = domains[term.variable]
      guard let first = Linear.product(term.factor, domain.low),
        let second = Linear.product(term.factor, domain.high)
      else { return nil }
      low += min(first, second)
      high += max(first, second)
    }
    return low...high
  }

  /// How this compares with another number, as a statement; nil where the numbers grow too large.
  func compared(_ comparison: Comparison, _ other: Linear, _ variables: inout Variables) -> Formula? {
    guard let difference = minus(other), difference.range(variables.domains) != nil else { return nil }
    guard let first = difference.terms.first else {
      return comparison.holds(difference.constant, 0) ? .yes : .no
    }
    // factor × variable + constant, compared with zero; a sum of variables is a variable of its own.
    let divisor = difference.terms.reduce(0) { Linear.greatestCommonDivisor($0, $1.factor) }
    let factor = first.factor < 0 ? -divisor : divisor
    let variable =
      difference.terms.count == 1
      ? first.variable
      : variables.sum(
        difference.terms.map { Sum.Term(variable: $0.variable, factor: $0.factor / factor) })
    return Linear.compared(
      factor < 0 ? comparison.swapped : comparison, variable, abs(factor),
      -difference.constant * factor.signum())
  }

  /// Whether `factor × variable` compares so with a number; the factor is above zero.
  private static func compared(
    _ comparison: Comparison, _ variable: Int, _ factor: Whole, _ number: Whole
  ) -> Formula {
    let floor = floorDivision(number, factor)
    let isExact = number % factor == 0
    switch comparison {
    case .equal: return isExact ? .atom(.equal(variable, floor)) : .no
    case .notEqual: return isExact ? .atom(.different(variable, floor)) : .yes
    case .less: return .atom(.atMost(variable, isExact ? floor - 1 : floor))
    case .lessOrEqual: return .atom(.atMost(variable, floor))
    case .greater: return .atom(.atLeast(variable, floor + 1))
    case .greaterOrEqual: return .atom(.atLeast(variable, isExact ? floor : floor + 1))
    }
  }

  static func floorDivision(_ number: Whole, _ divisor: Whole) -> Whole {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return rest != 0 && (rest < 0) != (divisor < 0) ? quotient - 1 : quotient
  }

  static func greatestCommonDivisor(_ left: Whole, _ right: Whole) -> Whole {
    var (left, right) = (abs(left), abs(right))
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}
