extension PatternParser {
  /// Reads `*`, `+`, `?`, `{2}`, `{2,}` or `{2,5}`; nil where a brace is none of these, so stands for itself.
  mutating func readCount() throws(RegularExpressionError) -> (minimum: Int, maximum: Int?)? {
    let start = position
    position += 1
    switch bytes[start] {
    case UInt8(ascii: "*"): return (0, nil)
    case UInt8(ascii: "+"): return (1, nil)
    case UInt8(ascii: "?"): return (0, 1)
    default: break
    }
    guard let count = readBracedCount() else {
      position = start
      return nil
    }
    let limit = PatternLimits.repetitions
    guard count.minimum <= limit, count.maximum ?? 0 <= limit else {
      throw RegularExpressionError(
        start..<position, "`\(text(start..<position))` counts further than \(limit)",
        help: "a repetition goes up to \(limit)")
    }
    if let maximum = count.maximum, maximum < count.minimum {
      throw RegularExpressionError(
        start..<position, "`\(text(start..<position))` counts backwards",
        help: "write the smaller count first: `{\(maximum),\(count.minimum)}`")
    }
    return count
  }

  private mutating func readBracedCount() -> (minimum: Int, maximum: Int?)? {
    guard let minimum = readNumber() else { return nil }
    var maximum: Int? = minimum
    if peek() == UInt8(ascii: ",") {
      position += 1
      if peek() == UInt8(ascii: "}") {
        maximum = nil
      } else {
        guard let number = readNumber() else { return nil }
        maximum = number
      }
    }
    guard peek() == UInt8(ascii: "}") else { return nil }
    position += 1
    return (minimum, maximum)
  }

  // A number does not begin with a needless zero: such braces stand for themselves, as in RE2.
  private mutating func readNumber() -> Int? {
    let start = position
    var number = 0
    while let byte = peek(), Lexer.isDigit(byte) {
      number = min(number * 10 + Int(byte - 48), 1_000_000)
      position += 1
    }
    guard position > start, bytes[start] != UInt8(ascii: "0") || position == start + 1 else { return nil }
    return number
  }
}
