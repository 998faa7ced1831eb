/// The number of a file in a `SourceMap`; files are numbered in the order in which they were added.
package struct FileID: Hashable, Comparable, Sendable {
  /// The place of the file in its map, from 0.
  package let number: UInt16

  /// The number of a file in its map, from 0.
  package init(number: UInt16) {
    self.number = number
  }

  /// Files are ordered by their numbers.
  package static func < (left: FileID, right: FileID) -> Bool {
    left.number < right.number
  }
}

/// A stretch of one file, as UTF-8 byte offsets into its bytes (a byte order mark counted), end exclusive.
///
/// An empty span (`start == end`) is a place between two characters.
package struct Span: Hashable, Sendable {
  /// The file it is a stretch of.
  package let file: FileID
  /// The offset of its first byte.
  package let start: Int32
  /// The offset of the byte behind its last.
  package let end: Int32

  /// A span from offsets; an end before the start gives an empty span.
  package init(file: FileID, start: Int32, end: Int32) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// A span from offsets counted as `Int`; the file limit of 4 MiB keeps them far inside `Int32`.
  package init(file: FileID, start: Int, end: Int) {
    self.init(file: file, start: Int32(clamping: start), end: Int32(clamping: end))
  }

  /// The offsets as a range for subscripting the file's bytes.
  package var range: Range<Int> {
    Int(start)..<Int(end)
  }

  /// The smallest span that covers this one and another of the same file.
  package func joined(with other: Span) -> Span {
    guard other.file == file else { return self }
    return Span(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

/// A place as an editor shows it: line and column from 1, columns counted in Unicode scalars.
package struct Position: Hashable, Comparable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int

  /// A place from its line and column.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Places are ordered as one reads.
  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
