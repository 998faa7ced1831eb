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
      messages += try await Parity.compare(
        random.scenario().executable(), "seed \(seed), with\n\(random.eventsText)")
    }
    print("parity: seeds \(Self.seed)... , \(Self.cases) cases, \(messages) messages")
    #expect(messages > 3 * Self.cases)
  }

  @Test func `a run a day thanks for what the preview thanks for`() async throws {
    var thanks = 0
    for number in 0..<Self.cases {
      let random = try RandomScenario(seed: Self.seed &+ UInt64(number))
      let whole = random.scenario(try wholePlan(thankful(random.policy.text())))
      let scenario = Scenario(
        plan: whole.plan, snapshot: whole.snapshot, from: whole.from, days: whole.days,
        events: whole.events + Self.settlements(whole)
      ).executable()
      thanks += SimulatedRun(scenario).planned.count { $0.message.isThanks }
      _ = try await Parity.compare(scenario, "seed \(random.seed), with\n\(random.eventsText)")
    }
    print("parity: \(Self.cases) cases that thank, \(thanks) times")
    #expect(thanks > 0)
  }

  /// Of every second customer all that is open is paid, invoice by invoice, in the second half of the days.
  private static func settlements(_ scenario: Scenario) -> [ScenarioEvent] {
    var events: [ScenarioEvent] = []
    for (place, account) in scenario.snapshot.accounts.enumerated() where place.isMultiple(of: 2) {
      let day = scenario.from + (scenario.days / 2 + place % 3)
      for number in Set(account.receivables.map(\.id.number)).sorted() {
        events.append(
          ScenarioEvent(on: day, customer: account.customer.id, invoice: number, kind: .settles))
      }
    }
    return events
  }
}
