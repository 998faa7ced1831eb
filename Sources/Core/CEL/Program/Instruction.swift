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

/// A comparison of two values.
enum Comparison: Sendable {
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual

  init?(_ operation: BinaryOperator) {
    switch operation {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .or, .and, .in, .add, .subtract, .multiply, .divide, .remainder: return nil
    }
  }

  /// The comparison that says the same with the sides swapped.
  var swapped: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether it holds for two values of a type with a total order.
  @inline(__always)
  func holds<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
