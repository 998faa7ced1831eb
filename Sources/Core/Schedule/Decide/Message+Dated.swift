import Receivables

extension Message {
  /// The same message as it would be on another day: deadlines and charges are counted to that day, all else stays.
  ///
  /// - Parameter account: By which the message was decided.
  package func dated(_ day: Day, _ plan: Plan, _ account: Account) -> Message {
    var difference: Int64 = 0
    let parts = parts.map { part -> Part in
      var charges = part.charges
      if let now = charges, let terms = plan.charges {
        let then = terms.charges(on: account, at: part.place, upTo: day)
        difference += then.sum - now.sum
        charges = then == .none ? nil : then
      }
      return Part(
        place: part.place, step: part.step, deadline: Ladder.deadline(plan, part.step, sentOn: day),
        charges: charges)
    }
    return Message(
      day: day, segment: segment, schedule: schedule, step: step, tone: tone, language: language, to: to,
      cc: cc,
      parts: parts, alsoListed: alsoListed,
      total: Money(minorUnits: total.minorUnits + difference, currency: total.currency),
      needsApproval: needsApproval)
  }
}
