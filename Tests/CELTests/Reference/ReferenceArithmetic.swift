import CEL

/// Signs and ranges of the types that arithmetic gives.
enum ReferenceArithmetic {
  /// The days from 0001-01-01 to 9999-12-31, counted from 1970-01-01.
  static let days: ClosedRange<Int128> = -719_162...2_932_896

  static func int(_ exact: Int128) throws(ReferenceFailure) -> Value {
    guard let int = Int64(exactly: exact) else { throw ReferenceFailure(.overflow) }
    return .int(int)
  }

  static func uint(_ exact: Int128) throws(ReferenceFailure) -> Value {
    guard let uint = UInt64(exactly: exact) else { throw ReferenceFailure(.overflow) }
    return .uint(uint)
  }

  static func date(_ exact: Int128) throws(ReferenceFailure) -> Value {
    guard days.contains(exact) else { throw ReferenceFailure(.overflow) }
    return .date(Int32(exact))
  }

  static func span(_ exact: Int128) throws(ReferenceFailure) -> Value {
    guard let span = Int(exactly: exact) else { throw ReferenceFailure(.overflow) }
    return .dateSpan(span)
  }

  static func duration(_ exact: Int128) throws(ReferenceFailure) -> Value {
    guard let nanoseconds = Int64(exactly: exact) else { throw ReferenceFailure(.overflow) }
    return .duration(nanoseconds)
  }

  static func money(
    _ exact: ReferenceDecimal, _ currency: CurrencyCode
  ) throws(ReferenceFailure) -> Value {
    .money(MoneyAmount(amount: try exact.value(), currency: currency))
  }

  /// `-value`.
  static func negated(_ value: Value) throws(ReferenceFailure) -> Value {
    switch value {
    case .int(let int): return try self.int(-Int128(int))
    case .double(let double): return .double(-double)
    case .dateSpan(let span): return try self.span(-Int128(span))
    case .duration(let nanoseconds): return try duration(-Int128(nanoseconds))
    case .money(let money): return try self.money(ReferenceDecimal(money.amount).negated, money.currency)
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }
}

extension ReferenceOperands {
  /// `left operation right` for `+ - * / %`.
  func arithmetic(_ operation: BinaryOperator) throws(ReferenceFailure) -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)):
      return try ReferenceArithmetic.int(
        try whole(operation, Int128(left), Int128(right), least: Int128(Int64.min)))
    case (.uint(let left), .uint(let right)):
      return try ReferenceArithmetic.uint(try whole(operation, Int128(left), Int128(right), least: nil))
    case (.double(let left), .double(let right)):
      switch operation {
      case .add: return .double(left + right)
      case .subtract: return .double(left - right)
      case .multiply: return .double(left * right)
      case .divide: return .double(left / right)
      default: throw ReferenceFailure(.typeMismatch)
      }
    case (.string(let left), .string(let right)) where operation == .add:
      guard left.utf8.count + right.utf8.count < 100_000 else { throw .tooLarge }
      return .string(left + right)
    case (.bytes(let left), .bytes(let right)) where operation == .add:
      guard left.count + right.count < 100_000 else { throw .tooLarge }
      return .bytes(left + right)
    case (.list(let left), .list(let right)) where operation == .add:
      guard left.count + right.count < 10_000 else { throw .tooLarge }
      return .list(left + right)
    case (.money, _), (_, .money): return try moneyArithmetic(operation)
    default: return try dayArithmetic(operation)
    }
  }

  private func whole(
    _ operation: BinaryOperator, _ left: Int128, _ right: Int128, least: Int128?
  ) throws(ReferenceFailure) -> Int128 {
    switch operation {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply:
      let (product, overflow) = left.multipliedReportingOverflow(by: right)
      guard !overflow else { throw ReferenceFailure(.overflow) }
      return product
    case .divide, .remainder:
      guard right != 0 else { throw ReferenceFailure(.divisionByZero) }
      // The quotient does not fit, and cel-go gives an error for the remainder too.
      guard left != least || right != -1 else { throw ReferenceFailure(.overflow) }
      return operation == .divide ? left / right : left % right
    default: throw ReferenceFailure(.typeMismatch)
    }
  }

  private func dayArithmetic(_ operation: BinaryOperator) throws(ReferenceFailure) -> Value {
    switch (operation, left, right) {
    case (.add, .date(let day), .dateSpan(let span)), (.add, .dateSpan(let span), .date(let day)):
      return try ReferenceArithmetic.date(Int128(day) + Int128(span))
    case (.subtract, .date(let day), .dateSpan(let span)):
      return try ReferenceArithmetic.date(Int128(day) - Int128(span))
    case (.subtract, .date(let left), .date(let right)): return .int(Int64(left) - Int64(right))
    case (.add, .dateSpan(let left), .dateSpan(let right)):
      return try ReferenceArithmetic.span(Int128(left) + Int128(right))
    case (.subtract, .dateSpan(let left), .dateSpan(let right)):
      return try ReferenceArithmetic.span(Int128(left) - Int128(right))
    case (.add, .duration(let left), .duration(let right)):
      return try ReferenceArithmetic.duration(Int128(left) + Int128(right))
    case (.subtract, .duration(let left), .duration(let right)):
      return try ReferenceArithmetic.duration(Int128(left) - Int128(right))
    case (.add, .timestamp(let instant), .duration(let length)),
      (.add, .duration(let length), .timestamp(let instant)):
      return try ReferenceTime.timestamp(ReferenceTime.nanoseconds(instant) + Int128(length))
    case (.subtract, .timestamp(let instant), .duration(let length)):
      return try ReferenceTime.timestamp(ReferenceTime.nanoseconds(instant) - Int128(length))
    case (.subtract, .timestamp(let left), .timestamp(let right)):
      return try ReferenceArithmetic.duration(
        ReferenceTime.nanoseconds(left) - ReferenceTime.nanoseconds(right))
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }

  /// Money with money or a number; amounts of two currencies meet in the base currency.
  private func moneyArithmetic(_ operation: BinaryOperator) throws(ReferenceFailure) -> Value {
    switch (operation, left, right) {
    case (.add, .money(let left), .money(let right)) where left.currency == right.currency:
      return try ReferenceArithmetic.money(
        ReferenceDecimal(left.amount) + ReferenceDecimal(right.amount), left.currency)
    case (.subtract, .money(let left), .money(let right)) where left.currency == right.currency:
      return try ReferenceArithmetic.money(
        ReferenceDecimal(left.amount) - ReferenceDecimal(right.amount), left.currency)
    case (.add, _, _) where left.isQuantity && right.isQuantity:
      guard let rates else { throw .any }
      let (left, right) = try bothInBase(fitting: true)
      return try ReferenceArithmetic.money(left + right, rates.base)
    case (.subtract, _, _) where left.isQuantity && right.isQuantity:
      guard let rates else { throw .any }
      let (left, right) = try bothInBase(fitting: true)
      return try ReferenceArithmetic.money(left - right, rates.base)
    case (_, .money, .money): throw ReferenceFailure(.typeMismatch)
    case (.multiply, .money(let money), let factor) where factor.isQuantity:
      return try ReferenceArithmetic.money(
        ReferenceDecimal(money.amount) * (try inBase(factor, rightLiteral, fitting: true)), money.currency)
    case (.multiply, let factor, .money(let money)) where factor.isQuantity:
      return try ReferenceArithmetic.money(
        (try inBase(factor, leftLiteral, fitting: true)) * ReferenceDecimal(money.amount), money.currency)
    case (.divide, .money(let money), let divisor) where divisor.isQuantity:
      let divisor = try inBase(divisor, rightLiteral, fitting: true)
      guard !divisor.digits.isZero else { throw ReferenceFailure(.divisionByZero) }
      return try ReferenceArithmetic.money(ReferenceDecimal(money.amount) / divisor, money.currency)
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }
}
