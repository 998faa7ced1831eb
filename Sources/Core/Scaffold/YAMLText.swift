/// Texts as YAML scalars, whatever is in them.
enum YAMLText {
  /// A text in double quotes, on one line; control characters and what YAML cannot hold are escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The lines of a text, each so far to the right; empty ones stay empty.
  static func indented(_ text: String, by spaces: Int) -> String {
    let margin = String(repeating: " ", count: spaces)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
  }

  /// A text as part of a template: braces that would open a tag stand for themselves.
  static func inTemplate(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let opening = rest.firstRange(of: "{{") {
      result += rest[..<opening.lowerBound] + "\\{{"
      rest = rest[opening.upperBound...]
    }
    return result + rest
  }
}
