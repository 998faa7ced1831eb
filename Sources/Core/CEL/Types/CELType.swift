/// The type of an expression, as far as it is known before it runs.
///
///     let tags = CELType.list(.string)
///     print(tags)  // list(string)
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
  /// An instant on the time line.
  case timestamp
  /// A length of time.
  case duration
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
  /// A type as a value, such as `type(x)`.
  case type(CELType)
  /// A value of the language's optional type, which is there or not.
  case optional(CELType)
  /// A plain value that may be null: what protocol buffers call a wrapper, and a fact that may be missing.
  case nullable(CELType)
  /// An object of the host, by the name of its type.
  case object(String)
  /// A type of the host that only its functions can make and read, with its type parameters.
  case abstract(String, [CELType])
  /// A type parameter of a declaration, by its name: the `A` in `list(A)`.
  case parameter(String)
  /// A type that is known only when the expression runs.
  case dyn

  /// Whether a value of this type may be missing: `null` itself and all `nullable` types.
  public var isNullable: Bool {
    switch self {
    case .null, .nullable: true
    default: false
    }
  }

  /// The type of the values that are there: of a `nullable string` the string, of others the same.
  public var unwrapped: CELType {
    if case .nullable(let type) = self { return type.unwrapped }
    return self
  }

  /// The same type, for values that may be missing; `dyn` and null say so already.
  public var orNull: CELType {
    switch self {
    case .null, .nullable, .dyn: self
    default: .nullable(self)
    }
  }

  /// Whether this is int, uint or double; money is an amount, not a number.
  public var isNumeric: Bool { self == .int || self == .uint || self == .double }

  /// Whether the language lets null stand for a value of this type without saying so.
  var takesNull: Bool {
    switch self {
    case .null, .nullable, .timestamp, .duration, .optional, .object, .abstract, .dyn: true
    default: false
    }
  }

  /// The types that this one is made of.
  var parts: [CELType] {
    switch self {
    case .list(let part), .type(let part), .optional(let part), .nullable(let part): [part]
    case .map(let key, let value): [key, value]
    case .abstract(_, let parts): parts
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .dateSpan, .money,
      .object, .parameter, .dyn:
      []
    }
  }

  /// The same type with every part changed.
  func replacingParts(_ change: (CELType) -> CELType) -> CELType {
    switch self {
    case .list(let part): .list(change(part))
    case .type(let part): .type(change(part))
    case .optional(let part): .optional(change(part))
    case .nullable(let part): .nullable(change(part))
    case .map(let key, let value): .map(change(key), change(value))
    case .abstract(let name, let parts): .abstract(name, parts.map(change))
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .dateSpan, .money,
      .object, .parameter, .dyn:
      self
    }
  }
}
