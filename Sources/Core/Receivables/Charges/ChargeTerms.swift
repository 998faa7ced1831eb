/// What a late invoice costs on top: interest by the day and a fixed sum, as `charges:` of a policy says.
///
/// Immutable; a class only because plan, conditions and letters share it.
package final class ChargeTerms: Sendable {
  /// When the reference rate is taken.
  package enum RateFixing: String, Sendable, CaseIterable {
    /// The rate in force on the first day of interest holds to the end.
    case atStart = "at_start"
    /// Each day has the rate in force on it.
    case daily
  }
  /// What a part payment settles first.
  package enum Allocation: String, Sendable, CaseIterable {
    case chargesFirst = "charges_first"
    case principalFirst = "principal_first"
  }
  /// What becomes of charges once the invoice itself is paid.
  package enum WhenPrincipalPaid: String, Sendable, CaseIterable { case waive, carry, demand }
  /// The day behind which interest runs.
  package enum Start: String, Sendable, CaseIterable { case due, issued }

  /// Late-payment interest: `8 % over boe-base`, or `9 %` by itself.
  package struct Interest: Sendable {
    package let percent: YearlyRate
    /// The reference rates on top of which it comes; nil where the rate stands alone.
    package let over: RateTable?
    package let fixing: RateFixing
    package let from: Start

    package init(percent: YearlyRate, over: RateTable?, fixing: RateFixing, from: Start) {
      self.percent = percent
      self.over = over
      self.fixing = fixing
      self.from = from
    }
  }

  package let interest: Interest?
  package let compensation: CompensationTable?
  package let allocation: Allocation
  package let whenPrincipalPaid: WhenPrincipalPaid

  package init(
    interest: Interest?, compensation: CompensationTable?, allocation: Allocation,
    whenPrincipalPaid: WhenPrincipalPaid
  ) {
    self.interest = interest
    self.compensation = compensation
    self.allocation = allocation
    self.whenPrincipalPaid = whenPrincipalPaid
  }

  /// The charges on a part that have come up to the end of a day.
  ///
  /// A consumer is never charged. Compensation is due once for an invoice number: of one that is paid in parts, with the part that
  /// was late first.
  ///
  /// - Parameter day: Interest runs up to it, itself included.
  /// - Complexity: O(payments of the part + steps of the table), and the same for each earlier part of the number.
  package func charges(on account: Account, at place: Int, upTo day: Day) -> PartCharges {
    guard account.customer.kind != .consumer else { return .none }
    let part = account.receivables[place]
    let payments = account.payments(of: part.id)
    let isFirst = isFirstLate(place, in: account, by: day)
    return ChargeLedger(self, part, payments, takesCompensation: isFirst).charges(upTo: day)
  }

  /// What to tell people where the table of reference rates does not reach a day; nil where it does.
  package func sentence(ifUnknownOn day: Day) -> String? {
    guard let table = interest?.over, let until = table.until, until < day else { return nil }
    let last = table.rate(on: day).map { ", and the last one, \($0) %, goes on" } ?? ""
    let remedy =
      table.name.hasPrefix("./")
      ? "add the later ones to it" : "name a file of your own that has the later ones"
    return "the rates of `\(table.name)` are known until \(until)\(last): \(remedy)"
  }

  /// Whether no part of the same number was late before this one.
  private func isFirstLate(_ place: Int, in account: Account, by day: Day) -> Bool {
    let part = account.receivables[place]
    guard compensation != nil, part.instalments > 1 else { return true }
    var other = account.firstPlace(ofNumberAt: place)
    while other < account.receivables.count, account.receivables[other].id.number == part.id.number {
      let earlier = account.receivables[other]
      if (earlier.due, other) < (part.due, place), earlier.due < day,
        ChargeLedger(self, earlier, account.payments(of: earlier.id), takesCompensation: true).openWhenDue > 0
      {
        return false
      }
      other += 1
    }
    return true
  }
}

/// What is charged on a part, in minor units of its currency.
package struct PartCharges: Hashable, Sendable {
  package let interest: Int64
  package let compensation: Int64

  package static let none = PartCharges(interest: 0, compensation: 0)

  package init(interest: Int64, compensation: Int64) {
    self.interest = interest
    self.compensation = compensation
  }

  package var sum: Int64 { interest + compensation }
}
