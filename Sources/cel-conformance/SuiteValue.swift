import CEL
import Foundation

/// Values as the suite's JSON writes them: an object with one key, which names the type.
enum SuiteValue {
  /// Reads a value: `{"int": "5"}`, `{"bytes": base64}`, `{"map": [[key, value]]}`, and so on.
  static func read(_ json: Any) throws -> Value {
    guard let object = json as? [String: Any], let (kind, content) = object.first, object.count == 1 else {
      throw ConformanceCase.Malformed(reason: "a value is no object with one key: \(json)")
    }
    let text = content as? String
    let value: Value? =
      switch kind {
      case "null": .null
      case "bool": (content as? Bool).map(Value.bool)
      case "int": text.flatMap { Int64($0) }.map(Value.int)
      case "uint": text.flatMap { UInt64($0) }.map(Value.uint)
      case "double": text.flatMap { Double($0) }.map(Value.double)
      case "string": text.map(Value.string)
      case "bytes": text.flatMap { Data(base64Encoded: $0) }.map { .bytes(Array($0)) }
      case "type": text.map(Value.type)
      case "list": try (content as? [Any]).map { .list(try $0.map(read)) }
      case "map": try (content as? [[Any]]).map { .map(try map($0)) }
      case "timestamp": timestamp(content)
      case "duration": duration(content)
      default: nil
      }
    guard let value else { throw ConformanceCase.Malformed(reason: "a value is not understood: \(json)") }
    return value
  }

  private static func map(_ entries: [[Any]]) throws -> MapValue {
    try MapValue(
      entries.map { entry in
        guard entry.count == 2 else {
          throw ConformanceCase.Malformed(reason: "an entry is no pair: \(entry)")
        }
        return (try read(entry[0]), try read(entry[1]))
      })
  }

  private static func timestamp(_ json: Any) -> Value? {
    parts(json).flatMap { Timestamp(seconds: $0.seconds, nanoseconds: $0.nanoseconds) }.map(Value.timestamp)
  }

  private static func duration(_ json: Any) -> Value? {
    guard let (seconds, nanoseconds) = parts(json) else { return nil }
    let (scaled, tooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflow) = scaled.addingReportingOverflow(Int64(nanoseconds))
    return tooLarge || overflow ? nil : .duration(sum)
  }

  private static func parts(_ json: Any) -> (seconds: Int64, nanoseconds: Int32)? {
    guard let object = json as? [String: Any] else { return nil }
    func number(_ key: String) -> Int64? {
      guard let content = object[key] else { return 0 }
      return (content as? String).flatMap { Int64($0) } ?? (content as? NSNumber)?.int64Value
    }
    guard let seconds = number("seconds"), let nanoseconds = number("nanos") else { return nil }
    return Int32(exactly: nanoseconds).map { (seconds, $0) }
  }
}
