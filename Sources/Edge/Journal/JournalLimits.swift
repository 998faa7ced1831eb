/// The limits of the journal: every wait and every size has one.
package enum JournalLimits {
  /// How long a transaction waits for another process that is writing, in milliseconds.
  package static let busyMilliseconds = 10_000
  /// The most bytes in the body of one event.
  package static let bodyBytes = 1 << 20
  /// The most bytes in a kind, a customer's id, a key, or a part of a slot.
  package static let nameBytes = 1 << 10
  /// The most objects and arrays within each other in a body.
  package static let bodyDepth = 32
  /// The most slots of one event.
  package static let slots = 1 << 16
  /// The most bytes in a line of an export.
  package static let lineBytes = 1 << 24
  /// The largest file that is read whole when it is opened, about a quarter of a second's work.
  package static let quickCheckBytes = 64 << 20
  /// How many of the last events are followed along the chain whenever a journal is opened.
  static let tailRows = 256
  /// After so many pages, 16 MB, what the `-wal` file holds is copied to the journal. The last pages are written anew with every commit
  /// and copied once, so a larger file costs less.
  static let walPages = 4_000
  /// How many rows are fetched at once while rows are read: between two pages others can write.
  static let pageRows = 1_024
  /// The most faults that a verification tells one by one.
  package static let faults = 100
}
