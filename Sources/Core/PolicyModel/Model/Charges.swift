import CEL
import PolicySyntax

/// Late-payment interest and compensation. Read and kept; nothing is charged yet.
package struct Charges: Sendable {
  package enum RateFixing: String, Sendable, CaseIterable {
    case atStart = "at_start"
    case daily
  }
  package enum Allocation: String, Sendable, CaseIterable {
    case chargesFirst = "charges_first"
    case principalFirst = "principal_first"
  }
  package enum WhenPrincipalPaid: String, Sendable, CaseIterable { case waive, carry, demand }
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
