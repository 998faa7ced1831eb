/// One word, number or sign of a text.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case word
    /// A whole number; `ordinal` where a sign says so: `16th`, `1er`, `15.`
    case number(Int, ordinal: Bool)
    /// A number with cents, in hundredths.
    case decimal(Int64)
    case date(WrittenDate)
    /// `3-7` or `24/12-4/1`; only where it ends matters.
    case span(Int)
    case email
    case link
    case sign
  }

  let kind: Kind
  /// Small letters without accents; the sign itself for a sign.
  let text: String
  /// In UTF-8 bytes of the text.
  let range: Range<Int>
  /// The line ends before it.
  let lines: Int
  /// True where the word began with a capital.
  let isCapital: Bool
}

/// A date written in figures, before it is known which figure is which.
struct WrittenDate: Hashable, Sendable {
  let first: Int
  let second: Int
  /// Nil where none is written.
  let year: Int?
  /// True for `2025-12-05`: year, month, day.
  let isISO: Bool
}
