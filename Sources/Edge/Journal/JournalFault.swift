/// Something in a journal that is not as it must be, found by a verification.
package struct JournalFault: Hashable, Sendable, CustomStringConvertible {
  /// What is not as it must be.
  package enum Kind: String, Hashable, Sendable {
    /// SQLite finds its file damaged.
    case damaged = "damaged"
    /// Tables, indexes or triggers are not those of the format.
    case schema = "schema"
    /// A number is missing or stands twice.
    case gap = "gap"
    /// An event is not what its hash was made of, or not the one that followed.
    case chain = "chain"
    /// The last event is not the last that was written.
    case head = "head"
    /// The slots that are taken are not what the events say.
    case slots = "slots"
    /// What is cached is not what the events give.
    case cache = "cache"
  }

  /// What is not as it must be.
  package let kind: Kind
  /// The number of the event, nil where it is about no single one.
  package let seq: Int64?
  /// One sentence without a full stop and without anything of a customer.
  package let message: String

  /// A fault with that sentence.
  init(_ kind: Kind, seq: Int64? = nil, _ message: String) {
    self.kind = kind
    self.seq = seq
    self.message = message
  }

  /// The kind, the number and the sentence.
  package var description: String {
    seq.map { "event \($0): \(message) [\(kind.rawValue)]" } ?? "\(message) [\(kind.rawValue)]"
  }
}
