import PolicySyntax
import Receivables

/// Who is chasing: the business in whose name letters go out.
package struct Business: Sendable {
  package let name: String
  /// IANA name of the time zone in which days are counted.
  package let timezone: Located<String>
  /// The currency of bare numbers in conditions and limits.
  package let currency: Currency
  /// Language of letters to people whose own is not known (BCP 47).
  package let language: String
  package let sender: Party
  package let owner: Party?
  /// Hears of it when the owner's review is overdue.
  package let backup: Party?

  package init(
    name: String, timezone: Located<String>, currency: Currency, language: String, sender: Party,
    owner: Party?, backup: Party?
  ) {
    self.name = name
    self.timezone = timezone
    self.currency = currency
    self.language = language
    self.sender = sender
    self.owner = owner
    self.backup = backup
  }
}

/// A person of the business, with the addresses used for them.
package struct Party: Sendable {
  package let name: String
  package let email: String
  package let replyTo: String?

  package init(name: String, email: String, replyTo: String?) {
    self.name = name
    self.email = email
    self.replyTo = replyTo
  }
}

/// When business is done and when messages may leave.
package struct CalendarRules: Sendable {
  /// Where a target day is moved that is not open.
  package enum WhenClosed: String, Sendable, CaseIterable {
    case nextOpenDay = "next_open_day"
    case previousOpenDay = "previous_open_day"
  }

  package let calendar: BusinessCalendar
  /// Why days are closed, for people.
  package let closedDays: ClosedDays
  /// Minutes after midnight, in the business's time zone; `until` is exclusive.
  package let window: (from: Int, until: Int)
  package let whenClosed: WhenClosed
  /// The `calendar:` key, or the policy's first line where there is none.
  package let span: Span

  package init(
    calendar: BusinessCalendar, closedDays: ClosedDays, window: (from: Int, until: Int),
    whenClosed: WhenClosed, span: Span
  ) {
    self.calendar = calendar
    self.closedDays = closedDays
    self.window = window
    self.whenClosed = whenClosed
    self.span = span
  }
}
