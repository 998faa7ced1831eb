internal import Receivables

/// What the verdict makes of what the findings came to.
extension IntentReader {
  /// What a program tells of an absence: rules know how programs put it, and the leanings what no rule knows.
  func absence(_ verdict: Verdict, _ understanding: inout Understanding) {
    let isTold = understanding.intents.contains(.outOfOffice)
    guard verdict.isAway(told: isTold) else { return remove(.outOfOffice, &understanding) }
    if !isTold, let finding = verdict.leaning(to: .outOfOffice) {
      add(.outOfOffice, &understanding)
      ground(&understanding, "out_of_office", finding)
    }
    dayOfReturn(verdict, &understanding)
  }

  /// Exactly what the verdict says is said: what is missing is added, and what else the findings came to is left out.
  func keep(_ verdict: Verdict, _ understanding: inout Understanding) {
    for intent in understanding.intents where !verdict.said.contains(intent) {
      remove(intent, &understanding)
    }
    for intent in Learnt.intents
    where verdict.said.contains(intent) && !understanding.intents.contains(intent) {
      guard let finding = verdict.leaning(to: intent) else { continue }
      switch intent {
      case .promise: understanding.promise = details.promise(finding, all: [finding], paid: [])
      case .claimsPaid: understanding.claimsPaid = details.payment(finding, all: [finding])
      case .contactChange: continue
      default: break
      }
      add(intent, &understanding)
      ground(&understanding, intent.rawValue, finding)
    }
    if understanding.intents.contains(.outOfOffice) { dayOfReturn(verdict, &understanding) }
    if understanding.promise != nil {
      let day = verdict.paying.day == nil ? understanding.promise?.date : verdict.paying.settled
      understanding.promise?.date = day.flatMap { $0 < reading.clock.today ? nil : $0 }
      understanding.promise?.later.removeAll { $0 <= day ?? $0 }
    }
    if let reason = understanding.dispute?.reason {
      understanding.dispute?.reason = reading.rules.learnt.reason(verdict.signs, found: reason)
    }
    if let request = understanding.request {
      understanding.request = reading.rules.learnt.request(verdict.signs, found: request)
    }
  }

  /// The day of return: the likeliest, unless the rules found one that the words do not name as it is: "away until Wednesday
  /// the 4th, back on Thursday".
  private func dayOfReturn(_ verdict: Verdict, _ understanding: inout Understanding) {
    let told = reading.findings.filter { $0.meaning.family == "out_of_office" }
    let byRules = understanding.outOfOfficeUntil ?? details.dayOfReturn(told)
    if let byRules, !verdict.days.contains(byRules) {
      understanding.outOfOfficeUntil = byRules
    } else {
      understanding.outOfOfficeUntil = verdict.returning.settled
    }
  }

  private func remove(_ intent: Understanding.Intent, _ understanding: inout Understanding) {
    understanding.intents.removeAll { $0 == intent }
    understanding.grounds.removeAll { $0.decision == intent.rawValue }
    switch intent {
    case .promise: understanding.promise = nil
    case .claimsPaid: understanding.claimsPaid = nil
    case .dispute: understanding.dispute = nil
    case .outOfOffice: understanding.outOfOfficeUntil = nil
    case .request: understanding.request = nil
    case .contactChange: understanding.contactChange = nil
    case .stop: understanding.stop = false
    // A question mark is one, whatever the tables say: somebody may wait for an answer.
    case .question: understanding.needsPerson = true
    case .thanks, .spam, .unclear: break
    }
  }
}
