#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of an export, read a piece at a time.
package final class ExportLines {
  private static let pieceBytes = 1 << 16

  private let descriptor: Int32
  private let name: String
  private var pending: [UInt8] = []
  /// Where in `pending` the next line begins.
  private var start = 0
  private var hasEnded = false

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: `notFound`, `notReadable`.
  package init(_ path: String) throws(JournalError) {
    name = path == "-" ? "standard input" : path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let isMissing = errno == ENOENT
      throw JournalError(
        isMissing ? .notFound : .notReadable, "the export `\(name)` cannot be read: check the path",
        cause: JournalPlace.systemError())
    }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The next line without its line end, nil after the last.
  ///
  /// - Throws: `notReadable` where the system fails, or a line has more than `JournalLimits.lineBytes`.
  package func next() throws(JournalError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = pending[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(pending[start..<end])
      }
      searched = pending.count
      guard !hasEnded else {
        defer { start = pending.count }
        return start < pending.count ? Array(pending[start...]) : nil
      }
      guard pending.count - start <= JournalLimits.lineBytes else {
        throw JournalError(.notReadable, "`\(name)` is no export of a journal: it has a line without an end")
      }
      searched -= start
      pending.removeSubrange(..<start)
      start = 0
      try fill()
    }
  }

  private func fill() throws(JournalError) {
    var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count >= 0 {
        hasEnded = count == 0
        pending += piece[..<count]
        return
      }
      guard errno == EINTR else {
        throw JournalError(
          .notReadable, "the export `\(name)` cannot be read to its end", cause: JournalPlace.systemError())
      }
    }
  }
}
