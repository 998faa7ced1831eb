import Receivables

/// What one customer owes, or has to its credit, in one currency; nil money for nothing at all.
package struct CustomerMoney: Sendable {
  package let customer: Customer
  package let money: Money?

  init(_ customer: Customer, _ money: Money?) {
    self.customer = customer
    self.money = money
  }

  /// One entry for each amount, or one without any where there is none.
  static func entries(_ customer: Customer, _ amounts: [Money]) -> [CustomerMoney] {
    amounts.isEmpty ? [CustomerMoney(customer, nil)] : amounts.map { CustomerMoney(customer, $0) }
  }
}

extension [CustomerMoney] {
  /// Currency by currency in order of code, the largest amount of each first; those without money last.
  ///
  /// Amounts of two currencies cannot be compared, so they stand apart. Ties are in order of customer id.
  func largestFirst() -> [CustomerMoney] {
    sorted { left, right in
      switch (left.money, right.money) {
      case (let one?, let other?):
        if one.currency != other.currency { return one.currency.packed < other.currency.packed }
        if one.minorUnits != other.minorUnits { return one.minorUnits > other.minorUnits }
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): break
      }
      return left.customer.id < right.customer.id
    }
  }
}
