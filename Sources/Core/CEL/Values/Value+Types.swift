extension Value {
  /// The name of the value's type, as `type(x)` gives it.
  ///
  /// Source: the language definition, "Type Values"; `date`, `date_span` and `money` are additions.
  public var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .date: "date"
    case .dateSpan: "date_span"
    case .money: "money"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .type: "type"
    case .optional: "optional_type"
    case .object: "object"
    }
  }

  /// Whether the value can stand where a type is asked for, as far as its outermost layer tells.
  func isOf(_ type: CELType) -> Bool {
    switch type {
    case .dyn, .parameter: true
    case .nullable(let inner): typeName == "null_type" || isOf(inner)
    case .object, .abstract: typeName == "object"
    default: type.runtimeName == typeName
    }
  }

  /// How many bytes a text has, and 0 for other values.
  var byteCount: Int {
    switch self {
    case .string(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    default: 0
    }
  }
}
