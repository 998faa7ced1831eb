/// Texts of doubles as the language takes them: decimal digits, or a word for what is no finite number.
enum DecimalDouble {
  /// Reads `-1.5e3`, `.5`, `NaN`, `+Infinity`; nil for any other text and for numbers beyond all doubles.
  ///
  /// Hexadecimal digits, blanks and the words of other languages are refused. Source: the package strconv of
  /// Go, `ParseFloat`, which the conformance tests of CEL go by.
  static func read(_ text: String) -> Double? {
    let bytes = Array(text.utf8.prefix(64))
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: ".") || Lexer.isDigit(first) {
      guard !rest.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) else { return nil }
      return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
    let word = String(decoding: rest, as: UTF8.self).lowercased()
    switch word {
    case "inf", "infinity": return bytes.first == UInt8(ascii: "-") ? -Double.infinity : .infinity
    case "nan": return rest.count == bytes.count ? .nan : nil
    default: return nil
    }
  }
}
