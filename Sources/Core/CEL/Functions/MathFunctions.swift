/// The extension library of mathematics: `math.greatest`, `math.round`, `math.bitAnd` and their like.
///
/// The rules are those of cel-go's `ext.Math`, version 2: <https://pkg.go.dev/github.com/google/cel-go/ext>.
enum MathFunctions {
  /// What a function gives for its arguments.
  ///
  /// Throws `typeMismatch` where no form of the function takes them, `overflow`, and `invalidArgument` for a
  /// negative number of bits, an empty list, or a comparison with what is not a number.
  static func call(
    _ function: StandardFunction, _ arguments: [Value], _ rates: MoneyRates, _ budget: inout Budget
  ) throws(EvaluationError) -> Value {
    switch function {
    case .greatest: return try utmost(.greatest, of: arguments, rates, &budget)
    case .least: return try utmost(.least, of: arguments, rates, &budget)
    case .bitAnd, .bitOr, .bitXor, .bitShiftLeft, .bitShiftRight:
      guard arguments.count == 2 else { throw .typeMismatch }
      return try bits(function, arguments[0], arguments[1])
    default:
      guard arguments.count == 1 else { throw .typeMismatch }
      return try number(function, arguments[0])
    }
  }

  private static func number(
    _ function: StandardFunction, _ value: Value
  ) throws(EvaluationError) -> Value {
    switch (function, value) {
    case (.ceil, .double(let double)): return .double(roundedUp(double))
    case (.floor, .double(let double)): return .double(roundedDown(double))
    case (.round, .double(let double)): return .double(rounded(double))
    case (.trunc, .double(let double)): return .double(truncated(double))

    case (.isNaN, .double(let double)): return .bool(double.isNaN)
    case (.isInf, .double(let double)): return .bool(double.isInfinite)
    case (.isFinite, .double(let double)): return .bool(double.isFinite)

    case (.abs, .int(let int)):
      guard int != .min else { throw .overflow }
      return .int(Swift.abs(int))
    case (.abs, .uint): return value
    case (.abs, .double(let double)): return .double(double.magnitude)

    case (.sign, .int(let int)): return .int(int.signum())
    case (.sign, .uint(let uint)): return .uint(uint.signum())
    case (.sign, .double(let double)):
      if double.isNaN { return value }
      return .double(double > 0 ? 1 : (double < 0 ? -1 : 0))

    case (.sqrt, .int(let int)): return .double(squareRoot(Double(int)))
    case (.sqrt, .uint(let uint)): return .double(squareRoot(Double(uint)))
    case (.sqrt, .double(let double)): return .double(squareRoot(double))

    case (.bitNot, .int(let int)): return .int(~int)
    case (.bitNot, .uint(let uint)): return .uint(~uint)
    default: throw .typeMismatch
    }
  }

  private static func bits(
    _ function: StandardFunction, _ left: Value, _ right: Value
  ) throws(EvaluationError) -> Value {
    switch (function, left, right) {
    case (.bitAnd, .int(let left), .int(let right)): return .int(left & right)
    case (.bitAnd, .uint(let left), .uint(let right)): return .uint(left & right)
    case (.bitOr, .int(let left), .int(let right)): return .int(left | right)
    case (.bitOr, .uint(let left), .uint(let right)): return .uint(left | right)
    case (.bitXor, .int(let left), .int(let right)): return .int(left ^ right)
    case (.bitXor, .uint(let left), .uint(let right)): return .uint(left ^ right)

    // Both operators of Swift give zero for a shift by 64 or more, as the language wants it.
    case (.bitShiftLeft, .int(let bits), .int(let count)): return .int(bits << (try offset(count)))
    case (.bitShiftLeft, .uint(let bits), .int(let count)): return .uint(bits << (try offset(count)))
    case (.bitShiftRight, .int(let bits), .int(let count)):
      // The conformance tests want zeros moved in from the left, whatever the sign.
      return .int(Int64(bitPattern: UInt64(bitPattern: bits) >> (try offset(count))))
    case (.bitShiftRight, .uint(let bits), .int(let count)): return .uint(bits >> (try offset(count)))
    default: throw .typeMismatch
    }
  }

  private static func offset(_ count: Int64) throws(EvaluationError) -> Int64 {
    guard count >= 0 else { throw .invalidArgument("negative offset: \(count)") }
    return count
  }
}
