/// What a claimed message occupies: one tier of one open item of one customer.
///
/// At most one live claim has a slot. That is made true by the primary key of the table of slots, not by code: whoever
/// comes second is refused by the storage.
package struct ClaimSlot: Hashable, Sendable {
  /// The customer's id.
  package let customer: String
  /// The invoice's number.
  package let invoice: String
  /// Which instalment of it; 0 for an invoice without instalments.
  package let instalment: Int
  /// The tier's name.
  package let tier: String

  /// A slot of these four.
  package init(customer: String, invoice: String, instalment: Int, tier: String) {
    self.customer = customer
    self.invoice = invoice
    self.instalment = instalment
    self.tier = tier
  }
}

extension ClaimSlot: Comparable {
  /// By customer, invoice, instalment and tier.
  package static func < (left: ClaimSlot, right: ClaimSlot) -> Bool {
    (left.customer, left.invoice, left.instalment, left.tier)
      < (right.customer, right.invoice, right.instalment, right.tier)
  }
}
