import Receivables
import Schedule

/// One entry of a timeline, before it is laid out in columns.
struct TimelineRow {
  /// In the order within one day.
  enum Kind: Int { case flag, message, silence }

  let day: Day
  let kind: Kind
  /// The tier, `flag` or `quiet`.
  let what: String
  /// Tone and total, what raised the flag, or how long it is quiet.
  let middle: String
  /// Which invoices, and why.
  let rest: String
  /// The address, where it is not the usual one; on a line of its own where it does not fit.
  var address: String?
  let source: Source
  /// The words of a message, line by line.
  var words: [String] = []
}
