/// The type of an expression, as far as it is known before it runs.
public indirect enum CELType: Hashable, Sendable {
  /// The type of `null` alone.
  case null
  /// True or false.
  case bool
  /// A whole number with sign.
  case int
  /// A whole number without sign.
  case uint
  /// A binary floating-point number.
  case double
  /// A text.
  case string
  /// Raw bytes.
  case bytes
  /// A calendar day (an addition to CEL).
  case date
  /// A number of days, as `days(3)` makes it (an addition to CEL).
  case dateSpan
  /// An exact amount in a currency (an addition to CEL).
  case money
  /// Elements of one type.
  case list(CELType)
  /// Values of one type under keys of one type.
  case map(CELType, CELType)
  /// A value that may be missing (an addition to CEL).
  case nullable(CELType)
  /// An object of the host, by the name of its type.
  case object(String)
  /// A type that is known only when the expression runs.
  case dyn

  /// Whether values may be missing.
  public var isNullable: Bool {
    switch self {
    case .null, .nullable: true
    default: false
    }
  }

  /// The type of the values that are there.
  public var unwrapped: CELType {
    if case .nullable(let type) = self { return type.unwrapped }
    return self
  }

  /// The same type, for values that may be missing; `dyn` and null say so already.
  public var optional: CELType {
    switch self {
    case .null, .nullable, .dyn: self
    default: .nullable(self)
    }
  }

  /// Whether this is int, uint or double.
  public var isNumeric: Bool { self == .int || self == .uint || self == .double }

  /// Whether a value of this type can stand where `other` is asked for; `dyn` is settled at run time.
  func fits(_ other: CELType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn): true
    case (.null, .nullable): true
    case (.nullable(let type), .nullable(let other)): type.fits(other)
    case (_, .nullable(let other)): fits(other)
    case (.list(let element), .list(let other)): element.fits(other)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      key.fits(otherKey) && value.fits(otherValue)
    default: self == other
    }
  }

  /// The type of a value that has one of two types; nil where they have nothing in common but `dyn`.
  func joined(with other: CELType) -> CELType? {
    if self == other { return self }
    switch (self, other) {
    case (.dyn, _), (_, .dyn): return .dyn
    case (.null, let type), (let type, .null): return type.optional
    case (.nullable(let type), let other), (let other, .nullable(let type)):
      return type.joined(with: other.unwrapped)?.optional
    case (.list(let left), .list(let right)): return left.joined(with: right).map { .list($0) }
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      guard let key = leftKey.joined(with: rightKey), let value = leftValue.joined(with: rightValue) else {
        return nil
      }
      return .map(key, value)
    default: return nil
    }
  }
}

extension CELType: CustomStringConvertible {
  /// The type in the words of the language: `money`, `list(string)`, `nullable string`.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .date: "date"
    case .dateSpan: "date span"
    case .money: "money"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .nullable(let type): "nullable \(type)"
    case .object(let name): name
    case .dyn: "dyn"
    }
  }

  /// The type with its article: `an int`, `money`, `a nullable string`.
  var phrase: String {
    switch self {
    case .money, .null, .bytes: description
    case .int, .object: Self.startsWithVowel(description) ? "an \(description)" : "a \(description)"
    case .dyn: "a value of unknown type"
    default: "a \(description)"
    }
  }

  private static func startsWithVowel(_ word: String) -> Bool {
    word.first.map { "aeio".contains($0) } ?? false
  }
}
