/// Which types an operator between two values takes, and what it gives.
enum OperatorTypes {
  /// The type of `left operation right` for arithmetic; nil where the types do not go together.
  static func arithmetic(
    _ operation: BinaryOperator, _ left: CELType, _ right: CELType, _ substitution: inout Substitution
  ) -> CELType? {
    if left.isOpen || right.isOpen { return .dyn }
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
    case (.add, .list, .list): return substitution.joined(left, right)
    case (.add, .timestamp, .duration), (.add, .duration, .timestamp), (.subtract, .timestamp, .duration):
      return .timestamp
    case (.subtract, .timestamp, .timestamp), (.add, .duration, .duration), (.subtract, .duration, .duration):
      return .duration
    case (.remainder, .int, .int): return .int
    case (.remainder, .uint, .uint): return .uint
    case (.remainder, _, _): return nil
    default: return left == right && left.isNumeric ? left : nil
    }
  }

  /// Whether `<` and its kin take the two types; numbers of all types and money compare with one another.
  static func areOrdered(_ left: CELType, _ right: CELType) -> Bool {
    if left.isOpen || right.isOpen || (isQuantity(left) && isQuantity(right)) { return true }
    guard left == right else { return false }
    switch left {
    case .bool, .string, .bytes, .timestamp, .duration, .date, .dateSpan: return true
    default: return false
    }
  }

  /// Whether `==` and `!=` take the two types.
  static func areEquatable(_ left: CELType, _ right: CELType, _ substitution: inout Substitution) -> Bool {
    if isQuantity(left), isQuantity(right) { return true }
    switch (left, right) {
    case (.nullable(let type), let other), (let other, .nullable(let type)):
      return other == .null || areEquatable(type, other.unwrapped, &substitution)
    case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
      return areEquatable(left, right, &substitution)
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      return areEquatable(leftKey, rightKey, &substitution)
        && areEquatable(leftValue, rightValue, &substitution)
    default: return substitution.fits(left, right) || substitution.fits(right, left)
    }
  }

  private static func isQuantity(_ type: CELType) -> Bool { type.isNumeric || type == .money }
}
