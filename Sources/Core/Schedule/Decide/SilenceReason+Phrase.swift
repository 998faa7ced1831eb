import PolicyModel

extension SilenceReason {
  /// The reason in a few words, for a line of a timeline.
  package func phrase(in plan: Plan) -> String {
    switch self {
    case .disputed: "disputed"
    case .heldByEscalation(let rule): "held by \(plan.nameOfRule(rule))"
    case .heldByResponse(let kind): "held after \(kind.words)"
    case .heldByOwner: "held by the owner"
    case .heldByReview: "waits for the owner to look"
    case .paused(let kind): "waits after \(kind.words)"
    case .unallocatedMoney: "money not allocated yet covers it"
    case .noRate: "no exchange rate"
    case .conditionFailed: "a condition fails"
    case .belowMinBalance: "too small by itself"
    case .afterIssue: "too new"
    case .minGap: "too soon"
    case .atMost: "enough for now"
    case .awaitingApproval: "waits for approval"
    case .noRecipient: "nobody to write to"
    case .unknownSend: "nobody knows whether the last one was sent"
    case .failedSend: "the mail server refused the last one"
    case .collection: "is being collected"
    case .scheduleFinished: "every tier was sent"
    case .noTierInHorizon: "nothing due to be sent"
    case .notIssuedYet: "not issued yet"
    case .settled: "paid in time"
    }
  }
}

extension Response.Kind {
  /// What came, in words: `a promise`.
  package var words: String {
    switch self {
    case .reply: "a reply"
    case .promise: "a promise"
    case .dispute: "a dispute"
    case .claimsPaid: "a claim to have paid"
    case .outOfOffice: "an absence note"
    case .bounce: "a bounce"
    case .partialPayment: "a part payment"
    case .paid: "a payment"
    case .request: "a request"
    case .stop: "a wish to stop"
    }
  }
}
