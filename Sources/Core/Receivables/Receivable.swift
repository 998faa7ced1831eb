/// What falls due: an invoice, or one instalment of it.
///
/// Amounts are of the instalment. Identity is (customer, invoice number, instalment), never a row number.
package struct Receivable: Sendable {
  /// How the money is collected.
  package enum Collection: String, Sendable, CaseIterable {
    case transfer
    case directDebit = "direct_debit"
    case card
    case failed

    /// True while a bank or a card collects and has not failed.
    package var isUnderWay: Bool { self == .directDebit || self == .card }
  }

  package let id: ReceivableID
  /// 1 and 1 unless the invoice is paid in parts.
  package let instalment: Int
  package let instalments: Int
  package let issued: Day
  package let due: Day
  /// The due day of the whole invoice: that of the invoice's row, where it is paid in parts.
  package let invoiceDue: Day
  package let amount: Money
  /// What is open, never negative: the truth for what is chased.
  package var balance: Money
  package let collection: Collection
  package let isDisputedByBooks: Bool
  /// The due day as an anchor: a later day where collection failed, the first on which that was read.
  package let countsFrom: Day
  /// The day of the last payment set against the invoice.
  package var lastPaid: Day?
  /// False for an invoice that an assumed event issues, until that event has come.
  package var isKnown: Bool
  /// False where an assumed event issues it.
  package let isFromBooks: Bool
  package let details: Details?

  package init(
    id: ReceivableID, instalment: Int = 1, instalments: Int = 1, issued: Day, due: Day,
    invoiceDue: Day? = nil,
    amount: Money, balance: Money, collection: Collection = .transfer, isDisputedByBooks: Bool = false,
    countsFrom: Day? = nil, lastPaid: Day? = nil, isFromBooks: Bool = true, details: Details? = nil
  ) {
    self.id = id
    self.instalment = instalment
    self.instalments = instalments
    self.issued = issued
    self.due = due
    self.invoiceDue = invoiceDue ?? due
    self.amount = amount
    self.balance = balance
    self.collection = collection
    self.isDisputedByBooks = isDisputedByBooks
    self.countsFrom = countsFrom ?? due
    self.lastPaid = lastPaid
    self.isKnown = isFromBooks
    self.isFromBooks = isFromBooks
    self.details = details
  }

  /// The same part, its anchor the day on which it was read that its collection failed, or the due day if that is later.
  package func counting(fromFailureReadOn day: Day) -> Receivable {
    Receivable(
      id: id, instalment: instalment, instalments: instalments, issued: issued, due: due,
      invoiceDue: invoiceDue,
      amount: amount, balance: balance, collection: collection, isDisputedByBooks: isDisputedByBooks,
      countsFrom: max(day, due), lastPaid: lastPaid, isFromBooks: isFromBooks, details: details)
  }

  /// True while a bank or a card collects it and has not failed.
  package var isBeingCollected: Bool { collection.isUnderWay }

  /// True for a part that has a balance and is issued, or will be on its issue day.
  package var isOwed: Bool { balance.minorUnits > 0 && isKnown }

  /// True for a part that is issued by `today` and has a balance.
  package func isOpen(on today: Day) -> Bool { isOwed && issued <= today }

  /// What few invoices have; shared by the instalments of one.
  package final class Details: Sendable {
    package let purchaseOrder: String?
    package let paymentURL: String?
    package let pdf: String?
    package let fields: Fields

    package init(purchaseOrder: String?, paymentURL: String?, pdf: String?, fields: Fields) {
      self.purchaseOrder = purchaseOrder
      self.paymentURL = paymentURL
      self.pdf = pdf
      self.fields = fields
    }
  }
}

/// An invoice number, and the instalment where the invoice is paid in parts. Written `A1` or `A1/2`.
package struct ReceivableID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: String
  /// 0 where the invoice is paid in one.
  package let instalment: Int

  package init(number: String, instalment: Int = 0) {
    self.number = number
    self.instalment = instalment
  }

  package var description: String { instalment == 0 ? number : "\(number)/\(instalment)" }

  package static func < (left: ReceivableID, right: ReceivableID) -> Bool {
    if left.number == right.number { return left.instalment < right.instalment }
    return ByteOrder.precedes(left.number, right.number)
  }
}

extension [Receivable] {
  /// Appends the places of the parts that are issued by `today` and have a balance.
  package func appendOpen(on today: Day, to places: inout [Int]) {
    for place in indices where self[place].isOpen(on: today) { places.append(place) }
  }
}
