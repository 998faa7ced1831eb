import Foundation
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
}
