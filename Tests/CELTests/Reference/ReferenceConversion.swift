import CEL

/// Conversions between types, and the functions of days and instants.
enum ReferenceConversion {
  /// A value of a type that the conversion does not take; only values of unknown type can be one.
  private static let refused = ReferenceFailure(.typeMismatch, .nullValue, .invalidConversion)

  static func call(_ function: StandardFunction, _ values: [Value]) throws(ReferenceFailure) -> Value {
    guard let value = values.first else { throw ReferenceFailure(.typeMismatch) }
    switch function {
    case .dyn: return value
    case .type: return .type(typeName(value))
    case .int: return try int(value)
    case .uint: return try uint(value)
    case .double: return try double(value)
    case .bool: return try bool(value)
    case .string: return .string(try text(value))
    case .bytes:
      if case .bytes = value { return value }
      guard case .string(let text) = value else { throw refused }
      return .bytes(Array(text.utf8))
    case .days:
      guard case .int(let count) = value else { throw refused }
      return .dateSpan(Int(count))
    case .weekday:
      guard case .date(let day) = value else { throw refused }
      // 0001-01-01 was a Monday.
      return .int((Int64(day) + 719_162) % 7 + 1)
    case .timestamp: return try ReferenceTime.timestamp(of: value)
    case .duration: return try ReferenceTime.duration(of: value)
    default: return try ReferenceTime.part(function, values)
    }
  }

  /// The name that `type(x)` gives.
  static func typeName(_ value: Value) -> String {
    switch value {
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

  /// A double without its fraction, if it is finite and below 10^30 in size.
  private static func truncated(_ double: Double) throws(ReferenceFailure) -> Int128 {
    guard double.magnitude < 1e30 else { throw ReferenceFailure(.overflow) }
    return Int128(double.rounded(.towardZero))
  }

  private static func int(_ value: Value) throws(ReferenceFailure) -> Value {
    switch value {
    case .int: return value
    case .uint(let uint): return try ReferenceArithmetic.int(Int128(uint))
    case .double(let double):
      // Neither end of the range of ints can be reached from a double.
      let whole = try truncated(double)
      guard double > -0x1p63, double < 0x1p63 else { throw ReferenceFailure(.overflow) }
      return try ReferenceArithmetic.int(whole)
    case .string(let text):
      let hasSign = text.hasPrefix("-") || text.hasPrefix("+")
      guard let whole = digits(hasSign ? String(text.dropFirst()) : text),
        let int = Int64(exactly: text.hasPrefix("-") ? -whole : whole)
      else { throw ReferenceFailure(.invalidConversion) }
      return .int(int)
    case .timestamp(let instant): return .int(instant.seconds)
    case .duration(let nanoseconds): return .int(nanoseconds)
    default: throw refused
    }
  }

  private static func uint(_ value: Value) throws(ReferenceFailure) -> Value {
    switch value {
    case .uint: return value
    case .int(let int): return try ReferenceArithmetic.uint(Int128(int))
    case .double(let double):
      // cel-go refuses every double below zero.
      guard double >= 0 else { throw ReferenceFailure(.overflow) }
      return try ReferenceArithmetic.uint(try truncated(double))
    case .string(let text):
      guard let whole = digits(text), let uint = UInt64(exactly: whole) else {
        throw ReferenceFailure(.invalidConversion)
      }
      return .uint(uint)
    default: throw refused
    }
  }

  private static func digits(_ text: String) -> Int128? {
    guard !text.isEmpty, text.utf8.count < 35, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int128(text)
  }

  private static func double(_ value: Value) throws(ReferenceFailure) -> Value {
    switch value {
    case .double: return value
    case .int(let int): return .double(Double(int))
    case .uint(let uint): return .double(Double(uint))
    case .string(let text):
      // The forms of Go's `strconv.ParseFloat`, but for those in base 16.
      let isNegative = text.hasPrefix("-")
      let body = isNegative || text.hasPrefix("+") ? String(text.dropFirst()) : text
      switch body.lowercased() {
      case "inf", "infinity": return .double(isNegative ? -.infinity : .infinity)
      case "nan" where body == text: return .double(.nan)
      default: break
      }
      guard body.wholeMatch(of: /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/) != nil,
        let double = Double(body.hasPrefix(".") ? "0" + body : body), double.isFinite
      else { throw ReferenceFailure(.invalidConversion) }
      return .double(isNegative ? -double : double)
    default: throw refused
    }
  }

  private static func bool(_ value: Value) throws(ReferenceFailure) -> Value {
    switch value {
    case .bool: return value
    case .string(let text):
      if ["1", "t", "T", "true", "TRUE", "True"].contains(text) { return .bool(true) }
      if ["0", "f", "F", "false", "FALSE", "False"].contains(text) { return .bool(false) }
      throw ReferenceFailure(.invalidConversion)
    default: throw refused
    }
  }

  private static func text(_ value: Value) throws(ReferenceFailure) -> String {
    switch value {
    case .string(let text): return text
    case .bool(let bool): return bool ? "true" : "false"
    case .int(let int): return ReferenceDecimal(Int128(int)).text
    case .uint(let uint): return ReferenceDecimal(Int128(uint)).text
    case .double(let double): return ReferenceFormat.general(double)
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw ReferenceFailure(.invalidConversion)
      }
      return text
    case .date(let day): return ReferenceFormat.date(day)
    case .money(let money): return ReferenceFormat.money(money)
    case .timestamp(let instant): return ReferenceTime.text(instant)
    case .duration(let nanoseconds): return ReferenceTime.text(ofDuration: nanoseconds)
    default: throw refused
    }
  }
}
