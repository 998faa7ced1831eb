import Foundation
import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

@testable import Execution

/// Promise 9: with the same facts and events, `simulate` and `execute` decide the same.
@Suite struct ParityTests {
  private static let cases = Int(ProcessInfo.processInfo.environment["DULY_PARITY_CASES"] ?? "") ?? 40
  private static let seed = UInt64(ProcessInfo.processInfo.environment["DULY_PARITY_SEED"] ?? "") ?? 1

  @Test func `a run a day sends what the preview showed`() async throws {
    var messages = 0
    for number in 0..<Self.cases {
      let seed = Self.seed &+ UInt64(number)
      let random = try RandomScenario(seed: seed)
      messages += try await compare(random.executable(), seed)
    }
    print("parity: seeds \(Self.seed)... , \(Self.cases) cases, \(messages) messages")
    #expect(messages > 3 * Self.cases)
  }

  private func compare(_ scenario: Scenario, _ seed: UInt64) async throws -> Int {
    let run = SimulatedRun(scenario)
    let runs = try DailyRuns(scenario.plan, scenario.snapshot.accounts, scenario.events)
    for offset in 0..<scenario.days { try await runs.run(scenario.from + offset) }
    let expected = Self.messages(run).sorted()
    if expected != runs.messages {
      Issue.record("seed \(seed):\n\(Self.difference(expected, runs.messages))")
    }
    let flags = run.previews.flatMap { preview in
      preview.flags.map { DailyRuns.line(preview.customer.id, $0, scenario.plan) }
    }.sorted()
    if flags != runs.flags.sorted() {
      Issue.record("seed \(seed), flags:\n\(Self.difference(flags, runs.flags.sorted()))")
    }
    return expected.count
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

extension RandomScenario {
  /// The scenario with what a run can be told day by day: nothing before its first day, and on each day the books first.
  func executable() -> Scenario {
    let whole = scenario()
    func rank(_ event: ScenarioEvent) -> Int {
      switch event.kind {
      case .issue: 0
      case .payment, .settles: 1
      case .reply, .bounce, .release: 2
      }
    }
    let events = whole.events.filter { $0.on >= whole.from }.enumerated().sorted {
      ($0.element.on, rank($0.element), $0.offset) < ($1.element.on, rank($1.element), $1.offset)
    }.map(\.element)
    return Scenario(
      plan: whole.plan, snapshot: whole.snapshot, from: whole.from, days: whole.days, events: events)
  }
}
