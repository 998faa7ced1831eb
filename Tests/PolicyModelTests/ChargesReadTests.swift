import PolicyModel
import PolicySyntax
import Receivables
import TestSupport
import Testing

/// `charges:` as policies write it.
@Suite struct ChargesReadTests {
  /// A policy whose last tier charges businesses alone.
  private func read(_ charges: String, files: [String: String] = [:]) -> ReadPolicy {
    ReadPolicy(
      """
      segments:
        - { name: consumers, when: 'customer.kind == "consumer"', schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, charges: true, approval: owner }
        gentle:
          - { tier: first, send: 10 days after due, approval: owner }
      charges:
        \(charges)
      """, files: files)
  }

  @Test func `all that can be said`() throws {
    let read = read(
      """
      interest: { annual_rate: 8.5 % over uk-late-payment, rate_fixing: daily, from: issued }
        compensation: uk-late-payment
        allocation: principal_first
        when_principal_paid: demand
      """)
    let terms = try #require(read.policy?.charges, "\(read.report)").terms
    #expect(terms.interest?.percent.description == "8.5")
    #expect(terms.interest?.over?.name == "uk-late-payment")
    #expect(terms.interest?.fixing == .daily)
    #expect(terms.interest?.from == .issued)
    #expect(terms.compensation?.amount(for: money("1000")) == 7000)
    #expect(terms.allocation == .principalFirst)
    #expect(terms.whenPrincipalPaid == .demand)
    #expect(read.mistakes == ["charges-out-of-bounds", "charges-out-of-bounds"])
  }

  @Test func `what is left out`() throws {
    let read = read("interest: { annual_rate: 9 % }")
    let terms = try #require(read.policy?.charges, "\(read.report)").terms
    #expect(read.rules == [])
    #expect(terms.interest?.over == nil)
    #expect(terms.interest?.fixing == .atStart)
    #expect(terms.interest?.from == .due)
    #expect(terms.compensation == nil)
    #expect(terms.allocation == .chargesFirst)
    #expect(terms.whenPrincipalPaid == .waive)
  }

  @Test func `a file beside the policy`() throws {
    let file = """
      name: ours
      source: our terms of 2024
      until: 2026-12-31
      currency: EUR
      compensation: [{ below: 500, amount: 20 }, { amount: 40.50 }]
      rates: [2024-07-01: 3.5, 2024-01-01: -0.25]
      """
    let read = read(
      "interest: { annual_rate: 8 % over ./ours.yaml }\n  compensation: ./ours.yaml",
      files: ["./ours.yaml": file])
    let terms = try #require(read.policy?.charges, "\(read.report)").terms
    let table = try #require(terms.interest?.over)
    #expect(table.rate(on: "2023-12-31") == nil)
    #expect(table.rate(on: "2024-06-30")?.description == "-0.25")
    #expect(table.rate(on: "2024-07-01")?.description == "3.5")
    #expect(table.until == "2026-12-31")
    #expect(terms.compensation?.amount(for: money("499.99 EUR")) == 2000)
    #expect(terms.compensation?.amount(for: money("500 EUR")) == 4050)
  }

  @Test(
    arguments: [
      ("interest: { annual_rate: 8 % over uk-late-paymnt }", "unresolved-reference"),
      ("interest: { annual_rate: 8 % over ./none.yaml }", "unresolved-reference"),
      ("interest: { annual_rate: 8 }", "not-a-number"), ("interest: { annual_rate: -8 % }", "not-a-number"),
      ("interest: { annual_rate: 8 % above boe-base }", "not-a-number"),
      ("interest: { annual_rate: 0.0000001 % }", "not-a-number"),
      ("interest: { annual_rate: [8] }", "not-a-number"),
      ("interest: { rate_fixing: daily }", "missing-field"),
      ("interest: { annual_rate: 800 % }", "charges-out-of-bounds"),
      ("interest: { annual_rate: 9 % over uk-late-payment }", "charges-out-of-bounds"),
      ("interest: { annual_rate: 8 % over eu-late-payment, from: issued }", "charges-out-of-bounds"),
      ("compensation: uk-late-paymnt", "unresolved-reference"), ("compensation: 40", "wrong-kind"),
      ("compensation: boe-base", "unresolved-reference"),
      ("allocation: charges_first", "charges-not-set"),
    ])
  func `what cannot be meant is refused`(_ charges: String, _ rule: String) {
    let read = read(charges)
    #expect(read.mistakes == [rule], "\(read.report)")
  }

  @Test(
    arguments: [
      ("rates: [2024-01-01]", "wrong-kind"), ("rates: [2024-13-01: 5]", "not-a-number"),
      ("rates: [2024-01-01: five]", "not-a-number"), ("name: ours", "missing-field"),
      ("rates: [2024-01-01: 5]\nuntil: soon", "not-a-number"), ("rates: 5", "wrong-kind"),
    ])
  func `a file that cannot be used is explained`(_ file: String, _ rule: String) {
    let read = read("interest: { annual_rate: 8 % over ./ours.yaml }", files: ["./ours.yaml": file])
    #expect(read.findings.map(\.rule.name).contains(rule), "\(read.rules)")
  }

  @Test(
    arguments: [
      ("compensation: [{ amount: 40 }]", "missing-field"),
      ("currency: GBP\ncompensation: [{ below: 10, amount: 40 }]", "wrong-kind"),
      (
        "currency: GBP\ncompensation: [{ below: 10, amount: 40 }, { below: 5, amount: 4 }, { amount: 1 }]",
        "wrong-kind"
      ),
      ("currency: GBP\ncompensation: [{ amount: -40 }]", "not-a-number"),
      ("currency: GBP\ncompensation: [{ below: 10 }]", "missing-field"),
    ])
  func `a table of sums that cannot be used is explained`(_ file: String, _ rule: String) {
    let read = read("compensation: ./ours.yaml", files: ["./ours.yaml": file])
    #expect(read.findings.map(\.rule.name).contains(rule), "\(read.rules)")
  }

  @Test func `a tier before the due day charges nothing`() {
    let read = ReadPolicy(
      """
      charges: { compensation: eu-late-payment }
      segments: [{ name: everyone, schedule: standard, tone: friendly, allow: consumer-meets-charges }]
      schedules:
        standard:
          - { tier: early, send: 5 days before due, charges: true }
          - { tier: final, send: 14 days after due, approval: owner }
      """)
    #expect(read.mistakes == ["charges-out-of-bounds"], "\(read.report)")
  }

  // The first segment is on the schedule that charges; the one behind it takes the others, and does not.
  @Test(
    arguments: [
      (#"customer.kind == "business""#, false), (#"customer.kind != "consumer""#, false),
      (#""consumer" != customer.kind && customer.invoices_paid > 3"#, false),
      (#"customer.kind in ["business", "public"]"#, false),
      (#"!(customer.kind == "consumer" || customer.tagged("x"))"#, false),
      (#"customer.kind in ["business", "consumer"]"#, true), (#"customer.tagged("x")"#, true),
      (#"customer.kind == "business" || customer.tagged("x")"#, true),
      (#"customer.kind == "consumer""#, true),
    ])
  func `consumers are seen where a condition lets them in`(_ condition: String, _ lets: Bool) {
    let read = ReadPolicy(
      """
      charges: { compensation: eu-late-payment }
      segments:
        - name: first
          when: |-
            \(condition)
          schedule: standard
          tone: friendly
        - { name: rest, schedule: gentle, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, charges: true, approval: owner }
        gentle:
          - { tier: first, send: 10 days after due, approval: owner }
      """)
    #expect(read.mistakes == (lets ? ["consumer-meets-charges"] : []), "\(read.report)")
  }
}
