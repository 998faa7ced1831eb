/// The operators of the language on values, each for the types that it takes.
enum Arithmetic {
  /// `left operation right`; throws `typeMismatch` for types that do not go together.
  static func apply(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ rates: MoneyRates
  ) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)): return .int(try whole(operation, left, right))
    case (.uint(let left), .uint(let right)): return .uint(try whole(operation, left, right))
    case (.double(let left), .double(let right)): return .double(try double(operation, left, right))
    case (.money(let left), .money(let right)): return .money(try money(operation, left, right, rates))
    case (.money(let left), _):
      if operation == .multiply || operation == .divide {
        return .money(try scale(left, operation, exact(right)))
      }
      let amount = MoneyAmount(amount: try exact(right), currency: rates.base)
      return .money(try money(operation, left, amount, rates))
    case (_, .money(let right)):
      if operation == .multiply { return .money(try scale(right, operation, exact(left))) }
      let amount = MoneyAmount(amount: try exact(left), currency: rates.base)
      return .money(try money(operation, amount, right, rates))
    case (.string(let left), .string(let right)) where operation == .add: return .string(left + right)
    case (.bytes(let left), .bytes(let right)) where operation == .add: return .bytes(left + right)
    case (.list(let left), .list(let right)) where operation == .add: return .list(left + right)
    case (.timestamp, _), (_, .timestamp), (.duration, _), (_, .duration):
      let result: Value? =
        switch operation {
        case .add: try TimeFunctions.sum(left, right)
        case .subtract: try TimeFunctions.difference(left, right)
        default: nil
        }
      guard let result else { throw mismatch(right) }
      return result
    default: return try days(operation, left, right)
    }
  }

  /// The amount times a number or divided by one, in its own currency.
  static func scale(
    _ money: MoneyAmount, _ operation: BinaryOperator, _ factor: Decimal
  ) throws(EvaluationError) -> MoneyAmount {
    let amount = operation == .divide ? try money.amount / factor : try money.amount * factor
    return MoneyAmount(amount: amount, currency: money.currency)
  }

  /// `-value`.
  static func negate(_ value: Value) throws(EvaluationError) -> Value {
    switch value {
    case .int(let int):
      guard int != .min else { throw .overflow }
      return .int(-int)
    case .double(let double): return .double(-double)
    case .money(let money):
      return .money(MoneyAmount(amount: try money.amount.negated(), currency: money.currency))
    case .dateSpan(let days):
      guard days != .min else { throw .overflow }
      return .dateSpan(-days)
    default: throw mismatch(value)
    }
  }

  /// Negative, zero or positive; nil where one is not a number; throws for types without an order.
  static func order(_ left: Value, _ right: Value, _ rates: MoneyRates) throws(EvaluationError) -> Int? {
    switch (left, right) {
    case (.int(let left), .int(let right)): return sign(left, right)
    case (.double(let left), .double(let right)):
      return left.isNaN || right.isNaN ? nil : sign(left, right)
    case (.string(let left), .string(let right)):
      return Text.isEqual(left, right) ? 0 : (Text.isLess(left, right) ? -1 : 1)
    case (.bool(let left), .bool(let right)): return (left ? 1 : 0) - (right ? 1 : 0)
    case (.date(let left), .date(let right)): return sign(left, right)
    case (.dateSpan(let left), .dateSpan(let right)): return sign(left, right)
    case (.timestamp(let left), .timestamp(let right)): return sign(left, right)
    case (.duration(let left), .duration(let right)): return sign(left, right)
    case (.bytes(let left), .bytes(let right)):
      return left == right ? 0 : (left.lexicographicallyPrecedes(right) ? -1 : 1)
    case (.money(let left), .money(let right)):
      if left.currency == right.currency { return Decimal.compare(left.amount, right.amount) }
      return Decimal.compare(try rates.inBase(left), try rates.inBase(right))
    case (.money(let left), _): return try order(rates.inBase(left), right)
    case (_, .money(let right)): return try order(rates.inBase(right), left).map { -$0 }
    case (.double(let double), _): return try order(double, wide(right))
    case (_, .double(let double)): return try order(double, wide(left)).map { -$0 }
    default: return sign(try wide(left), try wide(right))
    }
  }

  /// The error of a value that an operation does not take.
  static func mismatch(_ value: Value) -> EvaluationError {
    if case .null = value { return .nullValue }
    return .typeMismatch
  }

  private static func sign<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Int {
    left < right ? -1 : (left == right ? 0 : 1)
  }

  /// An amount beside a number; infinities are beyond every amount, and not-a-number has no order.
  private static func order(_ amount: Decimal, _ number: Value) throws(EvaluationError) -> Int? {
    guard case .double(let double) = number else { return Decimal.compare(amount, try exact(number)) }
    if double.isNaN { return nil }
    if let decimal = Decimal(shortest: double) { return Decimal.compare(amount, decimal) }
    // No decimal holds it: it is beyond every amount, or nearer to zero than any amount but zero.
    let side = double.magnitude < 1 ? Decimal.compare(amount, Decimal(0)) : 0
    return side != 0 ? side : (double < 0 ? 1 : -1)
  }

  private static func order(_ double: Double, _ int: Int128) -> Int? {
    if double.isNaN { return nil }
    // The conformance tests want the int rounded to a double here; it matters beyond 2^53 only.
    return sign(double, Double(int))
  }

  private static func wide(_ value: Value) throws(EvaluationError) -> Int128 {
    switch value {
    case .int(let int): return Int128(int)
    case .uint(let uint): return Int128(uint)
    default: throw mismatch(value)
    }
  }

  /// A number as an exact decimal; a double by its shortest text.
  private static func exact(_ value: Value) throws(EvaluationError) -> Decimal {
    if case .double(let double) = value {
      guard let decimal = Decimal(shortest: double) else { throw .overflow }
      return decimal
    }
    return Decimal(mantissa: try wide(value), scale: 0)
  }

  private static func whole<Number: FixedWidthInteger>(
    _ operation: BinaryOperator, _ left: Number, _ right: Number
  ) throws(EvaluationError) -> Number {
    let result: (partialValue: Number, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      guard right != 0 else { throw .divisionByZero }
      result = left.dividedReportingOverflow(by: right)
    case .remainder:
      guard right != 0 else { throw .divisionByZero }
      result = left.remainderReportingOverflow(dividingBy: right)
    default: throw .typeMismatch
    }
    guard !result.overflow else { throw .overflow }
    return result.partialValue
  }

  private static func double(
    _ operation: BinaryOperator, _ left: Double, _ right: Double
  ) throws(EvaluationError) -> Double {
    switch operation {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    case .divide: return left / right
    default: throw .typeMismatch
    }
  }

  private static func money(
    _ operation: BinaryOperator, _ left: MoneyAmount, _ right: MoneyAmount, _ rates: MoneyRates
  ) throws(EvaluationError) -> MoneyAmount {
    var (left, right) = (left, right)
    if left.currency != right.currency {
      left = MoneyAmount(amount: try rates.inBase(left), currency: rates.base)
      right = MoneyAmount(amount: try rates.inBase(right), currency: rates.base)
    }
    switch operation {
    case .add: return MoneyAmount(amount: try left.amount + right.amount, currency: left.currency)
    case .subtract: return MoneyAmount(amount: try left.amount - right.amount, currency: left.currency)
    default: throw .typeMismatch
    }
  }

  private static func days(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(EvaluationError) -> Value {
    switch (operation, left, right) {
    case (.add, .date(let day), .dateSpan(let days)), (.add, .dateSpan(let days), .date(let day)):
      return .date(try CivilDay.adding(days, to: day))
    case (.subtract, .date(let day), .dateSpan(let days)):
      guard days != .min else { throw .overflow }
      return .date(try CivilDay.adding(-days, to: day))
    case (.subtract, .date(let left), .date(let right)): return .int(Int64(left) - Int64(right))
    case (.add, .dateSpan(let left), .dateSpan(let right)): return .dateSpan(try whole(.add, left, right))
    case (.subtract, .dateSpan(let left), .dateSpan(let right)):
      return .dateSpan(try whole(.subtract, left, right))
    default:
      if case .null = left { throw .nullValue }
      throw mismatch(right)
    }
  }
}
