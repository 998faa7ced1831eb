import CEL

/// One invoice as the table of a letter shows it.
package struct InvoiceLine: Sendable {
  /// What an invoice has to bear on top of its balance, each in the currency of that; nothing is shown of a nought.
  package struct Charges: Sendable {
    package let interest: MoneyAmount
    package let compensation: MoneyAmount

    package init(interest: MoneyAmount, compensation: MoneyAmount) {
      self.interest = interest
      self.compensation = compensation
    }
  }

  /// As the books have it; what cannot be shown in a letter is taken out of it.
  package let number: String
  /// Days since 1970-01-01.
  package let due: Int32
  package let open: MoneyAmount
  /// Which part of the invoice it is, from 1 on, and how many there are: 1 and 1 where it is paid in one.
  package let instalment, instalments: Int
  /// True for what is open besides, and stands below a heading that says so.
  package let isAmongOthers: Bool
  /// Nil where nothing is demanded for it.
  package let charges: Charges?

  package init(
    number: String, due: Int32, open: MoneyAmount, instalment: Int = 1, instalments: Int = 1,
    isAmongOthers: Bool = false, charges: Charges? = nil
  ) {
    self.number = number
    self.due = due
    self.open = open
    self.instalment = instalment
    self.instalments = instalments
    self.isAmongOthers = isAmongOthers
    self.charges = charges
  }
}
