extension TextFunctions {
  /// The offset of the first occurrence of a part, in bytes, from an offset on; nil where there is none.
  ///
  /// The part is not empty. A match of whole UTF-8 texts begins at a scalar. The search is quadratic at
  /// worst, and charged by the bytes that it compares.
  static func first(
    _ part: Span<UInt8>, in text: Span<UInt8>, from start: Int, _ budget: inout Budget
  ) throws(EvaluationError) -> Int? {
    let lastStart = text.count - part.count
    guard start <= lastStart else { return nil }
    let head = part[0]
    var compared = 0
    for offset in start...lastStart where text[offset] == head {
      if matches(part, text, at: offset, &compared) {
        try budget.spend(bytes: compared)
        return offset
      }
      try settle(&compared, &budget)
    }
    return nil
  }

  /// The offset of the last occurrence of a part, in bytes, that begins at or before an offset; nil for none.
  ///
  /// The part is not empty; the search is charged as the one for the first occurrence is.
  static func last(
    _ part: Span<UInt8>, in text: Span<UInt8>, upTo limit: Int, _ budget: inout Budget
  ) throws(EvaluationError) -> Int? {
    var offset = min(limit, text.count - part.count)
    let head = part[0]
    var compared = 0
    while offset >= 0 {
      if text[offset] == head, matches(part, text, at: offset, &compared) { return offset }
      try settle(&compared, &budget)
      offset -= 1
    }
    return nil
  }

  /// The ranges of bytes between which the occurrences of a part stand, at most so many occurrences.
  ///
  /// There is one more range than there are occurrences. The part is not empty.
  static func pieces(
    of text: String, between part: String, limit: Int, _ budget: inout Budget
  ) throws(EvaluationError) -> [Range<Int>] {
    let bytes = text.utf8.span
    let partBytes = part.utf8.span
    var pieces: [Range<Int>] = []
    var start = 0
    while pieces.count < limit {
      guard let found = try first(partBytes, in: bytes, from: start, &budget) else { break }
      pieces.append(start..<found)
      start = found + partBytes.count
    }
    pieces.append(start..<bytes.count)
    return pieces
  }

  /// The bytes at a range of offsets as a text; both ends are boundaries of scalars.
  static func slice(_ text: String, _ range: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    return String(text[start..<end])
  }

  private static func matches(
    _ part: Span<UInt8>, _ text: Span<UInt8>, at offset: Int, _ compared: inout Int
  ) -> Bool {
    var place = 1
    while place < part.count, text[offset + place] == part[place] { place += 1 }
    compared += place
    return place == part.count
  }

  /// Pays for what has been compared since it last did, once that is 4 KB; the text is paid for already.
  private static func settle(_ compared: inout Int, _ budget: inout Budget) throws(EvaluationError) {
    guard compared >= 4096 else { return }
    try budget.spend(bytes: compared)
    compared = 0
  }
}
