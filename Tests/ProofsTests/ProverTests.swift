import CEL
import Proofs
import Receivables
import Testing
import Vocabulary

/// Single questions: relations between facts, what is not understood, and the smallest witness.
@Suite struct ProverTests {
  private func prover(
    _ texts: [String], rates: [(currency: Currency, worth: Decimal)] = [], tiers: [String] = []
  ) throws
    -> Prover
  {
    let pound = try #require(Currency(code: "GBP"))
    let conditions = try texts.map { text in
      try #require(
        check(text: text, in: Vocabulary.escalationConditions, expecting: .bool).expression, "\(text)")
    }
    return Prover(conditions, in: FactWorld(base: pound, rates: rates, tiers: tiers))
  }

  private func answer(_ text: String, _ outcome: Outcome = .holds) throws -> String {
    switch try prover([text]).answer([Demand(0, outcome)]) {
    case .never: "never"
    case .unknown(let part): "unknown: \(part ?? "")"
    case .possible(let witness):
      witness.readings.map { "\($0.name) = \(Self.text($0.value))" }.joined(separator: ", ")
    }
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .money(let amount): "\(amount)"
    case .int(let int): "\(int)"
    case .double(let double): "\(double)"
    case .string(let text): "`\(text)`"
    case .date(let day): CivilDay.text(day)
    case .list(let elements): "[\(elements.map(text).joined(separator: ", "))]"
    case .map(let map):
      "{\(map.entries.map { "\(text($0.key)): \(text($0.value))" }.joined(separator: ", "))}"
    case .null: "null"
    default: "\(value)"
    }
  }

  @Test(arguments: [
    // Domains.
    "customer.invoices_paid < 0", "customer.balance <= 0", "invoice.balance == 0",
    "customer.invoices_open == 0",
    "customer.kind == \"private\"", "invoice.collection == \"cheque\"", "history.days_since_last.or(1) < 1",
    // Relations.
    "customer.overdue > customer.balance", "invoice.balance > customer.balance",
    "history.unanswered > history.sent", "history.unanswered >= 1 && !has(history.days_since_last)",
    "has(history.days_since_last) && history.sent == 0",
    "has(customer.average_days_late) && customer.invoices_paid == 0",
    "invoice.days_overdue > 3 && today - invoice.due < 3", "invoice.issued > today",
    "invoice.days_overdue >= 1 && customer.overdue == 0", "invoice.paid + invoice.balance != invoice.amount",
    "invoice.balance > invoice.total", "invoice.instalment > invoice.instalments",
    // Minor units: there is no amount between two pence.
    "customer.overdue > 9.99 && customer.overdue < 10", "invoice.balance == 0.005",
    // Neighbouring doubles, texts and days.
    "customer.average_days_late.or(0.0) > 1.0 && customer.average_days_late.or(0.0) < 1.0000000000000002",
    "customer.id > \"a\" && customer.id < \"a\\u0000\"",
    "invoice.issued > today - days(1) && invoice.issued < today",
    // Sums that go round in a circle.
    "invoice.due > invoice.issued + days(1) && customer.since.or(today) > invoice.due && invoice.issued > customer.since.or(today)",
    "customer.balance * 2 > 10 && customer.balance * 3 < 15",
  ])
  func `what no customer and no invoice can be is proved to be so`(_ text: String) throws {
    #expect(try answer(text) == "never")
  }

  @Test(arguments: [
    ("customer.overdue >= 1000", "customer.overdue = 1000 GBP"),
    ("!(customer.overdue >= 1000)", "customer.overdue = 0 GBP"),
    ("customer.overdue < 1000 && customer.overdue > 999.98", "customer.overdue = 999.99 GBP"),
    ("customer.average_days_late.or(0.0) > 20.0", "customer.average_days_late = 21.0"),
    ("customer.tagged(\"vip\") || customer.overdue > 5", "customer.tags = [], customer.overdue = 5.01 GBP"),
    ("customer.country.or(\"GB\") != \"GB\"", "customer.country = `A`"),
    ("customer.kind != \"business\"", "customer.kind = `consumer`"),
    ("invoice.days_overdue > 30", "invoice.days_overdue = 31"),
    ("customer.fields.region == \"north\"", "customer.fields = {`region`: `north`}"),
    ("today == invoice.due", "today = 2026-03-02, invoice.due = 2026-03-02"),
  ])
  func `the witness is the smallest one`(_ text: String, _ expected: String) throws {
    #expect(try answer(text) == expected)
  }

  @Test func `a key that is missing can break a condition, and a guard keeps it from that`() throws {
    #expect(try answer("customer.fields.region == \"north\"", .breaks) == "customer.fields = {}")
    #expect(
      try answer("has(customer.fields.region) && customer.fields.region == \"north\"", .breaks) == "never")
    #expect(try answer("customer.fields.region.or(\"\") == \"north\"", .breaks) == "never")
  }

  @Test func `a side that decides outweighs one that breaks`() throws {
    let text = "customer.fields.region == \"north\" || customer.overdue > 5"
    #expect(try answer(text, .breaks) == "customer.overdue = 0 GBP, customer.fields = {}")
    #expect(
      try answer("(\(text)) && customer.overdue <= 5 && !has(customer.fields.region)", .holds) == "never")
  }

  @Test func `what is not understood is neither claimed nor believed`() throws {
    #expect(try answer("customer.name.matches(\"^A\") && !customer.name.matches(\"^A\")") == "never")
    #expect(
      try answer("customer.name.matches(\"^[0-9]{5}$\")") == "unknown: customer.name.matches(\"^[0-9]{5}$\")")
    // The witness that is tried happens to be one.
    #expect(try answer("!customer.name.matches(\"^[0-9]{5}$\")").hasPrefix("customer.name = "))
    #expect(try answer("customer.name.size() > 3 && customer.name.size() < 2") == "never")
  }

  @Test func `an amount in another currency can lie between two pence`() throws {
    let euro = try #require(Currency(code: "EUR"))
    let worth = try #require(Decimal("0.85"))
    let text = "customer.overdue > 9.99 && customer.overdue < 10"
    let prover = try prover([text], rates: [(euro, worth)])
    #expect(prover.isImpossible([Demand(0, .holds)]) == false)
  }

  @Test func `the last tier sent is one of the policy's`() throws {
    let prover = try prover(
      ["history.tier.or(\"\") == \"finall\"", "history.tier.or(\"\") == \"final\""],
      tiers: ["first", "final"])
    #expect(prover.isImpossible([Demand(0, .holds)]) == true)
    #expect(prover.isImpossible([Demand(1, .holds)]) == false)
  }

  @Test func `work is bounded, and what goes beyond is unknown`() throws {
    // Pigeons: each of nine numbers is one of eight, and no two are the same number.
    let names =
      ["invoices_paid", "broken_promises", "invoices_open"].map { "customer.\($0)" }
      + ["history.sent", "history.unanswered", "invoice.instalment", "invoice.instalments"]
      + ["(invoice.due - invoice.issued)", "(today - invoice.issued)"]
    var parts = names.map { "\($0) in [1, 2, 3, 4, 5, 6, 7, 8]" }
    for (place, first) in names.enumerated() {
      for second in names[(place + 1)...] { parts.append("\(first) != \(second)") }
    }
    let prover = try prover([parts.joined(separator: " && ")])
    #expect(prover.isImpossible([Demand(0, .holds)]) != false)
  }

  @Test func `one part of a condition can be asked about`() throws {
    let prover = try prover(["customer.overdue > 5 || (customer.overdue > 9 && customer.overdue < 3)"])
    guard case .binary(.or, _, let right) = prover.conditions[0].root.kind else {
      Issue.record("the tree is another one")
      return
    }
    #expect(prover.isImpossible([Demand(0, part: right, .holds)]) == true)
    #expect(prover.isImpossible([Demand(0, part: right, .fails)]) == false)
  }
}
