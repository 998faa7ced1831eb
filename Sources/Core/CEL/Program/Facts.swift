/// What an expression reads while it runs; a class, so that passing it costs nothing.
///
///     final class Order: Facts {
///       func fact(_ slot: Int) throws(EvaluationError) -> Value {
///         if slot == 0 { return .string("IE") }
///         throw .factUnavailable(slot)
///       }
///     }
///     let environment = Environment(
///       variables: [Declaration("country", .string), Declaration("weight", .double)])
///     let text = "country == 'IE' || weight < 2.0"
///     if let expression = check(text: text, in: environment, expecting: .bool).expression {
///       print(try Program(expression).evaluateBool(Order()))  // true
///     }
public protocol Facts: AnyObject {
  /// The fact of a slot, of the type that the environment declares; asked for only when it is needed.
  ///
  /// The host throws `factUnavailable` with a number of its own where the fact cannot be known, and gives
  /// `.null` where a nullable one is missing.
  func fact(_ slot: Int) throws(EvaluationError) -> Value

  /// The result of a host function, by the number it was declared with.
  ///
  /// The arguments begin with the receiver of a member call. The host throws what an expression shall fail
  /// with, such as `invalidArgument`.
  func call(_ function: Int, _ arguments: [Value]) throws(EvaluationError) -> Value
}

extension Facts {
  /// Offers no function: throws `functionUnavailable`.
  public func call(_ function: Int, _ arguments: [Value]) throws(EvaluationError) -> Value {
    throw .functionUnavailable(function)
  }
}
