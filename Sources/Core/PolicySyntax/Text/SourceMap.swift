/// All files that one run has read, by number: what turns a span into a path, a line and a column.
package struct SourceMap: Sendable {
  private var files: [SourceFile] = []

  /// A map without files.
  package init() {}

  /// The numbers of all files, in the order in which they were added.
  package var fileIDs: [FileID] {
    files.indices.map { FileID(number: UInt16(clamping: $0)) }
  }

  /// Adds a file and gives it the next number. At most 65 536 files: loaders stop long before.
  package mutating func add(path: String, bytes: [UInt8]) -> FileID {
    precondition(files.count < Int(UInt16.max), "a source map holds at most 65 535 files")
    files.append(SourceFile(path: path, bytes: bytes))
    return FileID(number: UInt16(files.count - 1))
  }

  /// The file of a number; an empty file without a path for a number of another map.
  package subscript(file: FileID) -> SourceFile {
    let index = Int(file.number)
    return index < files.count ? files[index] : SourceFile(path: "", bytes: [])
  }

  /// Where a span begins, as `path:line`.
  package func place(_ span: Span) -> String {
    let file = self[span.file]
    return "\(file.path):\(file.line(at: Int(span.start)))"
  }

  /// Where a span begins, as line and column.
  package func start(of span: Span) -> Position {
    self[span.file].position(at: Int(span.start))
  }

  /// Where a span ends, as line and column of the place just behind it.
  package func end(of span: Span) -> Position {
    self[span.file].position(at: Int(span.end))
  }

  /// The characters that a span covers.
  package func text(of span: Span) -> String {
    self[span.file].text(in: span.range)
  }
}
