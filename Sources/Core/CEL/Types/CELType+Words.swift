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
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .date: "date"
    case .dateSpan: "date span"
    case .money: "money"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .type(let type): "type(\(type))"
    case .optional(let type): "optional(\(type))"
    case .nullable(let type): "nullable \(type)"
    case .object(let name): name
    case .abstract(let name, let parts):
      parts.isEmpty ? name : "\(name)(\(parts.map(\.description).joined(separator: ", ")))"
    case .parameter(let name): name
    case .dyn: "dyn"
    }
  }

  /// The type with its article: `an int`, `money`, `a nullable string`.
  var phrase: String {
    switch self {
    case .money, .null, .bytes: description
    case .dyn: "a value of unknown type"
    default: "aeio".contains(description.prefix(1)) ? "an \(description)" : "a \(description)"
    }
  }

  /// The name that `type(x)` gives for values of this type; nil where only the value itself can tell.
  var runtimeName: String? {
    switch self {
    case .null: "null_type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .dateSpan: "date_span"
    case .list: "list"
    case .map: "map"
    case .type: "type"
    case .optional: "optional_type"
    case .object(let name), .abstract(let name, _): name
    case .bool, .int, .uint, .double, .string, .bytes, .date, .money: description
    case .nullable, .parameter, .dyn: nil
    }
  }

  /// The types that an expression can name, by the names it uses.
  static let named: [String: CELType] = {
    let plain: [CELType] = [
      .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .dateSpan, .money,
      .list(.dyn), .map(.dyn, .dyn), .type(.dyn), .optional(.dyn),
    ]
    var all: [String: CELType] = ["dyn": .dyn]
    for type in plain { if let name = type.runtimeName { all[name] = type } }
    return all
  }()
}
