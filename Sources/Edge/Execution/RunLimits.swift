/// Bounds of a run.
enum RunLimits {
  /// So often a message that is refused for now is tried in all.
  static let attempts = 8
  /// So many days after the first refusal it is tried no more.
  static let attemptDays = 5
  /// A run that goes on longer than that, as with a pace, reads the mailbox again before it sends more.
  static let hearingMinutes: Int64 = 5
  /// After so many days without a run the clock may have jumped ahead: with such a clock, everybody is late.
  static let silentDays: Int64 = 60
  /// So far a clock may be put back; from there on the last run is one of the future.
  static let backwardMinutes: Int64 = 60
  /// From so many customers or open invoices on a sudden change of their number is a question.
  static let doubtedFrom = 10
}
