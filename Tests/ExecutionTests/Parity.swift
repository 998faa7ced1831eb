import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

/// A run a day beside the preview of the same days.
enum Parity {
  /// Runs a scenario both ways; where they differ, an issue is recorded.
  ///
  /// - Returns: How many messages left.
  static func compare(_ scenario: Scenario, _ title: String) async throws -> Int {
    let run = SimulatedRun(scenario)
    let runs = try DailyRuns(scenario.plan, scenario.snapshot.accounts, scenario.events)
    for offset in 0..<scenario.days { try await runs.run(scenario.from + offset) }
    let expected = messages(run).sorted()
    if expected != runs.messages {
      Issue.record("\(title):\n\(difference(expected, runs.messages))")
    }
    let flags = run.previews.flatMap { preview in
      preview.flags.map { DailyRuns.line(preview.customer.id, $0, scenario.plan) }
    }.sorted()
    if flags != runs.flags.sorted() {
      Issue.record("\(title), flags:\n\(difference(flags, runs.flags.sorted()))")
    }
    let quiet = silences(run)
    if quiet != runs.quiet.sorted() {
      Issue.record("\(title), silences:\n\(difference(quiet, runs.quiet.sorted()))")
    }
    return expected.count
  }

  /// Each open day of each silence that a line of the policy is the reason of. Which line said so first is left out: closed days join
  /// silences in a preview that a run a day finds anew.
  private static func silences(_ run: SimulatedRun) -> [String] {
    let plan = run.scenario.plan
    return run.previews.flatMap { preview in
      preview.silences.flatMap { silence -> [String] in
        if [.noTierInHorizon, .notIssuedYet, .settled].contains(silence.reason) { return [] }
        let days = (0...(silence.to - silence.from)).map { silence.from + $0 }
        return days.filter(plan.calendar.isOpen).map { day in
          "\(day) \(preview.customer.id) \(preview.parts[silence.place]) \(silence.reason.text(in: plan))"
        }
      }
    }.sorted()
  }

  private static func messages(_ run: SimulatedRun) -> [String] {
    run.previews.flatMap { preview in
      preview.messages.map { planned in
        let message = planned.message
        let parts = message.parts.map {
          "\(preview.parts[$0.place]):\(run.scenario.plan.tiers[$0.step.tier].name)"
        }.joined(separator: ",")
        let others = message.alsoListed.map { "\(preview.parts[$0])" }.joined(separator: ",")
        return
          "\(message.day) \(preview.customer.id) \(parts) (\(others)) \(message.total) to \(message.to.email)"
      }
    }
  }

  private static func difference(_ preview: [String], _ run: [String]) -> String {
    let only = preview.filter { !run.contains($0) }.prefix(5).map { "preview only: \($0)" }
    let other = run.filter { !preview.contains($0) }.prefix(5).map { "run only:     \($0)" }
    return (only + other).joined(separator: "\n")
  }
}

extension Scenario {
  /// The scenario with what a run can be told day by day, and in the form in which books that are read once a day show it:
  /// on each day the books first, payments of a day for one invoice as one, and no payment up to the first day, for the
  /// first run takes the books as they are.
  func executable() -> Scenario {
    func rank(_ event: ScenarioEvent) -> Int {
      switch event.kind {
      case .issue: 0
      case .payment, .settles: 1
      case .reply, .bounce, .release: 2
      }
    }
    let sorted = self.events.enumerated().filter { _, event in
      rank(event) == 1 ? event.on > from : event.on >= from
    }.sorted {
      ($0.element.on, rank($0.element), $0.offset) < ($1.element.on, rank($1.element), $1.offset)
    }.map(\.element)
    var events: [ScenarioEvent] = []
    for event in sorted {
      if case .payment(let more) = event.kind,
        let place = events.lastIndex(where: {
          $0.on == event.on && $0.customer == event.customer && $0.invoice == event.invoice
        }), case .payment(let before) = events[place].kind, before.currency == more.currency
      {
        let sum = Money(minorUnits: before.minorUnits + more.minorUnits, currency: more.currency)
        events[place] = ScenarioEvent(
          on: event.on, customer: event.customer, invoice: event.invoice, kind: .payment(sum))
      } else {
        events.append(event)
      }
    }
    return Scenario(
      plan: plan, snapshot: snapshot, from: from, days: days, events: events)
  }
}
