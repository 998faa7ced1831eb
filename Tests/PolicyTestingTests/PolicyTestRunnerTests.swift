import Foundation
import PolicyTesting
import TestSupport
import Testing

/// What passes, what fails, and what a person reads of it.
@Suite struct PolicyTestRunnerTests {
  @Test func `expect lists every message of the horizon`() throws {
    let whole = try TestedPolicy(
      "",
      tests: "  - name: a\n" + oneInvoice + """

            expect:
              - { on: 2026-03-09, tier: first, tone: plain, invoices: [A1], total: 100 }
              - { on: 2026-03-16, tier: second }
              - { on: 2026-04-01, tier: final }
        """)
    #expect(whole.kinds == ["same", "same", "same"] && whole.isPassed)
    let part = try TestedPolicy(
      "", tests: "  - name: a\n" + oneInvoice + "\n    expect: [{ on: 2026-03-09 }, { on: 2026-03-16 }]")
    #expect(part.kinds == ["same", "same", "unexpected"])
  }

  @Test func `expect_some lists a part of them, never what must not come`() throws {
    let some = try TestedPolicy(
      "",
      tests: "  - name: a\n" + oneInvoice
        + "\n    expect_some: [{ tier: second }]\n    never: [{ tone: firm }]")
    #expect(some.kinds == ["other", "same", "other"] && some.isPassed)
    let never = try TestedPolicy(
      "", tests: "  - name: a\n" + oneInvoice + "\n    never: [{ tier: final, invoices: [A1] }]")
    #expect(never.kinds == ["other", "other", "forbidden"])
  }

  @Test func `an expectation leaves its only message to the one that needs it`() throws {
    let run = try TestedPolicy(
      "",
      tests: "  - name: a\n" + oneInvoice
        + "\n    expect: [{ tone: plain }, { tier: first }, { on: 2026-03-01..2026-03-20, tone: plain }]")
    #expect(run.kinds == ["same", "same", "same"])
  }

  @Test func `an expectation of no message is one`() throws {
    let paid =
      oneInvoice + "\n    events: [{ on: 2026-03-03, payment: 100, invoice: A1 }]\n    expect: []"
    let none = try TestedPolicy("", tests: "  - name: a\n" + paid)
    #expect(none.isPassed)
    let open = try TestedPolicy("", tests: "  - name: a\n" + oneInvoice + "\n    expect: []")
    #expect(open.kinds == ["unexpected", "unexpected", "unexpected"])
  }

  @Test func `flags are all of them, silences those that are named`() throws {
    let policy = "escalations:\n  - { name: late, when: invoice.days_overdue >= 7, do: [hold, flag] }"
    let good = try TestedPolicy(
      policy,
      tests: "  - name: a\n" + oneInvoice + """

            flags: [{ on: 2026-03-09, escalation: late, invoice: A1 }]
            silences: [{ invoice: A1, on: 2026-03-09..2026-04-10, reason: held-by-late }]
        """)
    #expect(good.kinds == ["same", "same"], "\(good.text)")
    let bad = try TestedPolicy(
      policy,
      tests: "  - name: a\n" + oneInvoice + """

            flags: [{ on: 2026-03-10, escalation: late }]
            silences: [{ invoice: A1, on: 2026-03-08..2026-03-10, reason: held-by-late }]
        """)
    #expect(bad.kinds == ["missing", "unexpected", "missing"])
  }

  @Test func `a letter is read for its words where a test asks`() throws {
    let good = try TestedPolicy(
      "",
      tests: "  - name: a\n" + oneInvoice
        + "\n    expect_some: [{ tier: first, subject: Your account with us, says: [Hello, £100.00 is open.] }]"
    )
    #expect(good.kinds == ["same", "other", "other"], "\(good.text)")
    let bad = try TestedPolicy(
      "", tests: "  - name: a\n" + oneInvoice + "\n    never: [{ says: £100.00  is }]")
    #expect(bad.kinds == ["forbidden", "forbidden", "forbidden"])
  }

  @Test func `failing tests show both timelines and the reasons`() throws {
    let policy = """
      calendar: { send: mon-fri 09:00-17:00, closed: [2026-03-20] }
      segments:
        - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: plain }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due }
        gentle:
          - { tier: first, send: 10 days after due }
      """
    let run = try TestedPolicy(
      policy,
      tests: "  - name: quiet while promised, and too early\n" + oneInvoice + """

            events:
              - { on: 2026-03-10, reply: promise, promised: 2026-03-18 }
            expect:
              - { on: 2026-03-06, tier: first, tone: plain, invoices: [A1] }
              - { on: 2026-03-16, tier: second, tone: plain, invoices: [A1] }
              - { on: 2026-03-21, tier: second }
              - { tier: first, tone: friendly, invoices: [A1] }

          - name: another tone, another tier
        """ + "\n" + oneInvoice.replacingFirst("C1,", "C1, tags: [vip],") + """

              expect:
                - { on: 2026-03-12, tier: second, tone: plain, invoices: [A1], to: boss@c1.example }
                - { on: 2026-03-20, tier: second }

            - name: paid, and later than the test

          """ + oneInvoice.replacingFirst("days: 40", "days: 8") + """

              expect:
                - { on: 2026-03-09, tier: first }
                - { on: 2026-03-10, tier: second, invoices: [A1] }

            - name: nobody to write to
              from: 2026-03-02
              customers: [{ id: C1 }, { id: C2, email: ap@c2.example }]
              invoices:
                - { customer: C1, number: A1, amount: 100, due: 2026-03-02 }
                - { customer: C2, number: B1, amount: 100, due: 2026-03-02 }
              events:
                - { on: 2026-03-03, customer: C2, payment: 100, invoice: B1 }
              expect_some:
                - { on: 2026-03-09, customer: C1, tier: first }
                - { on: 2026-03-09, customer: C2, tier: first }
              flags: [{ escalation: somebody-looks }]
              silences: [{ invoice: B1, on: 2026-03-05, reason: paused-by-promise }]
          """)
    #expect(run.mistakes == [])
    expectGolden(run.text, "failing-tests.txt")
    expectGolden(PolicyTestJUnit.render([run.tested]), "failing-tests.xml")
    expectGolden(PolicyTestJSON.render([run.tested], []), "failing-tests.json")
  }

  @Test func `the words of a test break neither the XML nor the line`() throws {
    let run = try TestedPolicy(
      "", tests: "  - name: \"<a> & 'b'\\tc\\nd\"\n" + oneInvoice + "\n    expect: []")
    #expect(run.text.contains("✗ <a> & 'b'\u{FFFD}c\u{FFFD}d  :3\n"), "\(run.text)")
    let xml = PolicyTestJUnit.render([run.tested])
    #expect(xml.contains("name=\"&lt;a&gt; &amp; 'b'&#9;c&#10;d\""))
  }
}

extension String {
  func replacingFirst(_ part: String, _ other: String) -> String {
    guard let range = range(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }
}
