import Receivables

/// Something that the journal knows: when, on which day, about whom, from where, and what.
///
/// Tiers, schedules, rules and invoices are named, not numbered: a later policy and later books bind the names anew
/// (`CustomerHistory`). What a reply or a rule led to stands in events of its own, so a later change of the policy changes
/// no past.
package struct JournalEvent: Sendable, Equatable {
  package let at: Instant
  /// The day of the moment in the business's time zone.
  package let day: Day
  package let source: EventSource
  /// Nil for what is about no one customer.
  package let customer: CustomerID?
  package let what: Happening

  package init(at: Instant, day: Day, source: EventSource, customer: CustomerID?, _ what: Happening) {
    self.at = at
    self.day = day
    self.source = source
    self.customer = customer
    self.what = what
  }
}
