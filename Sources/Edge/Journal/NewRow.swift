/// One event that is to be stored.
package struct NewRow: Hashable, Sendable {
  /// The instant in UTC: `2026-03-12T09:00:00.000Z`, always with milliseconds.
  package let at: String
  /// The day of that instant in the time zone of the business, `YYYY-MM-DD`.
  package let day: String
  /// What happened: small letters, digits and hyphens.
  package let kind: String
  /// The customer's id, nil where no single customer is meant.
  package let customer: String?
  /// The key of the message that the event belongs to, nil where it belongs to none.
  package let key: String?
  /// One JSON object: names sorted by their bytes, no name twice, no blanks.
  package let body: String
  /// The slots that the claim with `key` takes with this event; in order, none twice.
  package let takes: [ClaimSlot]
  /// True where the claim with `key` gives its slots back with this event: it was voided or refused.
  package let frees: Bool

  /// An event with these values; what is wrong with them is said when it is appended.
  package init(
    at: String, day: String, kind: String, customer: String? = nil, key: String? = nil, body: String = "{}",
    takes: [ClaimSlot] = [], frees: Bool = false
  ) {
    self.at = at
    self.day = day
    self.kind = kind
    self.customer = customer
    self.key = key
    self.body = body
    self.takes = takes.sorted()
    self.frees = frees
  }
}
