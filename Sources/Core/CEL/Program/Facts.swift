/// What an expression reads while it runs; a class, so that passing it costs nothing.
public protocol Facts: AnyObject {
  /// The fact of a slot, of the type that the environment declares; asked for only when it is needed.
  func fact(_ slot: Int) throws(EvaluationError) -> Value

  /// The result of a host function, by the number it was declared with.
  func call(_ function: Int, _ arguments: [Value]) throws(EvaluationError) -> Value
}

extension Facts {
  /// Offers no function.
  public func call(_ function: Int, _ arguments: [Value]) throws(EvaluationError) -> Value {
    throw .functionUnavailable(function)
  }
}
