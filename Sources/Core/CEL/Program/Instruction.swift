/// One step of a compiled expression; its operands are the places of other instructions.
///
/// The last group are shapes that conditions are mostly made of, each of them one step without intermediate
/// values.
enum Instruction: Sendable {
  case constant(Value)
  case fact(Int)
  case local(Int)
  case field(Int, Int)
  case key(Int, String)
  case index(Int, Int)
  case optionalField(Int, Int)
  case optionalKey(Int, String)
  case optionalIndex(Int, Int)
  /// The optional of a value that may be null.
  case present(Int)
  case hasKey(Int, String)
  case isPresent(Int)
  case not(Int)
  case negate(Int)
  case and(Int, Int)
  case or(Int, Int)
  case conditional(Int, Int, Int)
  case arithmetic(BinaryOperator, Int, Int)
  case compare(Comparison, Int, Int)
  case membership(Int, Int)
  case fallback(Reference.Fallback, Int, Int)
  case function(StandardFunction, [Int])
  case host(Int, [Int])
  case hosts([HostFunction], [Int])
  case list([Part])
  case map([Part])
  case loop(Loop)
  case fail(EvaluationError)

  case matches(Int, RegularExpression)
  case scaleMoney(BinaryOperator, Int, Decimal)
  case compareMoney(Comparison, slot: Int, Decimal)
  case compareInt(Comparison, slot: Int, Int64)
  case compareDouble(Comparison, slot: Int, Double)
  case compareString(slot: Int, String, isEqual: Bool)
  case factContains(slot: Int, String)

  /// A part of a list or map that is written out.
  struct Part: Sendable {
    let place: Int
    /// Whether the value is an optional, and nothing is put in without one.
    let isOptional: Bool
  }
}

/// A macro that gives names to values: which one, what it goes through, and its parts.
struct Loop: Sendable {
  let kind: Comprehension.Kind
  let range: Int
  /// The place of the first variable; of two, the second has the next one.
  let local: Int
  let hasPair: Bool
  let condition: Int?
  let body: Int
}
