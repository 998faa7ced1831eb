/// Reads what is written in figures: numbers, amounts and dates.
enum Numeral {
  /// What a run of figures with signs between them is.
  static func read(_ text: String) -> Token.Kind {
    if let date = date(text) { return .date(date) }
    let bytes = Array(text.utf8)
    if bytes.allSatisfy(\.isDigit) {
      return bytes.count <= 9 ? .number(Int(text) ?? 0, ordinal: false) : .word
    }
    if let end = span(text) {
      return isDay(text) ? dayAndMonth(text).map(Token.Kind.date) ?? .span(end) : .span(end)
    }
    return amount(bytes).map(Token.Kind.decimal) ?? .word
  }

  /// True for two figures that can be a day and a month, in either order.
  static func isDayAndMonth(_ text: String) -> Bool { dayAndMonth(text) != nil }

  /// `17.10`, `10/29`.
  static func dayAndMonth(_ text: String) -> WrittenDate? {
    let parts = text.split(whereSeparator: { "./-".contains($0) })
    guard parts.count == 2, let first = short(parts[0]), let second = short(parts[1]) else { return nil }
    guard (1...31).contains(first), (1...31).contains(second), first <= 12 || second <= 12 else { return nil }
    return WrittenDate(first: first, second: second, year: nil, isISO: false)
  }

  private static func short(_ part: Substring) -> Int? { part.utf8.count <= 2 ? Int(part) : nil }

  private static func date(_ text: String) -> WrittenDate? {
    let parts = text.split(
      separator: text.contains("/") ? "/" : text.contains("-") ? "-" : ".", omittingEmptySubsequences: false)
    if parts.count == 3, let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2]) {
      if parts[0].utf8.count == 4, (1...12).contains(second), (1...31).contains(third) {
        return WrittenDate(first: second, second: third, year: first, isISO: true)
      }
      guard (1...31).contains(first), (1...31).contains(second), first <= 12 || second <= 12 else {
        return nil
      }
      guard parts[0].utf8.count <= 2, parts[1].utf8.count <= 2 else { return nil }
      switch parts[2].utf8.count {
      case 2: return WrittenDate(first: first, second: second, year: 2000 + third, isISO: false)
      case 4: return WrittenDate(first: first, second: second, year: third, isISO: false)
      default: return nil
      }
    }
    // `3/4` is a day; `3.4` only with a point behind it, which the tokenizer looks for; `3-4` a span.
    return parts.count == 2 && text.contains("/") ? dayAndMonth(text) : nil
  }

  /// True for `23-02` and `15-5`, which end before they begin, or with a nought: a day and a month.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let first = Int(parts[0]), let second = Int(parts[1]) else { return false }
    return second <= 12 && (first > second || parts[1].hasPrefix("0"))
  }

  /// Where `3-7` ends.
  private static func span(_ text: String) -> Int? {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let first = short(parts[0]), let second = short(parts[1]) else { return nil }
    return (1...31).contains(first) && (1...31).contains(second) ? second : nil
  }

  /// In hundredths: the last sign with two figures behind it separates the cents, all others are thousands.
  private static func amount(_ bytes: [UInt8]) -> Int64? {
    let signs = bytes.indices.filter { !bytes[$0].isDigit }
    guard let last = signs.last, !bytes.contains(UInt8(ascii: "/")), !bytes.contains(UInt8(ascii: "-")) else {
      return nil
    }
    let behind = bytes.count - last - 1
    let cents = behind == 2 || behind == 1
    var value: Int64 = 0
    for byte in bytes where byte.isDigit {
      guard value < Int64.max / 1000 else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    if !cents { return value * 100 }
    return behind == 2 ? value : value * 10
  }
}
