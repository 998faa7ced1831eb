import PolicySyntax
import Receivables
import TestSupport
import Testing

@testable import Simulation

/// The preview as a person reads it, at every width and with everything a terminal can show or not.
@Suite struct TimelineTextTests {
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
    calendar: { closed: [2026-03-17] }
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
        - { tier: first, send: 10 days after due, from: owner, to: director, cc: billing }
        - { tier: second, send: 20 days after due, to: billing }
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
      - name: large-and-late-and-with-a-name-that-is-too-long-for-its-column
        when: invoice.balance >= 1000 && invoice.days_overdue >= 20
        do: [flag, hold: invoice]
    limits: { min_balance: 20, per_run: 1 }
    """

  private static let customers = [
    account(
      "C1", contact: "Ada Obi", language: "en", credits: ["15"],
      [
        invoice("A1", "250", due: "2026-02-20"), invoice("A2", "1200", due: "2026-02-25"),
        invoice("A3", "12.50", due: "2026-03-02"), invoice("A4", "80 EUR", due: "2026-03-20"),
        invoice("A5", "60", due: "2026-02-10", isDisputed: true),
        invoice("P1", "60", due: "2026-01-10", balance: "0", lastPaid: "2026-01-15"),
      ] + instalments("B1", issued: "2026-02-02", [("60", "2026-02-24"), ("40", "2026-04-04")])),
    Account(
      customer: Customer(
        id: CustomerID("C2-with-an-id-that-nobody-would-choose-but-a-machine-did"),
        name: "株式会社さくら工務店 \u{1B}[31m👷🏽 with a very long name that goes on and on",
        tags: ["vip"],
        people: [
          Person(role: "billing", email: "accounts-payable.department@subsidiary.of.a.group.example"),
          Person(
            role: "director", email: "the.managing.director.of.everything@subsidiary.of.a.group.example"),
        ]), receivables: [invoice("A1", "99", due: "2026-03-02")],
      setAside: [.init(number: "Z1", reason: .noDueDate)]),
    account("C3", email: nil, [invoice("A1", due: "2026-03-02")]),
    account("C4", email: "ap@c4.example", [invoice("Q1", "5", due: "2026-02-01")]),
  ]

  private func run(writesLetters: Bool = false) throws -> SimulatedRun {
    let plan = try wholePlan(Self.policy)
    let snapshot = Snapshot(asOf: "2026-03-01T07:00:00Z", accounts: Self.customers)
    return SimulatedRun(
      Scenario(
        plan: plan, snapshot: snapshot, from: "2026-03-02", days: 45,
        events: try events(
          """
          - { on: 2026-02-27, customer: C1, reply: promise, promised: 2026-03-04, invoice: A1 }
          - { on: 2026-03-01, customer: C1, reply: dispute, invoice: B1 }
          - { on: 2026-03-20, customer: C1, payment: 50, invoice: A1 }
          """, about: snapshot, base: plan.base), writesLetters: writesLetters, notesToday: true))
  }

  private func text(_ run: SimulatedRun, _ style: TextStyle) -> String {
    let text = TimelineText(run.scenario, style)
    return text.head() + run.previews.map { text.customer($0) }.joined() + text.summary(run.summary)
  }

  @Test(
    arguments: [
      (80, false, "timeline-80.txt"), (80, true, "timeline-80-colour.txt"), (120, false, "timeline-120.txt"),
      (120, true, "timeline-120-colour.txt"),
    ])
  func `the preview for reading`(_ width: Int, _ isRich: Bool, _ golden: String) throws {
    let style = TextStyle(width: width, isColoured: isRich, isUnicode: isRich)
    expectGolden(text(try run(), style), golden)
  }

  @Test func `the preview for reading, with letters`() throws {
    expectGolden(text(try run(writesLetters: true), TextStyle()), "timeline-letters.txt")
  }

  @Test(arguments: [40, 60, 80, 97, 120, 300])
  func `no line is wider than there is room`(_ width: Int) throws {
    let run = try run()
    for isUnicode in [false, true] {
      let style = TextStyle(width: width, isUnicode: isUnicode)
      for line in text(run, style).split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= max(60, min(width, 120)), "\(line)")
      }
    }
  }

  @Test func `colours change nothing but colours`() throws {
    let run = try run(writesLetters: true)
    let coloured = text(run, TextStyle(isColoured: true))
    #expect(coloured.contains("\u{1B}["))
    #expect(coloured.replacing(/\x{1B}\[\d+m/, with: "") == text(run, TextStyle()))
  }

  @Test func `nothing from the books can steer the terminal`() throws {
    #expect(!text(try run(writesLetters: true), TextStyle(isUnicode: true)).contains("\u{1B}"))
  }

  @Test func `plainly, all that is drawn is ASCII`() throws {
    let run = try simulate(
      [account([invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-02", isDisputed: true)])],
      from: "2026-03-02")
    #expect(text(run, TextStyle()).utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
  }

  @Test func `each invoice is chased once, with what was open when it was first listed`() throws {
    let run = try simulate(
      [
        account([
          invoice("A1", "250", due: "2026-03-02"), invoice("A2", "80 EUR", due: "2026-03-02"),
          invoice("A3", "12.50", due: "2026-03-04"),
        ])
      ], from: "2026-03-02", days: 45, events: "- { on: 2026-03-12, payment: 50, invoice: A1 }")
    #expect(run.messages.count > 3)
    let chased = run.summary.chased
    #expect(chased[money("1").currency]?.minorUnits == 26_250)
    #expect(chased[money("1").currency]?.invoices == 2)
    #expect(chased[money("1 EUR").currency]?.minorUnits == 8_000)
    #expect(run.summary.byTone.reduce(0, +) == run.summary.messages)
    #expect(run.summary.byFlag.reduce(0, +) == run.summary.flags)
  }

  @Test func `two instalments of one invoice are one invoice that is chased`() throws {
    let run = try simulate(
      invoices: instalments("B1", issued: "2026-02-02", [("60", "2026-03-02"), ("40", "2026-03-10")]),
      from: "2026-03-02")
    #expect(run.summary.chased[money("1").currency]?.minorUnits == 10_000)
    #expect(run.summary.chased[money("1").currency]?.invoices == 1)
  }

  @Test func `who owes and hears nothing is counted by why, the same in any order`() throws {
    let customers = (1...20).map { number in
      account(
        "C\(number + 10)", email: "ap@c\(number).example",
        [invoice("A1", due: "2026-03-02", isDisputed: true)])
    }
    let accounts = customers + [account("C9", email: nil, [invoice("A1", due: "2026-03-02")])]
    let run = try simulate("", accounts, from: "2026-03-02", days: 10)
    let text = text(run, TextStyle())
    #expect(text.contains("21 customers, who owe something or are left out"))
    #expect(
      text.contains("20 disputed: Customer C11, Customer C12, Customer C13,"), "\(text.suffix(600))")
    #expect(text.contains("and 14 more"))
    var (forth, back) = (Simulator(run.scenario).emptySummary, Simulator(run.scenario).emptySummary)
    let parts = try accounts.map { try simulate("", [$0], from: "2026-03-02", days: 10).summary }
    for part in parts { forth.add(part) }
    for part in parts.reversed() { back.add(part) }
    let timeline = TimelineText(run.scenario, TextStyle())
    #expect(timeline.summary(forth) == timeline.summary(back))
  }
}
