/// The conversions between the types of the language.
enum Conversion {
  /// The value in the type that the function is named after; throws where that cannot express it.
  static func convert(_ value: Value, to function: StandardFunction) throws(EvaluationError) -> Value {
    let result: Value? =
      switch function {
      case .int: try int(value).map(Value.int)
      case .uint: try uint(value).map(Value.uint)
      case .double: double(value).map(Value.double)
      case .string: text(value).map(Value.string)
      case .bool: bool(value).map(Value.bool)
      case .bytes: bytes(value).map(Value.bytes)
      case .timestamp, .duration: try TimeFunctions.convert(value, to: function)
      default: nil
      }
    guard let result else { throw .invalidConversion(function.rawValue) }
    return result
  }

  /// The value as a text; nil for lists, maps, objects, null and bytes that are no UTF-8.
  static func text(_ value: Value) -> String? {
    switch value {
    case .string(let text): text
    case .bool(let bool): bool ? "true" : "false"
    case .int(let int): String(int)
    case .uint(let uint): String(uint)
    case .double(let double): DoubleText.shortest(double)
    case .bytes(let bytes): String(validating: bytes, as: UTF8.self)
    case .date(let day): CivilDay.text(day)
    case .money(let money): money.description
    case .timestamp(let timestamp): timestamp.text
    case .duration(let nanoseconds): TimeFunctions.text(ofDuration: nanoseconds)
    case .type(let name): name
    case .null, .list, .map, .dateSpan, .optional, .object: nil
    }
  }

  private static func int(_ value: Value) throws(EvaluationError) -> Int64? {
    switch value {
    case .int(let int): return int
    case .uint(let uint):
      guard let int = Int64(exactly: uint) else { throw .overflow }
      return int
    case .double(let double):
      guard let int = WholeNumber.truncatedInt(double), int != .min else { throw .overflow }
      return int
    case .string(let text): return Int64(text)
    case .timestamp(let timestamp): return timestamp.seconds
    case .duration(let nanoseconds): return nanoseconds
    default: return nil
    }
  }

  private static func uint(_ value: Value) throws(EvaluationError) -> UInt64? {
    switch value {
    case .uint(let uint): return uint
    case .int(let int):
      guard let uint = UInt64(exactly: int) else { throw .overflow }
      return uint
    case .double(let double):
      // cel-go refuses what is below zero, be it by a fraction.
      guard double >= 0, let uint = WholeNumber.truncatedUInt(double) else { throw .overflow }
      return uint
    case .string(let text):
      // A sign, even that of zero, is refused, as Go's `ParseUint` does.
      guard let first = text.utf8.first, 48...57 ~= first else { return nil }
      return UInt64(text)
    default: return nil
    }
  }

  private static func double(_ value: Value) -> Double? {
    switch value {
    case .double(let double): double
    case .int(let int): Double(int)
    case .uint(let uint): Double(uint)
    case .string(let text): DecimalDouble.read(text)
    default: nil
    }
  }

  private static func bool(_ value: Value) -> Bool? {
    switch value {
    case .bool(let bool): return bool
    case .string(let text):
      switch text {
      case "true", "TRUE", "True", "t", "T", "1": return true
      case "false", "FALSE", "False", "f", "F", "0": return false
      default: return nil
      }
    default: return nil
    }
  }

  private static func bytes(_ value: Value) -> [UInt8]? {
    switch value {
    case .bytes(let bytes): bytes
    case .string(let text): Array(text.utf8)
    default: nil
    }
  }
}
