/// When a message was written, as its `Date` header says it: an instant, and how far the business's clocks were from UTC.
package struct MailDate: Hashable, Sendable {
  /// Seconds since 1970 in UTC.
  package let seconds: Int64
  /// Seconds east of UTC; a header shows whole minutes.
  package let offset: Int

  /// A date; a message is refused with one before 1970 or after 9999, or that is a day or more from UTC.
  package init(seconds: Int64, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }

  /// True if the header can say it.
  var isUsable: Bool { (0..<253_402_214_400).contains(seconds) && abs(offset) < 86_400 }
}
