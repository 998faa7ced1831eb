extension TextFunctions {
  /// The letter at a position; empty at the end of the text.
  static func character(
    of text: String, _ arguments: ArraySlice<Value>
  ) throws(EvaluationError) -> String {
    guard arguments.count == 1 else { throw .typeMismatch }
    let start = try index(of: wholeNumber(arguments.first), in: text)
    guard start < text.endIndex else { return "" }
    return String(text.unicodeScalars[start])
  }

  /// The letters from a position on, to the end or up to another position.
  static func substring(
    of text: String, _ arguments: ArraySlice<Value>
  ) throws(EvaluationError) -> String {
    guard let first = arguments.first, arguments.count <= 2 else { throw .typeMismatch }
    let from = try wholeNumber(first)
    let scalars = text.unicodeScalars
    guard arguments.count == 2 else { return String(scalars[try index(of: from, in: text)...]) }
    let to = try wholeNumber(arguments.last)
    guard from <= to else { throw .invalidArgument("a part of a text from \(from) to \(to)") }
    let start = try index(of: from, in: text)
    let count = Int(clamping: to - from)
    guard let end = scalars.index(start, offsetBy: count, limitedBy: scalars.endIndex) else {
      throw .indexOutOfRange(to)
    }
    return String(scalars[start..<end])
  }

  /// The position of the first occurrence of a part, or the first from a position on; -1 where there is none.
  ///
  /// The empty part is where the search begins, even outside of the text: so it is documented.
  static func firstPosition(
    in text: String, _ arguments: ArraySlice<Value>, _ budget: inout Budget
  ) throws(EvaluationError) -> Int64 {
    let (part, from) = try search(arguments)
    if part.isEmpty { return from ?? 0 }
    let start = try byteOffset(of: from ?? 0, in: text)
    let bytes = text.utf8.span
    guard let found = try first(part.utf8.span, in: bytes, from: start, &budget) else { return -1 }
    return (from ?? 0) + Int64(letters(in: bytes, start..<found))
  }

  /// The position of the last occurrence of a part, or the last up to a position; -1 where there is none.
  ///
  /// The empty part is where the search begins, even outside of the text: so it is documented.
  static func lastPosition(
    in text: String, _ arguments: ArraySlice<Value>, _ budget: inout Budget
  ) throws(EvaluationError) -> Int64 {
    let (part, from) = try search(arguments)
    let bytes = text.utf8.span
    if part.isEmpty { return from ?? Int64(letters(in: bytes, 0..<bytes.count)) }
    var start = bytes.count
    if let from { start = try byteOffset(of: from, in: text) }
    guard let found = try last(part.utf8.span, in: bytes, upTo: start, &budget) else { return -1 }
    return Int64(letters(in: bytes, 0..<found))
  }

  /// An int; throws `typeMismatch` for anything else.
  static func wholeNumber(_ value: Value?) throws(EvaluationError) -> Int64 {
    guard case .int(let number)? = value else { throw .typeMismatch }
    return number
  }

  /// A text; throws `typeMismatch` for anything else.
  static func text(_ value: Value?) throws(EvaluationError) -> String {
    guard case .string(let text)? = value else { throw .typeMismatch }
    return text
  }

  private static func search(
    _ arguments: ArraySlice<Value>
  ) throws(EvaluationError) -> (part: String, from: Int64?) {
    guard arguments.count == 1 || arguments.count == 2 else { throw .typeMismatch }
    let part = try text(arguments.first)
    return (part, arguments.count == 2 ? try wholeNumber(arguments.last) : nil)
  }

  /// The place of a position, which may be the end; throws `indexOutOfRange` beyond.
  private static func index(of position: Int64, in text: String) throws(EvaluationError) -> String.Index {
    let scalars = text.unicodeScalars
    // No text has more scalars than bytes, and so the position is within an Int.
    guard position >= 0, position <= text.utf8.count,
      let index = scalars.index(scalars.startIndex, offsetBy: Int(position), limitedBy: scalars.endIndex)
    else { throw .indexOutOfRange(position) }
    return index
  }

  private static func byteOffset(of position: Int64, in text: String) throws(EvaluationError) -> Int {
    text.utf8.distance(from: text.startIndex, to: try index(of: position, in: text))
  }

  /// How many scalars begin in a range of UTF-8 bytes.
  private static func letters(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] & 0b1100_0000 != 0b1000_0000 { count += 1 }
    return count
  }
}
