/// Why an expression has no value for these facts.
///
///     final class Count: Facts {
///       func fact(_ slot: Int) -> Value { .int(0) }
///     }
///     let environment = Environment(variables: [Declaration("count", .int)])
///     if let expression = check(text: "12 / count > 3", in: environment, expecting: .bool).expression {
///       do throws(EvaluationError) {
///         _ = try Program(expression).evaluateBool(Count())
///       } catch {
///         print(error)  // divisionByZero
///       }
///     }
public enum EvaluationError: Error, Hashable, Sendable {
  /// An amount in this currency had to be converted, and no rate is given.
  case noRate(CurrencyCode)
  /// A fact that cannot be known; the number is the host's own.
  case factUnavailable(Int)
  /// The map has no such key.
  case noSuchKey(String)
  /// A division or remainder by zero.
  case divisionByZero
  /// A number, amount or date beyond what its type can hold.
  case overflow
  /// A list has no element at this place.
  case indexOutOfRange(Int64)
  /// A missing value was used; only data that breaks its declared type can cause it.
  case nullValue
  /// A value of a type that the operation does not take.
  case typeMismatch
  /// A text or number that the wanted type cannot express.
  case invalidConversion(String)
  /// A map was given the same key twice.
  case duplicateKey
  /// A map was given a key that is no bool, int, uint or string.
  case unsupportedKey
  /// A function was given a value that it cannot use; the words say what is wrong with it.
  case invalidArgument(String)
  /// `value()` was asked of an optional that holds none.
  case noValue
  /// A name that nothing declares; only expressions that were not checked can ask for one.
  case unknownName(String)
  /// A function that nothing declares; only expressions that were not checked can call one.
  case unknownFunction(String)
  /// The evaluation took more than `ExpressionLimits.evaluationSteps` steps.
  case stepLimit
  /// A function that the host declares and does not offer; the number is the host's own.
  case functionUnavailable(Int)

  /// Which of the errors of the two sides of `&&` or `||` is reported.
  ///
  /// A fact that cannot be known outweighs the others, for it says that the whole answer is unknown; else the
  /// left one counts.
  static func prevailing(_ left: EvaluationError, _ right: EvaluationError) -> EvaluationError {
    if case .factUnavailable = left { return left }
    if case .factUnavailable = right { return right }
    return left
  }
}
