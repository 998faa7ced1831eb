import PolicySyntax
import Receivables

/// Late-payment interest and compensation, with the places that say so.
package struct Charges: Sendable {
  package let terms: ChargeTerms
  /// The value of `annual_rate`; nil where no interest is charged.
  package let rateSpan: Span?
  /// The value of `from`, where it is written.
  package let fromSpan: Span?
  /// The value of `compensation`; nil where none is charged.
  package let compensationSpan: Span?
  package let span: Span

  package init(terms: ChargeTerms, rateSpan: Span?, fromSpan: Span?, compensationSpan: Span?, span: Span) {
    self.terms = terms
    self.rateSpan = rateSpan
    self.fromSpan = fromSpan
    self.compensationSpan = compensationSpan
    self.span = span
  }
}
