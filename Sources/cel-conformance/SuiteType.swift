import CEL

/// Types as the suite's JSON writes them: a word, or an object with one key.
enum SuiteType {
  /// Reads a type: `"int64"`, `{"list": type}`, `{"map": [key, value]}`, `{"abstract": name, "of": [types]}`.
  static func read(_ json: Any?) throws -> CELType {
    if let word = json as? String, let type = words[word] { return type }
    if let object = json as? [String: Any], let type = try read(object: object) { return type }
    throw ConformanceCase.Malformed(reason: "a type is not understood: \(json ?? "none")")
  }

  private static func read(object: [String: Any]) throws -> CELType? {
    if let name = object["abstract"] as? String {
      let parts = try (object["of"] as? [Any] ?? []).map(read)
      if name == "optional_type", let part = parts.first { return .optional(part) }
      return .abstract(name, parts)
    }
    if let element = object["list"] { return .list(try read(element)) }
    if let parts = object["map"] as? [Any], parts.count == 2 {
      return .map(try read(parts[0]), try read(parts[1]))
    }
    if let name = object["param"] as? String { return .parameter(name) }
    if let inner = object["wrapper"] { return .nullable(try read(inner)) }
    if let inner = object["type"] { return .type(try read(inner)) }
    for key in ["message", "well_known", "primitive"] {
      if let word = object[key] as? String { return try read(word) }
    }
    return nil
  }

  private static let words: [String: CELType] = [
    "null": .null, "bool": .bool, "int64": .int, "int": .int, "uint64": .uint, "uint": .uint,
    "double": .double,
    "string": .string, "bytes": .bytes, "dyn": .dyn, "timestamp": .timestamp, "duration": .duration,
    "TIMESTAMP": .timestamp, "DURATION": .duration, "google.protobuf.Timestamp": .timestamp,
    "google.protobuf.Duration": .duration, "type": .type(.dyn), "list": .list(.dyn), "map": .map(.dyn, .dyn),
  ]
}
