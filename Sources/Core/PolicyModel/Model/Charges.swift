import CEL
import PolicySyntax

/// Late-payment interest and compensation. Read and kept; nothing is charged yet.
package struct Charges: Sendable {
  /// When the reference rate is taken.
  package enum RateFixing: String, Sendable, CaseIterable {
    case atStart = "at_start"
    case daily
  }
  /// What a part payment settles first.
  package enum Allocation: String, Sendable, CaseIterable {
    case chargesFirst = "charges_first"
    case principalFirst = "principal_first"
  }
  /// What becomes of charges once the invoice itself is paid.
  package enum WhenPrincipalPaid: String, Sendable, CaseIterable { case waive, carry, demand }
  /// The day from which interest runs.
  package enum Start: String, Sendable, CaseIterable { case due, issued }

  /// `8 % over boe-base`, or `9 %` by itself.
  package struct AnnualRate: Sendable {
    package let percent: Decimal
    /// The table of reference rates, nil where the rate stands alone.
    package let over: String?

    package init(percent: Decimal, over: String?) {
      self.percent = percent
      self.over = over
    }
  }

  /// Late-payment interest.
  package struct Interest: Sendable {
    package let annualRate: Located<AnnualRate>
    package let rateFixing: RateFixing
    package let from: Start

    package init(annualRate: Located<AnnualRate>, rateFixing: RateFixing, from: Start) {
      self.annualRate = annualRate
      self.rateFixing = rateFixing
      self.from = from
    }
  }

  package let interest: Interest?
  package let compensation: Located<String>?
  package let allocation: Allocation
  package let whenPrincipalPaid: WhenPrincipalPaid
  package let span: Span

  package init(
    interest: Interest?, compensation: Located<String>?, allocation: Allocation,
    whenPrincipalPaid: WhenPrincipalPaid, span: Span
  ) {
    self.interest = interest
    self.compensation = compensation
    self.allocation = allocation
    self.whenPrincipalPaid = whenPrincipalPaid
    self.span = span
  }
}
