/// The text of one YAML scalar, with a map from every byte of the text to the bytes of the file.
package struct Scalar: Sendable {
  /// How the scalar is written.
  package enum Style: Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  /// One stretch of text and the bytes of the file that it was read from.
  ///
  /// Where both have one length they correspond byte by byte; else the stretch is one thing: an escape, a doubled
  /// quote, a folded line end.
  package struct Run: Hashable, Sendable {
    /// Where the stretch begins in the text, in bytes.
    package let text: Int32
    /// How many bytes of text it has.
    package let textLength: Int32
    /// Where it begins in the file, in bytes.
    package let source: Int32
    /// How many bytes of the file it has.
    package let sourceLength: Int32

    /// A stretch from offsets and lengths in bytes.
    package init(text: Int, textLength: Int, source: Int, sourceLength: Int) {
      self.text = Int32(clamping: text)
      self.textLength = Int32(clamping: textLength)
      self.source = Int32(clamping: source)
      self.sourceLength = Int32(clamping: sourceLength)
    }
  }

  /// How the text lies in the file.
  package enum Origin: Sendable {
    /// Byte by byte from this offset of the file: the common case of one line without escapes.
    case straight(Int32)
    /// In stretches, ordered and without gaps in the text.
    case runs([Run])
    /// Only known as a whole.
    case whole
  }

  /// The text as it is meant: escapes read, lines folded, indentation taken away; line ends are LF.
  package let text: String
  /// How the scalar is written in the file.
  package let style: Style
  private let span: Span
  private let origin: Origin

  /// - Parameters:
  ///   - span: The scalar in the file, quotes or block header included.
  ///   - origin: Where each byte of `text` stands in the file.
  package init(text: String, style: Style, span: Span, origin: Origin) {
    self.text = text
    self.style = style
    self.span = span
    self.origin = origin
  }

  /// Where a part of the text stands in the file: exact in every style, also behind escapes and indentation.
  ///
  /// - Parameter utf8Range: Byte offsets into `text`; offsets outside are moved to its ends.
  /// - Returns: From the first byte's place to behind the last byte's place; an empty range gives an empty span.
  package func source(_ utf8Range: Range<Int>) -> Span {
    let range = utf8Range.clamped(to: 0..<text.utf8.count)
    switch origin {
    case .whole:
      return span
    case .straight(let start):
      return Span(
        file: span.file, start: Int(start) + range.lowerBound, end: Int(start) + range.upperBound)
    case .runs(let runs):
      let start = sourceStart(of: range.lowerBound, in: runs)
      let end = range.isEmpty ? start : sourceEnd(of: range.upperBound - 1, in: runs)
      return Span(file: span.file, start: start, end: end)
    }
  }

  /// Whether parts of the text have exact places; false only for scalars that were read as a whole.
  package var hasExactPlaces: Bool {
    if case .whole = origin { return false }
    return true
  }

  private func run(of offset: Int, in runs: [Run]) -> Run? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? runs[low - 1] : nil
  }

  private func sourceStart(of offset: Int, in runs: [Run]) -> Int {
    guard let run = run(of: offset, in: runs) else { return Int(span.end) }
    let inside = offset - Int(run.text)
    if inside >= Int(run.textLength) { return Int(run.source + run.sourceLength) }
    return run.textLength == run.sourceLength ? Int(run.source) + inside : Int(run.source)
  }

  private func sourceEnd(of offset: Int, in runs: [Run]) -> Int {
    guard let run = run(of: offset, in: runs) else { return Int(span.end) }
    let inside = offset - Int(run.text)
    return run.textLength == run.sourceLength
      ? Int(run.source) + min(inside + 1, Int(run.sourceLength)) : Int(run.source + run.sourceLength)
  }
}
