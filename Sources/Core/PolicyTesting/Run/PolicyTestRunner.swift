import PolicySyntax
import Receivables
import Schedule
import Simulation

/// Runs policy tests: simulates what each assumes, and compares what came with what it expects.
package struct PolicyTestRunner: Sendable {
  private let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  /// Runs one test.
  ///
  /// - Parameter explains: False leaves the reasons out, where only pass or fail is asked.
  /// - Complexity: That of simulating its few customers over its days, and for a failing test over two years more.
  package func run(_ test: PolicyTest, explains: Bool = true) -> PolicyTestResult {
    let previews = PolicyTestRunner.simulate(test, plan, days: test.days)
    var comparison = Comparison(test, plan, previews)
    comparison.compare()
    if explains, comparison.rows.contains(where: { $0.kind == .missing }) {
      let later = PolicyTestRunner.simulate(test, plan, days: test.days + 730)
      comparison.explain(with: later)
    }
    let rows = comparison.rows.enumerated().sorted {
      ($0.element.day ?? test.from, $0.offset) < ($1.element.day ?? test.from, $1.offset)
    }.map(\.element)
    return PolicyTestResult(
      test: test, rows: rows, previews: previews, expectHolds: comparison.expectHolds)
  }

  static func simulate(_ test: PolicyTest, _ plan: Plan, days: Int) -> [CustomerPreview] {
    let scenario = Scenario(
      plan: plan, snapshot: test.snapshot, from: test.from, days: days, events: test.events,
      ownerIsPresent: test.ownerIsPresent, writesLetters: test.readsLetters)
    var previews: [CustomerPreview] = []
    _ = Simulator(scenario).run { previews.append($0) }
    return previews
  }
}

/// Expected and actual, side by side.
private struct Comparison {
  let test: PolicyTest
  let plan: Plan
  let previews: [CustomerPreview]
  let messages: [MessageView]
  var rows: [TestRow] = []
  var expectHolds = true
  /// The expectation behind a row that is missing, by the row's place.
  private var missing: [Int: MessageExpectation] = [:]

  private var namesCustomer: Bool { previews.count > 1 }

  init(_ test: PolicyTest, _ plan: Plan, _ previews: [CustomerPreview]) {
    self.test = test
    self.plan = plan
    self.previews = previews
    messages = previews.flatMap { preview in
      preview.messages.map { MessageView(plan: plan, preview: preview, planned: $0) }
    }.sorted { $0.day < $1.day }
  }

  mutating func compare() {
    var spokenOf = Set<Int>()
    if let expect = test.expect { compare(expect, isWhole: true, &spokenOf) }
    compare(test.expectSome, isWhole: false, &spokenOf)
    for (place, message) in messages.enumerated() {
      let broken = test.never.filter { $0.fits(message) }
      for never in broken {
        rows.append(
          TestRow(
            .forbidden, day: message.day, expected: "never  \(never.inWords)",
            actual: message.inWords(namesCustomer: namesCustomer), reasons: [message.why], span: never.span))
      }
      if test.expect == nil, broken.isEmpty, !spokenOf.contains(place) {
        rows.append(
          TestRow(.other, day: message.day, actual: message.inWords(namesCustomer: namesCustomer)))
      }
    }
    compareFlags()
    for silence in test.silences { compare(silence) }
  }

  private mutating func compare(
    _ expected: [MessageExpectation], isWhole: Bool, _ spokenOf: inout Set<Int>
  ) {
    let pairs = Pairing.pairs(expected.count, messages.count) { expected[$0].fits(messages[$1]) }
    var left = Set(messages.indices)
    for pair in pairs { if let pair { left.remove(pair) } }
    for (place, wanted) in expected.enumerated() {
      if let pair = pairs[place] {
        spokenOf.insert(pair)
        let words = messages[pair].inWords(namesCustomer: namesCustomer)
        rows.append(
          TestRow(.same, day: messages[pair].day, expected: wanted.inWords, actual: words, span: wanted.span))
      } else if isWhole, let near = nearest(to: wanted, among: left) {
        left.remove(near)
        rows.append(different(wanted, messages[near]))
      } else {
        missing[rows.count] = wanted
        rows.append(
          TestRow(
            .missing, day: wanted.days?.lowerBound, expected: wanted.inWords, span: wanted.span))
      }
    }
    guard isWhole else { return }
    for place in left.sorted() {
      let message = messages[place]
      rows.append(
        TestRow(
          .unexpected, day: message.day, actual: message.inWords(namesCustomer: namesCustomer),
          reasons: [message.why]))
    }
    expectHolds = !rows.contains { $0.kind.isFailure }
  }

  /// A message of the same day and customer: what was meant, with something else true of it.
  private func nearest(to wanted: MessageExpectation, among left: Set<Int>) -> Int? {
    guard let days = wanted.days else { return nil }
    return left.sorted().first { place in
      let message = messages[place]
      let customer = wanted.text(of: .customer)
      return days.contains(message.day)
        && customer ?? message.preview.customer.id.text
          == message.preview.customer.id.text
    }
  }

  private func different(_ wanted: MessageExpectation, _ message: MessageView) -> TestRow {
    let reasons = wanted.wanted.filter { !message.has($0) }.map { wanted in
      let actual = message.text(of: wanted.field)
      if wanted.field == .says {
        return TestReason("its words do not say “\(wanted.text)”", message.source(of: .says))
      }
      return TestReason(
        "\(wanted.field.rawValue) is \(actual.isEmpty ? "empty" : "`\(actual)`"), not `\(wanted.text)`",
        message.source(of: wanted.field))
    }
    return TestRow(
      .different, day: message.day, expected: wanted.inWords,
      actual: message.inWords(namesCustomer: namesCustomer), reasons: reasons, span: wanted.span)
  }

  private mutating func compareFlags() {
    guard let expected = test.flags else { return }
    let flags = previews.flatMap { preview in
      preview.flags.map { FlagView(plan: plan, customer: preview.customer.id, flag: $0) }
    }
    .sorted { $0.flag.day < $1.flag.day }
    let pairs = Pairing.pairs(expected.count, flags.count) { flags[$1].fits(expected[$0]) }
    var left = Set(flags.indices)
    for (place, wanted) in expected.enumerated() {
      if let pair = pairs[place] {
        left.remove(pair)
        let words = flags[pair].inWords(namesCustomer: namesCustomer)
        rows.append(
          TestRow(
            .same, day: flags[pair].flag.day, expected: wanted.inWords, actual: words, span: wanted.span))
      } else {
        let others = flags.filter { flag in
          wanted.name == flag.name && wanted.customer ?? flag.customer == flag.customer
        }.map {
          TestReason("`\($0.name)` is flagged on \($0.flag.day)", $0.flag.source)
        }
        rows.append(
          TestRow(
            .missing, day: wanted.days?.lowerBound, expected: wanted.inWords,
            reasons: others.isEmpty ? [notFlagged(wanted)] : others, span: wanted.span))
      }
    }
    for place in left.sorted() {
      let words = flags[place].inWords(namesCustomer: namesCustomer)
      rows.append(
        TestRow(
          .unexpected, day: flags[place].flag.day, actual: words,
          reasons: [TestReason("`\(flags[place].name)` fired", flags[place].flag.source)]))
    }
  }

  private func notFlagged(_ wanted: FlagExpectation) -> TestReason {
    guard let rule = plan.escalations.first(where: { $0.name == wanted.name }) else {
      return TestReason("nothing like it is flagged in these days")
    }
    return TestReason("its condition does not hold in these days: \(rule.conditionText)", rule.source)
  }

  private mutating func compare(_ expected: SilenceExpectation) {
    let preview = previews.first { preview in
      expected.customer.map { $0 == preview.customer.id } ?? true
        && preview.parts.contains { "\($0)" == expected.invoice || $0.number == expected.invoice }
    }
    let parts = preview?.parts.indices.filter { place in
      let id = preview?.parts[place]
      return id.map { "\($0)" == expected.invoice || $0.number == expected.invoice } ?? false
    }
    var wrong: (Day, TestReason)?
    for day in Array(expected.days.lowerBound.number...expected.days.upperBound.number).map(Day.init(number:))
    {
      for place in parts ?? [] where wrong == nil {
        let silence = preview?.silences.first { $0.place == place && $0.from <= day && day <= $0.to }
        let reason = silence?.reason.text(in: plan)
        if reason == nil || expected.reason.map({ $0 != reason }) ?? false {
          let words = reason.map { "it is quiet as `\($0)`" } ?? "nothing but its days keeps it quiet"
          wrong = (day, TestReason("on \(day) \(words)", silence?.source))
        }
      }
    }
    let words = expected.inWords
    if let (day, reason) = wrong {
      rows.append(
        TestRow(.missing, day: day, expected: words, reasons: [reason], span: expected.span))
    } else {
      rows.append(
        TestRow(
          .same, day: expected.days.lowerBound, expected: words, actual: "quiet throughout",
          span: expected.span))
    }
  }

  /// Says of each message that did not come why it did not.
  mutating func explain(with later: [CustomerPreview]) {
    let absence = Absence(test: test, plan: plan, previews: previews, later: later)
    for (place, expectation) in missing {
      let row = rows[place]
      rows[place] = TestRow(
        row.kind, day: row.day, expected: row.expected, reasons: absence.reasons(for: expectation),
        span: row.span)
    }
  }
}
