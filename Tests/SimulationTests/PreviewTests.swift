import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

/// The preview as the contract writes it, and as a person reads it.
@Suite struct PreviewTests {
  private static let policy = """
    duly: 1
    policy: acme-joinery
    business:
      name: Acme Joinery Ltd
      timezone: Europe/London
      currency: GBP
      language: en
      sender: { name: Priya Shah, email: accounts@acme.example }
      owner: { name: Tom Reed, email: tom@acme.example }
    segments:
      - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: warm }
      - { name: everyone-else, schedule: standard, tone: plain }
    schedules:
      standard:
        - { tier: heads-up, send: 3 days before due }
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due, respond_within: 7 days }
        - { tier: final, send: 10 business days after previous, approval: owner }
      gentle:
        - { tier: first, send: 10 days after due, from: owner, to: director, cc: billing, channel: [email, letter] }
        - end: { flag: false, reason: they always pay }
    tones:
      warm:
        default:
          subject: "A word about {{ invoice.number }}"
          body: "Dear {{ customer.first_name.or(\\"friend\\") }}, {{ money(total_due) }} is open."
      plain:
        default:
          subject: "Invoice {{ invoice.number }}"
          body: |
            {{ money(total_due) }} is open.
            {{ invoice_table }}
            {{ sender.name }}
    recipients: { director: [director, billing] }
    escalations:
      - name: large-and-late
        when: invoice.balance >= 1000 && invoice.days_overdue >= 20
        do: [flag, hold: invoice]
    limits: { min_balance: 20, per_run: 1 }
    """

  private static let customers = [
    account(
      "C1", contact: "Ada Obi", language: "en",
      [
        invoice("A1", "250", due: "2026-03-02"), invoice("A2", "1200", due: "2026-03-03"),
        invoice("A3", "12.50", due: "2026-03-02"), invoice("A4", "80 EUR", due: "2026-03-20"),
      ] + instalments("B1", issued: "2026-02-02", [("60", "2026-03-04"), ("40", "2026-04-04")])),
    account(
      "C2", tags: ["vip"],
      people: [
        Person(role: "billing", email: "b@c2.example"),
        Person(role: "director", email: "d@c2.example", language: "de"),
      ], setAside: [.init(number: "Z1", reason: .noDueDate)], [invoice("A1", "99", due: "2026-03-02")]),
    account("C3", email: nil, [invoice("A1", due: "2026-03-02")]),
  ]

  private func run(writesLetters: Bool) throws -> SimulatedRun {
    let plan = try wholePlan(Self.policy)
    let snapshot = Snapshot(asOf: "2026-03-01T07:00:00Z", accounts: Self.customers)
    return SimulatedRun(
      Scenario(
        plan: plan, snapshot: snapshot, from: "2026-03-02", days: 45,
        events: try events(
          """
          - { on: 2026-03-12, customer: C1, reply: promise, promised: 2026-03-18, invoice: A1 }
          - { on: 2026-03-20, customer: C1, reply: dispute, invoice: B1 }
          """, about: snapshot, base: plan.base), writesLetters: writesLetters))
  }

  @Test func `the preview as one object`() throws {
    expectGolden(try run(writesLetters: false).json(.object), "preview.json")
  }

  @Test func `the preview as lines, with letters`() throws {
    expectGolden(try run(writesLetters: true).json(.lines), "preview.ndjson")
  }

  // Contract: "Keys are never renamed; new ones may come."
  @Test(
    arguments: [
      ("simulation", "duly policy from days as_of"),
      (
        "message",
        """
        kind on customer segment schedule tier level tone channel language to invoices total needs_approval reason \
        source subject text
        """
      ),
      ("flag", "kind on customer invoice escalation do source"),
      ("silence", "kind customer invoice from to reason source"),
      ("skipped", "kind customer reason"), ("summary", "kind customers invoices_open messages flags by_tier"),
    ])
  func `each line has the keys of the contract in its order`(_ kind: String, _ keys: String) throws {
    let lines = try run(writesLetters: true).ndjson.filter { $0.hasPrefix("{\"kind\":\"\(kind)\"") }
    #expect(!lines.isEmpty)
    let isOfRule: (String) -> Bool = { !$0.contains("\"response\":") }
    for line in lines where isOfRule(line) {
      let places = keys.split(separator: " ").map { line.firstRange(of: "\"\($0)\":") }
      #expect(!places.contains { $0 == nil }, "\(line)")
      let starts = places.compactMap { $0?.lowerBound }
      #expect(starts == starts.sorted(), "\(line)")
    }
  }

  @Test func `the object holds the lines, kind by kind`() throws {
    let run = try run(writesLetters: false)
    let object = run.json(.object)
    for line in run.ndjson.dropFirst() { #expect(object.contains(line), "\(line)") }
    let kinds = ["\"messages\":[", "\"flags\":[", "\"silences\":[", "\"skipped\":[", "\"summary\":"]
    let places = kinds.compactMap { object.firstRange(of: $0)?.lowerBound }
    #expect(places.count == kinds.count)
    #expect(places == places.sorted())
  }

  @Test func `hostile names cannot break the JSON`() throws {
    let name = "A\"\\\u{1}\n</script>\u{2028}é"
    let run = try simulate(
      [
        Account(
          customer: Customer(
            id: CustomerID(name), name: name, people: [Person(role: "billing", email: "a@c1.example")]),
          receivables: [invoice("A1", due: "2026-03-02")])
      ], from: "2026-03-09", days: 1)
    #expect(run.ndjson.count == 3)
    #expect(run.ndjson[1].contains(#""customer":"A\"\\\u0001\n"#))
  }

  @Test func `nothing to say is an object with empty lists`() throws {
    let run = try simulate([], from: "2026-03-02", days: 5)
    expectGolden(run.json(.object), "nothing.json")
  }
}
