/// The functions of optional values that look at all of their arguments: `optional.of`, `hasValue`, `value`.
///
/// The rules are those of cel-go's `OptionalTypes`, version 2:
/// <https://pkg.go.dev/github.com/google/cel-go/cel>.
enum OptionalFunctions {
  /// What a function gives for its arguments, the receiver first.
  ///
  /// Throws `noValue` where `value` is asked of an empty optional, and `typeMismatch` where no form of the
  /// function takes the arguments: `unwrap` takes a list of optionals only.
  static func call(
    _ function: StandardFunction, _ arguments: [Value], _ budget: inout Budget
  ) throws(EvaluationError) -> Value {
    if function == .optionalNone, arguments.isEmpty { return .optional(nil) }
    guard arguments.count == 1 else { throw .typeMismatch }
    switch (function, arguments[0]) {
    case (.optionalOf, let value): return .optional(value)
    case (.optionalOfNonZeroValue, let value): return .optional(isZero(value) ? nil : value)
    case (.hasValue, .optional(let wrapped)): return .bool(wrapped != nil)
    case (.value, .optional(let wrapped)):
      guard let wrapped else { throw .noValue }
      return wrapped
    case (.optionalUnwrap, .list(let elements)), (.unwrapOpt, .list(let elements)):
      return .list(try unwrapped(elements, &budget))
    default: throw .typeMismatch
    }
  }

  /// Whether a value is the one that its type has when nothing was said: zero, empty, false or missing.
  ///
  /// A timestamp is zero at 1970-01-01T00:00:00Z, as cel-go documents it. Days, types, optionals and objects
  /// are never zero: they have no such value. Money is an addition to CEL and zero when the amount is.
  static func isZero(_ value: Value) -> Bool {
    switch value {
    case .null: true
    case .bool(let bool): !bool
    case .int(let int): int == 0
    case .uint(let uint): uint == 0
    case .double(let double): double == 0
    case .string(let text): text.utf8.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let elements): elements.isEmpty
    case .map(let map): map.entries.isEmpty
    case .dateSpan(let days): days == 0
    case .money(let money): money.amount.mantissa == 0
    case .timestamp(let instant): instant.seconds == 0 && instant.nanoseconds == 0
    case .duration(let nanoseconds): nanoseconds == 0
    case .date, .type, .optional, .object: false
    }
  }

  /// The values of the optionals that hold one, in order.
  private static func unwrapped(
    _ elements: [Value], _ budget: inout Budget
  ) throws(EvaluationError) -> [Value] {
    try budget.spend(elements.count)
    var values: [Value] = []
    for element in elements {
      guard case .optional(let wrapped) = element else { throw .typeMismatch }
      if let wrapped { values.append(wrapped) }
    }
    return values
  }
}
