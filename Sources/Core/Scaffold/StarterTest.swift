/// A first policy test: what one customer hears, day by day, and what nobody ever hears.
struct StarterTest {
  private let answers: ProjectAnswers

  init(_ answers: ProjectAnswers) { self.answers = answers }

  /// The file, whole. Due on a Monday, so that the days of the schedule are plain to see.
  var text: String {
    let second = answers.start == .gentle ? "2026-03-23" : "2026-03-16"
    let amount = answers.amount(ofEuros: 300)
    let vip = """

        - name: a VIP never hears a plain word
          from: 2026-03-02
          days: 60
          customer: { id: C2, name: Hill & Vale, email: ap@c2.example, tags: [vip] }
          invoices: [ { number: B1, amount: \(amount), issued: 2026-02-02, due: 2026-03-02 } ]
          never:
            - { tone: plain }
            - { tier: final }
      """
    return """
      # What the policy promises, in examples. `duly test` runs them.
      policy: ./\(answers.policyName).yaml
      tests:
        - name: two friendly reminders, a week or more apart
          from: 2026-03-02
          days: 25
          customer: { id: C1, name: Bridge Street, email: ap@c1.example }
          invoices: [ { number: A1, amount: \(amount), issued: 2026-02-02, due: 2026-03-02 } ]
          expect:
            - { on: 2026-03-09, tier: first, tone: friendly, invoices: [A1] }
            - { on: \(second), tier: second, tone: friendly, invoices: [A1] }

        - name: a payment ends it
          from: 2026-03-02
          days: 60
          customer: { id: C1, name: Bridge Street, email: ap@c1.example }
          invoices: [ { number: A1, amount: \(amount), issued: 2026-02-02, due: 2026-03-02 } ]
          events:
            - { on: 2026-03-10, payment: \(amount), invoice: A1 }
          expect:
            - { on: 2026-03-09, tier: first, tone: friendly, invoices: [A1] }

      """ + (answers.hasVIPs ? vip + "\n" : "")
  }
}
