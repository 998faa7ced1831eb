/// A function of the language, told apart by what it does, not by the types it takes.
public enum StandardFunction: String, Hashable, Sendable, CaseIterable {
  /// How many letters, bytes, elements or keys there are.
  case size
  /// Whether a text has a part.
  case contains
  /// Whether a text begins with a part.
  case startsWith
  /// Whether a text ends with a part.
  case endsWith
  /// The value as an int.
  case int
  /// The value as a uint.
  case uint
  /// The value as a double.
  case double
  /// The value as a text.
  case string
  /// The value as a bool.
  case bool
  /// The value as bytes.
  case bytes
  /// The value, with its type forgotten until the expression runs.
  case dyn
  /// A number of days to add to a date (an addition to CEL).
  case days
  /// 1 for Monday to 7 for Sunday (an addition to CEL).
  case weekday
}

/// One form of a function of the language.
struct Signature {
  let function: StandardFunction
  let isMember: Bool
  /// The types of the parameters, the receiver's first.
  let parameters: [CELType]
  let result: CELType

  static let all: [Signature] = sizes + texts + conversions + days

  /// The functions, in all their forms, that have a name.
  static func named(_ name: String, isMember: Bool) -> [Signature] {
    all.filter { $0.function.rawValue == name && $0.isMember == isMember }
  }

  private static let sizes: [Signature] = [CELType.string, .bytes, .list(.dyn), .map(.dyn, .dyn)].flatMap {
    [
      Signature(function: .size, isMember: false, parameters: [$0], result: .int),
      Signature(function: .size, isMember: true, parameters: [$0], result: .int),
    ]
  }

  private static let texts: [Signature] = [StandardFunction.contains, .startsWith, .endsWith].map {
    Signature(function: $0, isMember: true, parameters: [.string, .string], result: .bool)
  }

  private static let conversions: [Signature] = {
    let sources: [(StandardFunction, CELType, [CELType])] = [
      (.int, .int, [.int, .uint, .double, .string]),
      (.uint, .uint, [.int, .uint, .double, .string]),
      (.double, .double, [.int, .uint, .double, .string]),
      (.string, .string, [.string, .bytes, .bool, .int, .uint, .double, .date, .money]),
      (.bool, .bool, [.bool, .string]),
      (.bytes, .bytes, [.bytes, .string]),
      (.dyn, .dyn, [.dyn]),
    ]
    return sources.flatMap { function, result, types in
      types.map { Signature(function: function, isMember: false, parameters: [$0], result: result) }
    }
  }()

  // Additions to CEL.
  private static let days: [Signature] = [
    Signature(function: .days, isMember: false, parameters: [.int], result: .dateSpan),
    Signature(function: .weekday, isMember: true, parameters: [.date], result: .int),
  ]
}

/// Which types an operator between two values takes, and what it gives.
enum OperatorTypes {
  /// The type of `left operation right` for arithmetic; nil where the types do not go together.
  static func arithmetic(_ operation: BinaryOperator, _ left: CELType, _ right: CELType) -> CELType? {
    if left == .dyn || right == .dyn { return .dyn }
    switch (operation, left, right) {
    case (.add, .money, .money), (.subtract, .money, .money): return .money
    case (.add, .money, _) where right.isNumeric, (.subtract, .money, _) where right.isNumeric: return .money
    case (.multiply, .money, _) where right.isNumeric, (.divide, .money, _) where right.isNumeric:
      return .money
    case (.add, _, .money) where left.isNumeric, (.subtract, _, .money) where left.isNumeric: return .money
    case (.multiply, _, .money) where left.isNumeric: return .money
    case (.add, .date, .dateSpan), (.subtract, .date, .dateSpan), (.add, .dateSpan, .date): return .date
    case (.subtract, .date, .date): return .int
    case (.add, .dateSpan, .dateSpan), (.subtract, .dateSpan, .dateSpan): return .dateSpan
    case (.add, .string, .string): return .string
    case (.add, .bytes, .bytes): return .bytes
    case (.add, .list, .list): return left.joined(with: right) ?? .list(.dyn)
    case (.remainder, .int, .int): return .int
    case (.remainder, .uint, .uint): return .uint
    case (.remainder, _, _): return nil
    default: return left == right && left.isNumeric ? left : nil
    }
  }

  /// Whether `<` and its kin take the two types; numbers of all types and money compare with one another.
  static func areOrdered(_ left: CELType, _ right: CELType) -> Bool {
    if left == .dyn || right == .dyn { return true }
    if isQuantity(left), isQuantity(right) { return true }
    guard left == right else { return false }
    switch left {
    case .bool, .string, .bytes, .date, .dateSpan: return true
    default: return false
    }
  }

  /// Whether `==` and `!=` take the two types.
  static func areEquatable(_ left: CELType, _ right: CELType) -> Bool {
    if isQuantity(left), isQuantity(right) { return true }
    switch (left, right) {
    case (.dyn, _), (_, .dyn): return true
    case (.nullable(let type), let other), (let other, .nullable(let type)):
      return other == .null || areEquatable(type, other.unwrapped)
    case (.list(let left), .list(let right)): return areEquatable(left, right)
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      return areEquatable(leftKey, rightKey) && areEquatable(leftValue, rightValue)
    default: return left == right
    }
  }

  private static func isQuantity(_ type: CELType) -> Bool { type.isNumeric || type == .money }
}
