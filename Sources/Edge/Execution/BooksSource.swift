import JournalModel
import Receivables

/// The books as a run reads them: at its beginning, and again before every message where they may have changed.
package protocol BooksSource: AnyObject {
  /// Reads the books anew.
  ///
  /// - Parameter day: The first day that is decided.
  func read(on day: Day) async throws -> Snapshot

  /// True unless it is certain that they are what was read last.
  func mayHaveChanged() -> Bool

  /// When the books that were read last were made, where nothing in them says it.
  func madeAt() -> Instant?

  /// The file of an invoice that the books name.
  ///
  /// - Throws: Where it is not there, not a file inside the books, or too large.
  func attachment(_ name: String) throws -> [UInt8]
}
