import PolicySyntax
import PolicyTesting
import TestSupport
import Testing

/// What recording writes, and what it leaves alone.
@Suite struct PolicyTestRecorderTests {
  private func record(_ tests: String) throws -> (text: String, names: [String]) {
    let run = try TestedPolicy("", tests: tests)
    #expect(run.mistakes == [])
    let recording = PolicyTestRecorder.record(run.results, in: run.file, run.plan)
    return (String(decoding: recording.bytes, as: UTF8.self), recording.names)
  }

  @Test func `an empty expect is filled, a wrong one corrected, comments and layout kept`() throws {
    let (text, names) = try record(
      """
        # The first.
        - name: empty
          from: 2026-03-02      # a Monday
          days: 20
          customer: { id: C1, email: ap@c1.example }
          invoices: [{ number: A1, amount: 100, due: 2026-03-02 }]
          expect:               # to be recorded
          note:   odd   spacing

        - name: wrong
          from: 2026-03-02
          days: 20
          customer: { id: C1, email: ap@c1.example }
          invoices: [{ number: "7", amount: 100, due: 2026-03-02 }]
          expect:
            - {on: 2026-03-09,   tier: first}   # stays as it is
            - { on: 2026-03-17, tier: second }
          never: [{ tone: firm }]   # untouched
        - { name: flow, from: 2026-03-02, days: 10, customer: { email: a@b.example }, invoices: [{ number: A1, amount: 1, due: 2026-03-02 }], expect: [] }
        - name: right
          from: 2026-03-02
          days: 10
          customer: { id: C1, email: ap@c1.example }
          expect: []
        - name: says nothing
          from: 2026-03-02
          days: 8
          customers: [{ id: yes, email: ap@c1.example }, { id: C2, email: ap@c2.example }]
          invoices:
            - { customer: yes, number: A1, amount: 100, due: 2026-03-02 }
            - { customer: C2, number: A-2, amount: 100, due: 2026-03-02 } # the last line
      """)
    #expect(names == ["empty", "wrong", "flow", "says nothing"])
    expectGolden(text, "recorded.yaml")
  }

  @Test func `what was recorded passes, and is not recorded again`() throws {
    let policy = "  - name: a\n" + oneInvoice + "\n    expect:\n"
    let (first, _) = try record(policy)
    let again = try TestedPolicy("", tests: first, isWhole: true)
    #expect(again.isPassed)
    let second = PolicyTestRecorder.record(again.results, in: again.file, again.plan)
    #expect(second.names == [] && String(decoding: second.bytes, as: UTF8.self) == first)
  }

  @Test func `messages that no longer come leave an empty list`() throws {
    let paid =
      "\n    events: [{ on: 2026-03-03, payment: 100, invoice: A1 }]\n    expect:\n      - { tier: first }\n"
    let (text, _) = try record("  - name: a\n" + oneInvoice + paid)
    let again = try TestedPolicy("", tests: text, isWhole: true)
    #expect(again.isPassed, "\(text)")
  }
}
