extension SilenceReason {
  /// What the reason says, for a person: a sentence without its full stop.
  package var meaning: String {
    switch self {
    case .disputed: "the customer disputes it; it waits until that is settled"
    case .heldByEscalation: "a rule of the policy holds it until the owner releases it"
    case .heldByResponse: "an answer of the customer holds it until the owner releases it"
    case .heldByOwner: "the owner holds it"
    case .heldByReview: "the owner has not looked at a flag in time"
    case .paused: "the customer was heard from; it is quiet to the end of the pause"
    case .unallocatedMoney: "money of the customer that is not allocated yet would cover it"
    case .noRate: "an amount in a currency without a rate decides; nothing is guessed"
    case .conditionFailed: "a condition cannot be worked out for it; nothing is guessed"
    case .belowMinBalance: "too small to be reminded of by itself; listed with others"
    case .afterIssue: "issued too recently"
    case .minGap: "too soon after the last message to the customer"
    case .atMost: "the customer has had as many messages as the policy allows"
    case .awaitingApproval: "the owner has not approved it"
    case .noRecipient: "nobody with a usable address has the role it goes to"
    case .unknownSend: "nobody knows whether the last message was sent; the owner finds out"
    case .failedSend: "the mail server refused the last message for good; the owner decides"
    case .collection: "it is being collected by direct debit or card"
    case .scheduleFinished: "every tier of its schedule was sent"
    case .noTierInHorizon: "no tier of its schedule is reached in these days"
    case .notIssuedYet: "it is issued after these days"
    case .settled: "it is paid before anything is due to be sent"
    }
  }
}
