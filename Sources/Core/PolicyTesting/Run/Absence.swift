import PolicySyntax
import Receivables
import Schedule
import Simulation

/// Why an expected message did not come: what kept it back, and what came of it instead.
struct Absence {
  private static let most = 4

  let test: PolicyTest
  let plan: Plan
  let previews: [CustomerPreview]
  /// The same run over many more days: a tier may be reached after the test's last one.
  let later: [CustomerPreview]

  /// At most a few sentences, the nearest cause first.
  func reasons(for expected: MessageExpectation) -> [TestReason] {
    var found: [TestReason] = []
    if let day = onlyDay(of: expected), let closed = closed(day) { found.append(closed) }
    let customer = expected.text(of: .customer)
    for (preview, later) in zip(previews, later)
    where customer ?? "\(preview.customer.id)" == "\(preview.customer.id)" {
      found += preview.skipped.map {
        TestReason(
          "\($0.invoice ?? "the customer") is left out: \(Skipped.meaning(of: $0.reason)) (`\($0.reason)`)")
      }
      if preview.isSkipped { continue }
      let named = expected.invoices
      for place in preview.parts.indices where named.isEmpty || named.contains("\(preview.parts[place])") {
        found += reasons(place, preview, later, expected)
      }
    }
    var once: [TestReason] = []
    for reason in found where !once.contains(reason) { once.append(reason) }
    return once.isEmpty ? [TestReason("no message fits in these days")] : Array(once.prefix(Absence.most))
  }

  private func onlyDay(of expected: MessageExpectation) -> Day? {
    expected.days.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil }
  }

  private func closed(_ day: Day) -> TestReason? {
    if plan.calendar.isOpen(day) { return nil }
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let closing = plan.closedDays.closings.first { $0.days.contains(day) }
    let because = closing.map { $0.names.first ?? $0.cause.rawValue } ?? "not a day of `send`"
    return TestReason("no message leaves on \(names[day.weekday - 1]) \(day): \(because)")
  }

  private func reasons(
    _ place: Int, _ preview: CustomerPreview, _ later: CustomerPreview, _ expected: MessageExpectation
  ) -> [TestReason] {
    let part = preview.parts[place]
    var found: [TestReason] = []
    let days = expected.days ?? test.from...(test.from + (test.days - 1))
    if let payment = payment(part, upTo: days.upperBound, preview.customer.id) { found.append(payment) }
    for silence in preview.silences
    where silence.place == place && silence.from <= days.upperBound
      && days.lowerBound <= silence.to && silence.reason != .noTierInHorizon
    {
      let from = silence.from == test.from ? "" : " from \(silence.from)"
      let to = silence.to == test.from + (test.days - 1) ? "to the end" : "to \(silence.to)"
      found.append(
        TestReason(
          "\(part) is quiet\(from) \(to), `\(silence.reason.text(in: plan))`: \(silence.reason.meaning)",
          silence.source))
    }
    return found + instead(place, part, later, expected, days)
  }

  /// On which other day the tier leaves, or what comes next for the invoice.
  private func instead(
    _ place: Int, _ part: ReceivableID, _ later: CustomerPreview, _ expected: MessageExpectation,
    _ days: ClosedRange<Day>
  ) -> [TestReason] {
    let own = later.messages.filter { $0.message.parts.contains { $0.place == place } }
    func tier(_ planned: PlannedMessage) -> String {
      planned.message.parts.first { $0.place == place }.map { plan.tiers[$0.step.tier].name } ?? ""
    }
    func step(_ planned: PlannedMessage) -> PlannedStep {
      planned.message.parts.first { $0.place == place }?.step ?? planned.message.step
    }
    func when(_ day: Day) -> String {
      day > test.from + (test.days - 1) ? "only on \(day), after the last day of the test" : "on \(day)"
    }
    if let wanted = expected.text(of: .tier) {
      if let other = own.first(where: { tier($0) == wanted && !days.contains($0.message.day) }) {
        return [
          TestReason(
            "`\(wanted)` (\(PlanText.text(step(other).timing))) leaves for \(part) \(when(other.message.day))",
            step(other).source)
        ]
      }
      if let any = own.last, !plan.schedules[any.message.schedule].has(tier: wanted, in: plan) {
        let schedule = plan.schedules[any.message.schedule]
        return [
          TestReason(
            "\(part) is on the schedule `\(schedule.name)`, which has no tier `\(wanted)`: segment "
              + "`\(plan.segments[any.message.segment].name)`",
            plan.segments[any.message.segment].source)
        ]
      }
    }
    if let next = own.first(where: { $0.message.day > days.upperBound }) {
      return [
        TestReason(
          "the next for \(part) is `\(tier(next))` (\(PlanText.text(step(next).timing))) \(when(next.message.day))",
          step(next).source)
      ]
    }
    return own.isEmpty ? [TestReason("\(part) hears nothing at all, not even later")] : []
  }

  private func payment(_ part: ReceivableID, upTo day: Day, _ customer: CustomerID) -> TestReason? {
    for event in test.events where event.on <= day && event.customer == customer {
      guard case .payment(let money) = event.kind else { continue }
      if let invoice = event.invoice, invoice != "\(part)", invoice != part.number { continue }
      return TestReason("\(money) came in on \(event.on)\(event.invoice.map { " for \($0)" } ?? "")")
    }
    return nil
  }
}

extension PlannedSchedule {
  fileprivate func has(tier name: String, in plan: Plan) -> Bool {
    steps.contains { plan.tiers[$0.tier].name == name }
  }
}
