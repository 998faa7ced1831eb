import CEL
import Foundation

/// Texts of values: `string(x)` and the clauses of `format`.
enum ReferenceFormat {
  /// A text in which every clause is replaced by the value that it asks for.
  static func text(_ template: [Unicode.Scalar], _ values: [Value]) throws(ReferenceFailure) -> String {
    var result = ""
    var rest = template[...]
    var used = 0
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        result += "%"
        continue
      }
      var places: Int?
      if rest.first == "." {
        let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) }
        rest.removeFirst(digits.count + 1)
        guard let number = Int(String(String.UnicodeScalarView(digits))), number < 30 else {
          throw ReferenceFailure(.invalidArgument)
        }
        places = number
      }
      guard let letter = rest.popFirst() else { throw ReferenceFailure(.invalidArgument) }
      guard "sdfebxXo".unicodeScalars.contains(letter), used < values.count else {
        throw ReferenceFailure(.invalidArgument, .indexOutOfRange)
      }
      result += try clause(letter, places, values[used])
      used += 1
    }
    return result
  }

  private static func clause(
    _ letter: Unicode.Scalar, _ places: Int?, _ value: Value
  ) throws(ReferenceFailure) -> String {
    let refused = ReferenceFailure(.invalidArgument, .typeMismatch, .nullValue)
    switch (letter, value) {
    case ("s", _): return try plain(value)
    case ("d", .int), ("d", .uint), ("d", .double): return try plain(value)
    case ("f", .double(let double)), ("e", .double(let double)):
      return number(double, letter, places)
    case ("f", .int(let int)), ("e", .int(let int)): return number(Double(int), letter, places)
    case ("f", .uint(let uint)), ("e", .uint(let uint)): return number(Double(uint), letter, places)
    case ("b", .bool(let bool)): return bool ? "1" : "0"
    case ("x", .string(let text)): return hexadecimal(Array(text.utf8))
    case ("x", .bytes(let bytes)): return hexadecimal(bytes)
    case ("X", .string), ("X", .bytes), ("X", .int), ("X", .uint):
      return try clause("x", places, value).uppercased()
    case ("b", .int), ("b", .uint): return String(try value.whole(), radix: 2)
    case ("o", .int), ("o", .uint): return String(try value.whole(), radix: 8)
    case ("x", .int), ("x", .uint): return String(try value.whole(), radix: 16)
    default: throw refused
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String(format: "%02x", Int($0)) }.joined()
  }

  private static func number(_ double: Double, _ letter: Unicode.Scalar, _ places: Int?) -> String {
    if !double.isFinite { return special(double) }
    return String(format: "%.\(places ?? 6)\(letter)", double)
  }

  private static func special(_ double: Double) -> String {
    double.isNaN ? "NaN" : (double > 0 ? "Infinity" : "-Infinity")
  }

  /// The value as `%s` shows it; entries of maps stand in the order of their keys' texts.
  private static func plain(_ value: Value) throws(ReferenceFailure) -> String {
    switch value {
    case .null: return "null"
    case .bool(let bool): return bool ? "true" : "false"
    case .int, .uint: return ReferenceDecimal(try value.whole()).text
    case .double(let double):
      if !double.isFinite { return special(double) }
      return (double.sign == .minus ? "-" : "") + ReferenceDecimal(shortest: double.magnitude).text
    case .string(let text): return text
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw ReferenceFailure(.invalidArgument, .invalidConversion)
      }
      return text
    case .type(let name): return name
    case .date(let day): return date(day)
    case .dateSpan(let days): return "\(days) \(days.magnitude == 1 ? "day" : "days")"
    case .money(let money): return self.money(money)
    case .list(let list):
      var parts: [String] = []
      for element in list { parts.append(try plain(element)) }
      return "[\(parts.joined(separator: ", "))]"
    case .map(let map):
      var parts: [(key: String, value: String)] = []
      for entry in map.entries { parts.append((try plain(entry.key), try plain(entry.value))) }
      let sorted = parts.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
      return "{\(sorted.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    case .timestamp(let instant): return ReferenceTime.text(instant)
    case .duration(let nanoseconds): return ReferenceTime.text(ofDuration: nanoseconds)
    case .optional, .object: throw ReferenceFailure(.invalidArgument, .typeMismatch)
    }
  }

  /// The shortest text of a double as Go's `%g` writes it: with an exponent below 10^-4 and from 10^6 on.
  static func general(_ double: Double) -> String {
    if double.isNaN { return "NaN" }
    if double.isInfinite { return double > 0 ? "+Inf" : "-Inf" }
    let sign = double.sign == .minus ? "-" : ""
    if double == 0 { return sign + "0" }
    let decimal = ReferenceDecimal(shortest: double.magnitude)
    let digits = decimal.digits.text
    let exponent = digits.count - decimal.scale - 1
    if exponent >= -4, exponent < 6 { return sign + decimal.text }
    var trimmed = digits
    while trimmed.hasSuffix("0") { trimmed.removeLast() }
    let fraction = trimmed.dropFirst()
    let power = String(exponent.magnitude)
    return sign + trimmed.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      + (exponent < 0 ? "e-" : "e+") + (power.count < 2 ? "0" + power : power)
  }

  /// Digits and currency.
  static func money(_ money: MoneyAmount) -> String {
    "\(ReferenceDecimal(money.amount).text) \(money.currency)"
  }

  /// The day as `2026-03-09`.
  static func date(_ day: Int32) -> String {
    let parts = ReferenceTime.parts(Int(day))
    return String(format: "%04d-%02d-%02d", parts.year, parts.month, parts.day)
  }
}
