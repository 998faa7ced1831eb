import Simulation
import TestSupport
import Testing

/// The promises of section 9 of the language on random policies, books and events, run through the real
/// decision.
///
/// A case that fails names its seed: `DULY_PROPERTY_SEED=… DULY_PROPERTY_CASES=1` runs it alone.
@Suite struct PropertyTests {
  /// Runs `check` on so many random cases and records what it says of one, with its seed.
  private func forAll(_ count: Int, _ check: (RandomScenario) throws -> [String]) {
    for seed in RandomCases.seeds(count) {
      do {
        let found = try check(RandomScenario(seed: seed))
        for finding in found.prefix(3) { Issue.record("seed \(seed): \(finding)") }
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
  }

  // Promises 1, 2, 4 and 5, the horizon, and silences that overlap nothing.
  @Test func `every simulated timeline keeps the promises`() {
    forAll(300) { PromiseCheck(SimulatedRun($0.scenario())).broken() }
  }

  // Promise 6: "No message has an empty, undefined or unescaped value in it."
  @Test func `every letter can be written and says what it should`() {
    forAll(60) { random in
      SimulatedRun(random.scenario(writesLetters: true)).planned.compactMap { planned in
        switch planned.letter {
        case .success(let letter):
          letter.subject.isEmpty || letter.text.isEmpty || letter.subject.contains("\n")
            || (letter.subject + letter.text).contains("{{") || letter.text.contains("null")
            ? "\(planned.message.day): \(letter)" : nil
        case .failure(let error): "\(planned.message.day): \(error)"
        case nil: "\(planned.message.day): no letter"
        }
      }
    }
  }

  // "On every day before it the decision has no events": `NextDay` is never too late.
  @Test func `walking every day gives the same as jumping`() {
    forAll(120) { random in
      let jumped = SimulatedRun(random.scenario()).ndjson
      let walked = SimulatedRun(random.scenario(walksEveryDay: true)).ndjson
      return difference("jumping", jumped, "walking", walked)
    }
  }

  // Promise 9, as far as a simulation can show it: nothing but what is given decides.
  @Test func `the same input gives the same bytes`() {
    forAll(40) { random in
      let again = try RandomScenario(seed: random.seed)
      return difference(
        "once", SimulatedRun(random.scenario(writesLetters: true)).ndjson, "again",
        SimulatedRun(again.scenario(writesLetters: true)).ndjson)
    }
  }

  @Test func `the order of keys and comments of the policy do not matter`() {
    forAll(60) { random in
      let other = try wholePlan(random.policy.text(shuffledBy: SplitMix64(seed: random.seed + 1)))
      func lines(_ scenario: Scenario) -> [String] {
        SimulatedRun(scenario).ndjson.map { $0.replacing(/"source":"[^"]*"/, with: "") }
      }
      return difference("in order", lines(random.scenario()), "shuffled", lines(random.scenario(other)))
    }
  }

  // Contract: "Every invoice open at `--from` is in a message, a silence or `skipped`."
  @Test func `every invoice that is open on the first day is spoken of`() {
    forAll(150) { random in
      SimulatedRun(random.scenario()).previews.flatMap { preview -> [String] in
        if preview.isSkipped { return [] }
        var spoken = Set(preview.silences.map { preview.parts[$0.place] })
        for planned in preview.messages { spoken.formUnion(planned.listed.map(\.id)) }
        let account = random.books.accounts.first { $0.customer.id == preview.customer.id }
        return (account?.receivables ?? []).filter { $0.balance.minorUnits > 0 && !spoken.contains($0.id) }
          .map { "\(preview.customer.id) \($0.id) is spoken of nowhere" }
      }
    }
  }

  private func difference(_ one: String, _ left: [String], _ other: String, _ right: [String]) -> [String] {
    let common = zip(left, right).prefix { $0 == $1 }.count
    if common == left.count, common == right.count { return [] }
    return [
      """
      line \(common + 1) differs
      \(one): \(common < left.count ? left[common] : "(ends)")
      \(other): \(common < right.count ? right[common] : "(ends)")
      """
    ]
  }
}
