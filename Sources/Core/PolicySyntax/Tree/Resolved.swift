/// What a scalar is by the YAML 1.2 core schema, whatever YAML 1.1 would say.
///
/// Source: YAML 1.2.2, section 10.3.2.
package enum Resolved: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  /// A number with a point or an exponent, an infinity, no number, or a whole number too large for `Int64`; as written.
  case float(String)
  case string

  /// The kind in a person's words.
  package var kindInWords: String {
    switch self {
    case .null: "nothing"
    case .bool: "true or false"
    case .int, .float: "a number"
    case .string: "text"
    }
  }
}

extension Scalar {
  /// What the scalar is by the core schema; everything but a plain scalar is text.
  package var resolved: Resolved {
    guard style == .plain else { return .string }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: return Self.number(text) ?? .string
    }
  }

  private static func number(_ text: String) -> Resolved? {
    var utf8 = text.utf8[...]
    guard let first = utf8.first, first < 0x3A else { return nil }
    if text.hasPrefix("0o") { return radix(text.dropFirst(2), 8, text) }
    if text.hasPrefix("0x") { return radix(text.dropFirst(2), 16, text) }
    let signed = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    if signed { utf8 = utf8.dropFirst() }
    if [".inf", ".Inf", ".INF"].contains(String(utf8) ?? "") { return .float(text) }
    if [".nan", ".NaN", ".NAN"].contains(text) { return .float(text) }
    let whole = utf8.prefix(while: isDigit).count
    utf8 = utf8.dropFirst(whole)
    if utf8.isEmpty { return whole == 0 ? nil : Int64(text).map(Resolved.int) ?? .float(text) }
    var fraction = 0
    if utf8.first == UInt8(ascii: ".") {
      utf8 = utf8.dropFirst()
      fraction = utf8.prefix(while: isDigit).count
      utf8 = utf8.dropFirst(fraction)
    }
    guard whole + fraction > 0 else { return nil }
    return utf8.isEmpty || isExponent(utf8) ? .float(text) : nil
  }

  private static func isExponent(_ utf8: Substring.UTF8View) -> Bool {
    guard utf8.first == UInt8(ascii: "e") || utf8.first == UInt8(ascii: "E") else { return false }
    var rest = utf8.dropFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func radix(_ digits: Substring, _ radix: Int, _ text: String) -> Resolved? {
    let valid = digits.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x37: true
      case 0x38...0x39, 0x41...0x46, 0x61...0x66: radix == 16
      default: false
      }
    }
    guard valid, !digits.isEmpty else { return nil }
    return Int64(digits, radix: radix).map(Resolved.int) ?? .float(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }
}
