/// One event as it is stored.
///
/// The journal knows events as rows and nothing of what they mean, but for two things that storage has to hold by
/// itself: which slots a claim takes, and when it gives them back.
package struct JournalRow: Hashable, Sendable {
  /// Its number: from 1, without gaps.
  package let seq: Int64
  /// What was appended.
  package let event: NewRow
  /// SHA-256 in 64 small hexadecimal digits, over the previous event's hash, a line end, and the row as `export` writes
  /// it without its hash. What stands before the first event is 64 zeros.
  package let hash: String

  /// The instant in UTC, ISO 8601 with milliseconds.
  package var at: String { event.at }
  /// The day in the time zone of the business, `YYYY-MM-DD`.
  package var day: String { event.day }
  /// What happened.
  package var kind: String { event.kind }
  /// The customer's id, nil where no single customer is meant.
  package var customer: String? { event.customer }
  /// The key of the message that the event belongs to, nil where it belongs to none.
  package var key: String? { event.key }
  /// One JSON object.
  package var body: String { event.body }

  /// A row with these values, as it came from storage.
  init(seq: Int64, event: NewRow, hash: String) {
    self.seq = seq
    self.event = event
    self.hash = hash
  }
}
