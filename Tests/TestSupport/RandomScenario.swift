import Receivables
import Schedule
import Simulation

/// A random policy, books and events of one seed, ready to be simulated.
package struct RandomScenario {
  package let seed: UInt64
  package let policy: RandomPolicy
  package let books: RandomBooks
  package let eventsText: String
  package let plan: Plan
  package let from: Day
  package let days: Int
  private let events: [ScenarioEvent]
  private let ownerIsPresent: Bool
  private let behaviour: Scenario.Behaviour

  /// - Throws: Where the policy or the events that were made cannot be read: a mistake of the generator.
  package init(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    self.seed = seed
    from = Day(stringLiteral: "2025-11-01") + random.number(0...200)
    days = random.number(15...75)
    policy = RandomPolicy(around: from, &random)
    books = RandomBooks(from: from, &random)
    eventsText = RandomScenario.events(books.open, from: from, days: days, &random)
    plan = try wholePlan(policy.text())
    events = try TestSupport.events(
      eventsText, about: Snapshot(asOf: nil, accounts: books.accounts), base: plan.base)
    ownerIsPresent = random.chance(85)
    behaviour = random.chance(15) ? .history : .none
  }

  /// The scenario, with another plan in place of its own where one is given.
  package func scenario(
    _ other: Plan? = nil, walksEveryDay: Bool = false, writesLetters: Bool = false
  ) -> Scenario {
    Scenario(
      plan: other ?? plan, snapshot: Snapshot(asOf: nil, accounts: books.accounts), from: from, days: days,
      events: events, behaviour: behaviour, ownerIsPresent: ownerIsPresent, writesLetters: writesLetters,
      walksEveryDay: walksEveryDay)
  }

  /// Half of the events are about one invoice, so that they meet.
  private static func events(
    _ open: [RandomBooks.Open], from start: Day, days: Int, _ random: inout SplitMix64
  ) -> String {
    guard !open.isEmpty else { return "[]\n" }
    let one = random.pick(open)
    let lines = (0..<random.pick([0, 1, 3, 6, 10])).map { number in
      event(about: random.chance(50) ? one : random.pick(open), from: start, days: days, number, &random)
    }
    return lines.isEmpty ? "[]\n" : lines.sorted().joined(separator: "\n") + "\n"
  }

  private static func event(
    about invoice: RandomBooks.Open, from start: Day, days: Int, _ number: Int, _ random: inout SplitMix64
  ) -> String {
    let on = start + random.number(-6...(days - 1))
    let kind = random.pick([
      "payment", "payment", "unallocated", "promise", "promise", "dispute", "claims_paid", "reply", "stop",
      "request",
      "out_of_office", "bounce", "bounce", "release", "release", "issue",
    ])
    var entries = ["on: \(on)", "customer: \(invoice.customer)"]
    switch kind {
    case "payment":
      entries.append("payment: \(random.pick([invoice.amount, "15.00", "60.00"]))")
      let part = invoice.parts > 0 && random.chance(50) ? "/\(random.number(1...invoice.parts))" : ""
      entries.append("invoice: \(invoice.number)\(part)")
    case "unallocated": entries.append("payment: \(random.pick([invoice.amount, "40.00"]))")
    case "bounce": entries.append("bounce: \(random.pick(["hard", "soft"]))")
    case "release": entries.append("release: true")
    case "issue":
      let due = on + random.pick([0, 7, 14, 30])
      entries.append(
        "issue: { number: \(invoice.customer)-9\(number), amount: \(RandomBooks.amount(&random)), due: \(due) }"
      )
    default: entries.append("reply: \(kind)")
    }
    if kind == "promise" { entries.append("promised: \(on + random.pick([-2, 0, 3, 7, 14, 28, 45]))") }
    if kind == "out_of_office", random.chance(60) { entries.append("return: \(on + random.number(1...14))") }
    if ["promise", "dispute", "claims_paid"].contains(kind), random.chance(70) {
      entries.append("invoice: \(invoice.number)")
    }
    return "- { \(entries.joined(separator: ", ")) }"
  }
}
