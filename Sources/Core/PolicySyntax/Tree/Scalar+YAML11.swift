extension Scalar {
  /// Whether a YAML 1.1 reader would take this plain scalar for something else than we do.
  package var readsDifferentlyIn11: Bool {
    readingIn11 != nil
  }

  /// What a YAML 1.1 reader would take this plain scalar for, in words ("false", "the number 321", "a date");
  /// nil where both read the same.
  ///
  /// Source: YAML 1.1 types `bool`, `int`, `float`, `timestamp`, `merge`, as PyYAML and libyaml's users apply them.
  package var readingIn11: String? {
    guard style == .plain, !text.isEmpty, text.utf8.count <= 64 else { return nil }
    switch text {
    case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON": return "true"
    case "n", "N", "no", "No", "NO", "off", "Off", "OFF": return "false"
    case "<<": return "a merge of another mapping"
    default: break
    }
    guard let first = text.utf8.first, first < 0x3A else { return nil }
    return octalIn11 ?? underscoredIn11 ?? sexagesimalIn11 ?? timestampIn11 ?? textIn11
  }

  private var unsigned: Substring {
    text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
  }

  private var octalIn11: String? {
    let digits = unsigned
    guard digits.utf8.count > 1, digits.utf8.first == UInt8(ascii: "0") else { return nil }
    if digits.hasPrefix("0b"), let value = Int64(digits.dropFirst(2), radix: 2) {
      return "the number \(value)"
    }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    guard let value = Int64(digits, radix: 8) else { return "text" }
    return "\(value)" == digits ? nil : "the number \(value)"
  }

  private var underscoredIn11: String? {
    let digits = unsigned
    guard digits.utf8.contains(UInt8(ascii: "_")), let first = digits.utf8.first,
      (0x30...0x39).contains(first),
      digits.utf8.allSatisfy({
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      })
    else { return nil }
    return "the number \(String(text.filter { $0 != "_" }))"
  }

  private var sexagesimalIn11: String? {
    let parts = unsigned.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, let head = parts.first, !head.isEmpty else { return nil }
    var value = 0
    for (index, part) in parts.enumerated() {
      let digits = part.prefix { $0 != "." }
      guard !digits.isEmpty, digits.utf8.count <= 6, let number = Int(digits),
        part == digits || index == parts.count - 1,
        index == 0 || number < 60
      else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 60)
      guard !overflow else { return "a number in base 60" }
      value = product + number
    }
    return "the number \(text.hasPrefix("-") ? -value : value)"
  }

  private var timestampIn11: String? {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return "a date"
  }

  /// Numbers of 1.2 that are text in 1.1: `0o17`, `1e3` (1.1 wants a point).
  private var textIn11: String? {
    switch resolved {
    case .int: return text.hasPrefix("0o") ? "text" : nil
    case .float:
      let digits = text.utf8
      let hasExponent = digits.contains(UInt8(ascii: "e")) || digits.contains(UInt8(ascii: "E"))
      return hasExponent && !digits.contains(UInt8(ascii: ".")) ? "text" : nil
    case .null, .bool, .string: return nil
    }
  }
}
