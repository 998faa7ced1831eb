/// One step of a compiled expression; its operands are the places of other instructions.
///
/// The second half are shapes that conditions are mostly made of, each of them one step without intermediate
/// values.
enum Instruction: Sendable {
  case constant(Value)
  case fact(Int)
  case local(Int)
  case field(Int, Int)
  case key(Int, String)
  case index(Int, Int)
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
  case fallback(Int, Int)
  case function(StandardFunction, [Int])
  case host(Int, [Int])
  case list([Int])
  case map([Int])
  case loop(Loop)

  case scaleMoney(BinaryOperator, Int, Decimal)
  case compareMoney(Comparison, slot: Int, Decimal)
  case compareInt(Comparison, slot: Int, Int64)
  case compareDouble(Comparison, slot: Int, Double)
  case compareString(slot: Int, String, isEqual: Bool)
  case factContains(slot: Int, String)
}

/// A loop: which one, what it goes through, and its parts.
struct Loop: Sendable {
  let kind: Comprehension.Kind
  let range: Int
  let local: Int
  let condition: Int?
  let body: Int
}
