import CEL

/// The two sides of an operator, with what they are compared by.
struct ReferenceOperands {
  let left: Value
  let right: Value
  /// The numbers as they are written, where a side is a literal; beside money they count exactly.
  var leftLiteral: Decimal?
  var rightLiteral: Decimal?
  /// The rates of money; nil where money of two currencies does not meet.
  var rates: MoneyRates?

  init(
    left: Value, right: Value, leftLiteral: Decimal? = nil, rightLiteral: Decimal? = nil, rates: MoneyRates?
  ) {
    self.left = left
    self.right = right
    self.leftLiteral = leftLiteral
    self.rightLiteral = rightLiteral
    self.rates = rates
  }

  /// Two keys of maps, among which there is no money.
  init(_ left: Value, _ right: Value) { self.init(left: left, right: right, rates: nil) }

  /// Whether `left == right`: numbers are compared on one line, values of other types differ.
  func areEqual() throws(ReferenceFailure) -> Bool {
    if left.isQuantity, right.isQuantity { return try quantityOrder() == 0 }
    switch (left, right) {
    case (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.string(let left), .string(let right)): return Array(left.utf8) == Array(right.utf8)
    case (.bytes(let left), .bytes(let right)): return left == right
    case (.date(let left), .date(let right)): return left == right
    case (.dateSpan(let left), .dateSpan(let right)): return left == right
    case (.timestamp(let left), .timestamp(let right)): return left == right
    case (.duration(let left), .duration(let right)): return left == right
    case (.type(let left), .type(let right)): return left == right
    case (.object(let left), .object(let right)): return left === right
    case (.optional(let left), .optional(let right)):
      guard let left, let right else { return left == nil && right == nil }
      return try inner(left, right).areEqual()
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return false }
      return try decided(zip(left, right).map(inner), by: false)
    case (.map(let left), .map(let right)):
      guard left.entries.count == right.entries.count else { return false }
      var pairs: [ReferenceOperands] = []
      for entry in left.entries {
        guard let other = try ReferenceEvaluator.value(under: entry.key, in: right) else { return false }
        pairs.append(inner(entry.value, other))
      }
      return try decided(pairs, by: false)
    default: return false
    }
  }

  /// `left in right`: whether an element or a key equals the left side.
  func isMember() throws(ReferenceFailure) -> Bool {
    switch right {
    case .list(let list): return try decided(list.map { inner(left, $0) }, by: true)
    case .map(let map): return try ReferenceEvaluator.value(under: left, in: map) != nil
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }

  /// Negative, zero or positive as the left side is below, equal to or above the right; nil with NaN.
  func order() throws(ReferenceFailure) -> Int? {
    if left.isQuantity, right.isQuantity { return try quantityOrder() }
    switch (left, right) {
    case (.bool(let left), .bool(let right)): return (left ? 1 : 0) - (right ? 1 : 0)
    case (.string(let left), .string(let right)):
      return ReferenceOperands.order(left.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value))
    case (.bytes(let left), .bytes(let right)): return ReferenceOperands.order(left, right)
    case (.date(let left), .date(let right)): return ReferenceOperands.order([left], [right])
    case (.dateSpan(let left), .dateSpan(let right)): return ReferenceOperands.order([left], [right])
    case (.duration(let left), .duration(let right)): return ReferenceOperands.order([left], [right])
    case (.timestamp(let left), .timestamp(let right)): return left < right ? -1 : (left == right ? 0 : 1)
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }

  private func inner(_ left: Value, _ right: Value) -> ReferenceOperands {
    ReferenceOperands(left: left, right: right, rates: rates)
  }

  /// Whether one comparison gives what decides: as in `a && b && c`, an error counts only where none does.
  private func decided(
    _ comparisons: [ReferenceOperands], by decisive: Bool
  ) throws(ReferenceFailure) -> Bool {
    var failure: ReferenceFailure?
    for comparison in comparisons {
      do throws(ReferenceFailure) {
        if try comparison.areEqual() == decisive { return decisive }
      } catch {
        failure = failure.map { $0 + error } ?? error
      }
    }
    if let failure { throw failure }
    return !decisive
  }

  private static func order<Element: Comparable>(_ left: [Element], _ right: [Element]) -> Int {
    for (left, right) in zip(left, right) where left != right { return left < right ? -1 : 1 }
    return left.count - right.count
  }

  /// The order of numbers and money on one line; money of one currency needs no rate.
  private func quantityOrder() throws(ReferenceFailure) -> Int? {
    if case .money(let first) = left, case .money(let second) = right, first.currency == second.currency {
      return ReferenceDecimal(first.amount).order(ReferenceDecimal(second.amount))
    }
    if left.isMoney || right.isMoney {
      for case .double(let double) in [left, right] where !double.isFinite {
        // The other side is converted first, and needs a rate.
        _ = try inBase(left.isMoney ? left : right, nil, fitting: false)
        return infiniteOrder(double)
      }
      let (left, right) = try bothInBase(fitting: false)
      return left.order(right)
    }
    switch (left, right) {
    case (.double(let left), .double(let right)):
      return left.isNaN || right.isNaN ? nil : (left < right ? -1 : (left == right ? 0 : 1))
    case (.double(let left), _): return try ReferenceOperands.order(left, right.whole())
    case (_, .double(let right)): return try ReferenceOperands.order(right, left.whole()).map { -$0 }
    default:
      let (left, right) = (try left.whole(), try right.whole())
      return left < right ? -1 : (left == right ? 0 : 1)
    }
  }

  /// Money beside NaN or an infinity.
  private func infiniteOrder(_ double: Double) -> Int? {
    if double.isNaN { return nil }
    return left.isMoney == (double > 0) ? -1 : 1
  }

  /// A double beside an int or uint. On one line of numbers every int would have a place of its own; the
  /// published conformance tests (`gte_dyn_int_big_lossy_double`) want it rounded to a double first.
  private static func order(_ double: Double, _ whole: Int128) -> Int? {
    if double.isNaN { return nil }
    let other = Double(whole)
    return double < other ? -1 : (double == other ? 0 : 1)
  }

  /// Both sides in the base currency; where neither can be, which error is told is left open.
  func bothInBase(fitting: Bool) throws(ReferenceFailure) -> (ReferenceDecimal, ReferenceDecimal) {
    let first: ReferenceDecimal
    do throws(ReferenceFailure) {
      first = try inBase(left, leftLiteral, fitting: fitting)
    } catch {
      do throws(ReferenceFailure) { _ = try inBase(right, rightLiteral, fitting: fitting) } catch let other {
        throw error + other
      }
      throw error
    }
    return (first, try inBase(right, rightLiteral, fitting: fitting))
  }

  /// A number or money as an amount of the base currency; if asked, only of at most 38 digits.
  func inBase(_ value: Value, _ literal: Decimal?, fitting: Bool) throws(ReferenceFailure) -> ReferenceDecimal
  {
    switch value {
    case .money(let money):
      let amount = ReferenceDecimal(money.amount)
      guard let rates else { throw .any }
      if money.currency == rates.base { return amount }
      guard let worth = rates.worth(of: money.currency) else { throw ReferenceFailure(.noRate) }
      let converted = amount * ReferenceDecimal(worth)
      if fitting { _ = try converted.value() }
      return converted
    case .double(let double):
      if let literal { return ReferenceDecimal(literal) }
      guard double.isFinite else { throw ReferenceFailure(.overflow) }
      let number = ReferenceDecimal(shortest: double)
      if fitting { _ = try number.value() }
      return number
    default: return ReferenceDecimal(try value.whole())
    }
  }
}

extension Value {
  fileprivate var isMoney: Bool {
    if case .money = self { return true }
    return false
  }

  /// Whether this is a number or money.
  var isQuantity: Bool {
    switch self {
    case .int, .uint, .double, .money: true
    default: false
    }
  }

  /// Whether this is an int or uint.
  var isWhole: Bool {
    switch self {
    case .int, .uint: true
    default: false
    }
  }

  /// An int or uint.
  func whole() throws(ReferenceFailure) -> Int128 {
    switch self {
    case .int(let int): return Int128(int)
    case .uint(let uint): return Int128(uint)
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }
}
