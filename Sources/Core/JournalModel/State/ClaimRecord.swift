import Receivables

/// A claim and what became of it.
package struct ClaimRecord: Sendable, Equatable {
  /// How far a claimed message is.
  package enum Status: Sendable, Equatable {
    /// Nobody can have it yet.
    case claimed
    /// The mail server may have it, and nothing more is known: only while a run is at it, or after a crash.
    case handedOver
    case sent
    case voided
    case refused(Refusal)
    case unknown(reason: String)
    case resolved(wasSent: Bool)

    /// True while nothing final is known of it.
    package var isUnsettled: Bool { self == .claimed || self == .handedOver }
  }

  /// The journal's number of the claim.
  package let number: Int64
  package let at: Instant
  package let day: Day
  package let customer: CustomerID
  package let claim: Claim
  package internal(set) var status: Status
}
