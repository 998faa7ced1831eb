import PolicySyntax
import Receivables

/// What an event from outside does.
package struct Response: Sendable {
  /// What came from outside.
  package enum Kind: String, Sendable, CaseIterable {
    case reply, promise, dispute
    case claimsPaid = "claims_paid"
    case outOfOffice = "out_of_office"
    case bounce
    case partialPayment = "partial_payment"
    case paid
    case request
    case stop

    /// True for an answer of a person that has no response of its own in the language: it is a `reply`.
    package var isReplyUnlessWritten: Bool { self == .request || self == .stop }
  }

  /// How long it is quiet.
  package enum Pause: Hashable, Sendable {
    /// From the day of the event.
    case lasting(DaySpan)
    case afterPromised(DaySpan)
    /// Quiet to the eve of the return; where no day of return is given, from the day of the event.
    case untilReturn(otherwise: DaySpan)
  }

  /// What is held until the owner releases it.
  package enum Hold: String, Sendable, CaseIterable { case customer, invoice }

  package let kind: Kind
  package let pause: Pause?
  package let hold: Hold?
  package let isFlagged: Bool
  /// Promises an invoice may have that pause.
  package let atMost: Int?
  /// How far ahead a promised day may lie to pause.
  package let longest: DaySpan?
  /// True where it means the customer and not the invoices named.
  package let meansCustomer: Bool
  /// `paid`: a short thank-you is sent.
  package let thanks: Bool
  /// The line of the policy that gives it; where it is a default of the language, the nearest key above.
  package let span: Span

  package init(
    kind: Kind, pause: Pause? = nil, hold: Hold? = nil, isFlagged: Bool = false, atMost: Int? = nil,
    longest: DaySpan? = nil, meansCustomer: Bool = false, thanks: Bool = false, span: Span
  ) {
    self.kind = kind
    self.pause = pause
    self.hold = hold
    self.isFlagged = isFlagged
    self.atMost = atMost
    self.longest = longest
    self.meansCustomer = meansCustomer
    self.thanks = thanks
    self.span = span
  }

  /// What the language does where a policy does not say: section 1, `responses`.
  package static func defaults(at span: Span) -> [Response] {
    [
      Response(kind: .reply, pause: .lasting(DaySpan(5, .businessDay)), isFlagged: true, span: span),
      Response(
        kind: .promise, pause: .afterPromised(DaySpan(2, .businessDay)), atMost: 2,
        longest: DaySpan(30, .day),
        span: span),
      Response(kind: .dispute, hold: .invoice, isFlagged: true, span: span),
      Response(kind: .claimsPaid, pause: .lasting(DaySpan(5, .businessDay)), isFlagged: true, span: span),
      Response(kind: .outOfOffice, pause: .untilReturn(otherwise: DaySpan(5, .businessDay)), span: span),
      Response(kind: .bounce, hold: .customer, isFlagged: true, span: span),
      Response(kind: .partialPayment, pause: .lasting(DaySpan(7, .day)), span: span),
    ]
  }
}
