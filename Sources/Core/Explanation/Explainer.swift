import PolicyModel
import Receivables
import Schedule
import Simulation

/// Explains one day of one customer: runs the simulation up to it, looks at what the decider read, and asks it again for
/// neighbouring days and without what kept a message back.
package struct Explainer: Sendable {
  /// So many days after the day are looked at for what comes next.
  package static let daysAhead = 60
  /// What comes within so many days nearly happened.
  static let nearDays = 7

  let scenario: Scenario

  /// - Parameter scenario: Its horizon reaches `daysAhead` beyond the days that are explained, where it can.
  package init(_ scenario: Scenario) { self.scenario = scenario }

  /// The explanation of a day.
  ///
  /// - Parameters:
  ///   - invoice: A number or a part; nil for all that are open on the day.
  ///   - day: A day of the scenario.
  /// - Returns: Nil for a customer that the books do not have.
  package func explain(_ customer: CustomerID, invoice: String?, on day: Day) -> DayExplanation? {
    guard let account = scenario.snapshot.accounts.first(where: { $0.customer.id == customer }) else {
      return nil
    }
    let simulator = Simulator(scenario)
    var found: CustomerPreview?
    for batch in 0..<simulator.batchCount where found == nil {
      found = simulator.run(batch: batch) { $0 }.piecesByPlace.values.first { $0.customer.id == customer }
    }
    guard let preview = found else { return nil }
    guard let look = simulator.look(at: customer, on: day) else {
      return leftOut(account, preview, on: day)
    }
    let chain = DecisionChain(scenario: scenario, look: look, day: day)
    let future = DayFuture(scenario: scenario, look: look, preview: preview, day: day)
    let places =
      invoice.map { look.account.places(named: $0) }
      ?? look.account.receivables.indices.filter {
        look.account.isOpen($0, on: day)
      }
    var parts = places.map { part($0, look, future, on: day) }
    parts += preview.skipped.filter { $0.invoice == invoice || invoice == nil }.map { skipped in
      DayExplanation.Part(
        invoice: skipped.invoice ?? "", outcome: .leftOut, because: Skipped.meaning(of: skipped.reason),
        reason: skipped.reason, source: nil, facts: "", next: nil,
        wouldChange: ["books that can be read for it"])
    }
    return DayExplanation(
      customer: customer, name: account.customer.name, day: day, parts: parts, steps: chain.steps,
      nearly: future.nearly(places))
  }

  private func leftOut(_ account: Account, _ preview: CustomerPreview, on day: Day) -> DayExplanation {
    let parts = preview.skipped.filter { $0.invoice == nil }.map { skipped in
      DayExplanation.Part(
        invoice: "all invoices", outcome: .leftOut, because: Skipped.meaning(of: skipped.reason),
        reason: skipped.reason, source: nil, facts: "", next: nil,
        wouldChange: [skipped.reason == "no-address" ? "an address in the books" : "books that can be read"])
    }
    return DayExplanation(
      customer: account.customer.id, name: account.customer.name, day: day, parts: parts,
      steps: [
        DayExplanation.Step(
          number: 1, title: "facts",
          lines: parts.map { DayExplanation.Line("the customer is left out: \($0.because)") })
      ], nearly: [])
  }

  private func part(
    _ place: Int, _ look: DayLook, _ future: DayFuture, on day: Day
  ) -> DayExplanation.Part {
    let plan = scenario.plan
    let part = look.account.receivables[place]
    let overdue = day - part.due
    let late =
      overdue > 0
      ? "\(overdue) \(overdue == 1 ? "day" : "days") overdue" : overdue == 0 ? "due today" : "not due yet"
    let facts = "\(part.balance), due \(part.due), \(late)"
    func made(
      _ outcome: DayExplanation.Outcome, _ because: String, reason: String? = nil, _ source: Source? = nil,
      _ changes: [String] = []
    ) -> DayExplanation.Part {
      DayExplanation.Part(
        invoice: "\(part.id)", outcome: outcome, because: because, reason: reason, source: source,
        facts: facts, next: outcome == .settled ? nil : future.next(place), wouldChange: changes)
    }
    if !part.isKnown || part.issued > day { return made(.notIssuedYet, "it is issued on \(part.issued)") }
    if part.balance.minorUnits == 0 { return made(.settled, "it is paid") }
    for message in look.decision.messages {
      if let own = message.parts.first(where: { $0.place == place }) {
        let words =
          "`\(plan.tiers[own.step.tier].name)` leaves, \(plan.tones[message.tone]), to \(message.to.email)"
        return made(.sent, words + (message.needsApproval ? ", when it is approved" : ""), own.step.source)
      }
      if message.alsoListed.contains(place) {
        return made(
          .listed, "the message of this day lists it, and it does not advance by it", message.step.source)
      }
    }
    if let silence = look.decision.silences.first(where: { $0.place == place }) {
      return made(
        .quiet, silence.reason.meaning, reason: silence.reason.text(in: plan), silence.source,
        future.changes(silence.reason, place))
    }
    return made(.waiting, "no tier is reached on this day")
  }
}
