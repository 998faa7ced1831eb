/// Why the journal could not do what was asked: what is wrong and how to remedy it, in one sentence.
///
/// Nothing of what was asked was done. No message has anything of a customer in it; what a slot is stands in the code.
package struct JournalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for callers that act on it.
  package enum Code: Hashable, Sendable {
    /// There is no such file.
    case notFound
    /// The file or its folder may not be read.
    case notReadable
    /// The file, its folder or its file system may not be written.
    case readOnly
    /// The file is something else.
    case notAJournal
    /// A newer Duly wrote it.
    case newerFormat
    /// The file is damaged.
    case damaged
    /// The disk or the quota is full; nothing that was stored before is lost.
    case diskFull
    /// Another process was writing for longer than the limit.
    case busy
    /// The slot belongs to the live claim with that key.
    case slotTaken(ClaimSlot, byKey: String)
    /// Others have appended events meanwhile.
    case hasGoneOn
    /// A row that is to be appended has not the form of one.
    case invalidRow
    /// An import into a journal that has events already.
    case notEmpty
    /// A line of an import is not what an export writes.
    case brokenLine(Int)
    /// Another run is under way.
    case runLockHeld
    /// The system refused: reading, writing, or a lock.
    case system
  }

  /// What went wrong.
  package let code: Code
  /// What is wrong and how to remedy it.
  package let message: String
  /// What the library or the system called it; for a log, never with values in it.
  package let cause: String?

  /// An error with that sentence.
  init(_ code: Code, _ message: String, cause: String? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The message, for whoever prints the error.
  package var description: String { cause.map { "\(message) (\($0))" } ?? message }
}
