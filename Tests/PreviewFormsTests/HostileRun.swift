import PolicySyntax
import Receivables
import Simulation
import TestSupport

/// A small run with customers whose names are made to break out of whatever they are written into.
enum HostileRun {
  private static let policy = """
    duly: 1
    policy: acme-joinery
    business:
      name: "Acme & Sons <Joinery>"
      timezone: Europe/London
      currency: GBP
      sender: { name: Priya Shah, email: accounts@acme.example }
      owner: { name: Tom Reed, email: tom@acme.example }
    calendar: { closed: [ { 2026-03-17: "Stock <taking>" } ] }
    segments:
      - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: warm }
      - { name: everyone-else, schedule: standard, tone: plain }
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due, respond_within: 7 days, channel: [email, letter] }
        - { tier: final, send: 10 business days after previous, approval: owner }
      gentle:
        - { tier: first, send: 10 days after due }
        - end: { flag: false, reason: they always pay }
    tones:
      warm:
        default:
          subject: "A word about {{ invoice.number }}"
          body: "Dear {{ customer.name }}, {{ money(total_due) }} is open: https://pay.example/?a=1&b=2"
          html: "<p>Dear {{ customer.name }}, {{ money(total_due) }} is open.</p>"
      plain:
        default:
          subject: "Invoice {{ invoice.number }} for {{ customer.name }}"
          body: |
            Hello {{ customer.name }},

            {{ money(total_due) }} is open; see https://pay.example/?a=1&b=2

            {{ invoice_table }}

            {{ sender.name }}
    escalations:
      - name: late
        when: invoice.days_overdue >= 20
        do: [flag, hold: invoice]
    """

  /// Names with markup, a formula, another direction of writing, and what ends a line or a field elsewhere.
  static let customers = [
    named(
      "=C1", "<script>alert(1)</script> & \"Söhne\"",
      [invoice("A1", "250", due: "2026-02-20"), invoice("A2", "1200", due: "2026-02-25")]),
    named(
      "C2", "=HYPERLINK(\"http://evil.example\",\"x\"), ;\\ \u{202E}gpj.exe\r\nBEGIN:VEVENT",
      [invoice("B1", "80 EUR", due: "2026-03-20")]),
    named(
      "C3", "工務店" + String(repeating: "さくら", count: 20) + " 👷🏽 ltd", tags: ["vip"],
      [invoice("' onmouseover='x", "99", due: "2026-03-02")]),
    named("C4", "Without an address", email: nil, [invoice("D1", due: "2026-03-02")]),
  ]

  private static func named(
    _ id: String, _ name: String, email: String? = "ap@c.example", tags: [String] = [],
    _ invoices: [Receivable]
  ) -> Account {
    Account(
      customer: Customer(
        id: CustomerID(id), name: name, tags: tags,
        people: email.map { [Person(role: "billing", email: $0)] } ?? []), receivables: invoices)
  }

  /// The run; `from` is 2 March 2026 unless another day is asked for.
  static func run(from day: Day = "2026-03-02", behaviour: Scenario.Behaviour = .none) throws -> SimulatedRun
  {
    let plan = try wholePlan(policy)
    let snapshot = Snapshot(asOf: "2026-03-01T07:00:00Z", accounts: customers)
    return SimulatedRun(
      Scenario(
        plan: plan, snapshot: snapshot, from: day, days: 45,
        events: try events(
          """
          - { on: 2026-03-04, customer: "=C1", reply: promise, promised: 2026-03-10, invoice: A1 }
          - { on: 2026-03-20, customer: "=C1", payment: 1200, invoice: A2 }
          """, about: snapshot, base: plan.base), behaviour: behaviour, writesLetters: true,
        drawsLetters: true,
        notesToday: true))
  }
}
