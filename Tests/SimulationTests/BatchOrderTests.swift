import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

/// Batches of a simulation, in any order and from any number of workers, give what one worker gives.
@Suite struct BatchOrderTests {
  @Test(arguments: RandomCases.seeds(10))
  func `batches in any order give the same previews in the order of the customers`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scenario = try scenario(&random)
    let simulator = Simulator(scenario)
    #expect(simulator.batchCount == 4)
    var expected: [String] = []
    let summary = simulator.run { expected.append(line($0)) }

    var numbers = Array(0..<simulator.batchCount)
    for place in numbers.indices { numbers.swapAt(place, random.number(0...(numbers.count - 1))) }
    var order = BatchOrder<String>(simulator.emptySummary)
    var found: [String] = []
    for number in numbers { found += order.take(simulator.run(batch: number) { line($0) }) }

    #expect(found == expected, "seed \(seed), order \(numbers)")
    #expect(found.count == 200)
    #expect(order.summary.messages == summary.messages && summary.messages > 100)
    #expect(order.summary.byDay == summary.byDay && order.summary.byTier == summary.byTier)
    #expect(order.summary.reasons == summary.reasons && order.summary.customers == 200)
    #expect(order.summary.invoicesOpen == summary.invoicesOpen)
  }

  @Test func `customers that share an address are simulated together wherever their batches lie`() throws {
    var random = SplitMix64(seed: 7)
    let scenario = try scenario(&random)
    var order = BatchOrder<CustomerPreview>(Simulator(scenario).emptySummary)
    var days: [String: Set<Day>] = [:]
    for number in 0..<4 {
      for preview in order.take(Simulator(scenario).run(batch: number, { $0 })) {
        for message in preview.messages.map(\.message) {
          // One message a day to an address: the gap of the policy is three days.
          #expect(days[message.to.email, default: []].insert(message.day).inserted)
        }
      }
    }
    #expect(days.count < 200)
  }

  private func line(_ preview: CustomerPreview) -> String {
    let messages = preview.messages.map { "\($0.message.day) \($0.message.step.tier) \($0.message.to.email)" }
    return "\(preview.customer.id) \(messages) \(preview.silences.count) \(preview.flags.count)"
  }

  /// Two hundred customers with an invoice each, of which about every third shares its address.
  private func scenario(_ random: inout SplitMix64) throws -> Scenario {
    let accounts = (0..<200).map { number in
      let address = random.chance(35) ? random.number(0...20) : number + 100
      let due: Day = "2026-03-02"
      return account(
        "C\(1000 + number)", email: "person\(address)@customer.example",
        [invoice("A\(number)", due: due + random.number(0...20))])
    }
    return Scenario(
      plan: try plan("limits: { min_gap: 3 days }"), snapshot: Snapshot(asOf: nil, accounts: accounts),
      from: "2026-03-02", days: 60)
  }
}
