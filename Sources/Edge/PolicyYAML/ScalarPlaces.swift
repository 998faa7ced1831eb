import PolicySyntax

/// Reads a scalar's source a second time, the way libyaml does, to learn where each byte of its text came from.
///
/// libyaml gives the text and the two ends only. The text read here is compared with libyaml's: where they differ
/// the scalar keeps the place of the whole, so a wrong place is never claimed.
struct ScalarPlaces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var text: [UInt8] = []
  private var runs: [Scalar.Run] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Where the text of a scalar stands, and where its last character ends.
  ///
  /// - Parameters:
  ///   - range: The scalar in the file, anchors and tags left out, as libyaml gives its ends.
  static func read(
    _ bytes: [UInt8], in range: Range<Int>, text: String, style: Scalar.Style
  ) -> (origin: Scalar.Origin, end: Int) {
    bytes.withUnsafeBufferPointer { buffer in
      var text = text
      return text.withUTF8 { expected in
        var places = ScalarPlaces(buffer)
        return places.read(range, expected, style)
      }
    }
  }

  private mutating func read(
    _ range: Range<Int>, _ expected: UnsafeBufferPointer<UInt8>, _ style: Scalar.Style
  ) -> (origin: Scalar.Origin, end: Int) {
    let isQuoted = style == .singleQuoted || style == .doubleQuoted
    let isBlock = style == .literal || style == .folded
    let inside = isQuoted && range.count >= 2 ? range.lowerBound + 1..<range.upperBound - 1 : range
    if !isBlock, inside.count == expected.count, inside.upperBound <= bytes.count,
      isSame(inside.lowerBound, expected)
    {
      return (.straight(Int32(clamping: inside.lowerBound)), range.upperBound)
    }
    var end = range.upperBound
    if isBlock {
      end = readBlock(range, expected, isFolded: style == .folded)
    } else {
      readFlow(inside, style)
    }
    cut(to: expected.count)
    guard text.elementsEqual(expected) else { return (.whole, end) }
    return (.runs(runs), end)
  }

  private func isSame(_ start: Int, _ expected: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<expected.count where bytes[start + index] != expected[index] { return false }
    return true
  }

  /// Drops what a block's chomping dropped, and what follows.
  private mutating func cut(to count: Int) {
    guard text.count > count else { return }
    text.removeLast(text.count - count)
    while let last = runs.last, Int(last.text) >= count { runs.removeLast() }
    if let last = runs.last, Int(last.text + last.textLength) > count, last.textLength == last.sourceLength {
      runs.removeLast()
      let length = count - Int(last.text)
      runs.append(
        Scalar.Run(text: Int(last.text), textLength: length, source: Int(last.source), sourceLength: length))
    }
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = runs.last, last.textLength == last.sourceLength,
      Int(last.source + last.sourceLength) == range.lowerBound
    {
      runs.removeLast()
      let length = Int(last.textLength) + range.count
      runs.append(
        Scalar.Run(text: Int(last.text), textLength: length, source: Int(last.source), sourceLength: length))
    } else {
      runs.append(
        Scalar.Run(
          text: text.count, textLength: range.count, source: range.lowerBound, sourceLength: range.count))
    }
    text.append(contentsOf: bytes[range])
  }

  private mutating func replace(_ range: Range<Int>, by replacement: [UInt8]) {
    guard !replacement.isEmpty else { return }
    runs.append(
      Scalar.Run(
        text: text.count, textLength: replacement.count, source: range.lowerBound, sourceLength: range.count))
    text.append(contentsOf: replacement)
  }

  /// How many bytes the line end here has; 0 where there is none. The five line ends of YAML 1.1.
  private func lineEnd(at index: Int, before end: Int) -> Int {
    guard index < end else { return 0 }
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: return index + 1 < end && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  private mutating func replaceLineEnd(_ range: Range<Int>) {
    // U+2028 and U+2029 stay what they are, all other line ends become LF.
    if range.count == 3 { copy(range) } else { replace(range, by: [0x0A]) }
  }

  private func isBlank(_ index: Int) -> Bool {
    bytes[index] == 0x20 || bytes[index] == 0x09
  }
}

// Plain and quoted scalars.
extension ScalarPlaces {
  private mutating func readFlow(_ range: Range<Int>, _ style: Scalar.Style) {
    var index = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while index < end {
      let byte = bytes[index]
      if isBlank(index) || lineEnd(at: index, before: end) > 0 {
        index = readGap(index, end, isEscaped: false)
      } else if style == .singleQuoted, byte == 0x27, index + 1 < end {
        replace(index..<index + 2, by: [0x27])
        index += 2
      } else if style == .doubleQuoted, byte == 0x5C, index + 1 < end {
        let length = lineEnd(at: index + 1, before: end)
        index = length > 0 ? readGap(index + 1 + length, end, isEscaped: true) : readEscape(index, end)
      } else {
        var stop = index + 1
        while stop < end, bytes[stop] != 0x27, bytes[stop] != 0x5C, !isBlank(stop),
          lineEnd(at: stop, before: end) == 0
        { stop += 1 }
        copy(index..<stop)
        index = stop
      }
    }
  }

  /// White space between two words: kept on one line, folded to a space or to line ends over several.
  private mutating func readGap(_ start: Int, _ end: Int, isEscaped: Bool) -> Int {
    var index = start
    var firstEnd: Range<Int>?
    var furtherEnds: [Range<Int>] = []
    while index < end {
      let length = lineEnd(at: index, before: end)
      if length > 0 {
        if isEscaped || firstEnd != nil {
          furtherEnds.append(index..<index + length)
        } else {
          firstEnd = index..<index + length
        }
        index += length
      } else if isBlank(index) {
        index += 1
      } else {
        break
      }
    }
    if let firstEnd {
      if firstEnd.count == 3 {
        copy(firstEnd)
      } else if furtherEnds.isEmpty {
        replace(firstEnd, by: [0x20])
      }
    } else if !isEscaped {
      copy(start..<index)
    }
    for range in furtherEnds { replaceLineEnd(range) }
    return index
  }

  /// What stands behind a backslash, and its bytes of text.
  private static let simpleEscapes: [UInt8: [UInt8]] = [
    0x30: [0], 0x61: [7], 0x62: [8], 0x74: [9], 0x09: [9], 0x6E: [10], 0x76: [11], 0x66: [12], 0x72: [13],
    0x65: [27], 0x20: [0x20], 0x22: [0x22], 0x2F: [0x2F], 0x5C: [0x5C], 0x4E: [0xC2, 0x85],
    0x5F: [0xC2, 0xA0],
    0x4C: [0xE2, 0x80, 0xA8], 0x50: [0xE2, 0x80, 0xA9],
  ]

  private mutating func readEscape(_ index: Int, _ end: Int) -> Int {
    let code = bytes[index + 1]
    if let replacement = Self.simpleEscapes[code] {
      replace(index..<index + 2, by: replacement)
      return index + 2
    }
    let digits = code == 0x78 ? 2 : code == 0x75 ? 4 : code == 0x55 ? 8 : 0
    let stop = min(end, index + 2 + digits)
    let value = UInt32(String(decoding: bytes[index + 2..<stop], as: UTF8.self), radix: 16)
    if let value, let scalar = Unicode.Scalar(value) {
      replace(index..<stop, by: Array(String(scalar).utf8))
    }
    return stop
  }
}

// Block scalars.
extension ScalarPlaces {
  /// Reads `|` or `>` and its lines; returns where the last line with text ends.
  private mutating func readBlock(
    _ range: Range<Int>, _ expected: UnsafeBufferPointer<UInt8>, isFolded: Bool
  ) -> Int {
    let end = min(range.upperBound, bytes.count)
    var index = range.lowerBound
    while index < end, lineEnd(at: index, before: end) == 0 { index += 1 }
    var headerEnd = range.lowerBound + 1
    while headerEnd < index,
      [0x2B, 0x2D].contains(bytes[headerEnd]) || (0x31...0x39).contains(bytes[headerEnd])
    {
      headerEnd += 1
    }
    index += lineEnd(at: index, before: end)
    let indentation = indentation(from: index, end, expected)
    var lastEnd = headerEnd
    var leadingEnd: Range<Int>?
    var blankEnds: [Range<Int>] = []
    var followsBlank = false
    while index < end {
      var start = index
      while start < end, start - index < indentation, bytes[start] == 0x20 { start += 1 }
      var stop = start
      while stop < end, lineEnd(at: stop, before: end) == 0 { stop += 1 }
      let length = lineEnd(at: stop, before: end)
      if stop == start {
        if length > 0 { blankEnds.append(stop..<stop + length) }
      } else {
        let beginsBlank = isBlank(start)
        join(leadingEnd, blankEnds, isFolded: isFolded && !followsBlank && !beginsBlank)
        copy(start..<stop)
        (leadingEnd, blankEnds, followsBlank, lastEnd) = (stop..<stop + length, [], beginsBlank, stop)
      }
      index = stop + length
      if length == 0 { break }
    }
    join(leadingEnd, blankEnds, isFolded: false)
    return lastEnd
  }

  private mutating func join(_ first: Range<Int>?, _ further: [Range<Int>], isFolded: Bool) {
    if let first, !first.isEmpty {
      if !isFolded || first.count == 3 {
        replaceLineEnd(first)
      } else if further.isEmpty {
        replace(first, by: [0x20])
      }
    }
    for range in further { replaceLineEnd(range) }
  }

  /// How far the block is indented: what the first line with text has more in the file than in the text.
  private func indentation(from start: Int, _ end: Int, _ expected: UnsafeBufferPointer<UInt8>) -> Int {
    let inText = expected.drop { $0 == 0x0A }.prefix { $0 == 0x20 }.count
    var index = start
    var widest = 0
    while index < end {
      var stop = index
      while stop < end, bytes[stop] == 0x20 { stop += 1 }
      let length = lineEnd(at: stop, before: end)
      if length == 0, stop < end { return max(0, stop - index - inText) }
      widest = max(widest, stop - index)
      if length == 0 { break }
      index = stop + length
    }
    return widest
  }
}
