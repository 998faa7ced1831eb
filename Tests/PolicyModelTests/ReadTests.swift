import CEL
import PolicyModel
import PolicySyntax
import Receivables
import Testing

@Suite struct ReadTests {
  @Test func `the example of the language page is read whole, with notes alone`() throws {
    let read = ReadPolicy(whole: try examplePolicy())
    let policy = try #require(read.policy, "\(read.report)")
    #expect(Set(read.rules) == ["order-decides"], "\(read.report)")
    #expect(policy.segments.map(\.name.value) == ["vip", "slow-payer", "everyone-else"])
    #expect(policy.schedules.map { $0.tiers.map(\.level) } == [[0, 1, 2, 3], [1, 2], [1, 2, 3]])
    #expect(policy.tones.map(\.name.value) == ["warm", "friendly", "plain"])
    #expect(policy.escalations.map(\.isPerInvoice) == [false, true])
    #expect(policy.responses.count == 8)
    #expect(policy.limits.atMost?.value == Limits.Cap(messages: 3, days: 30))
    #expect(policy.limits.booksAge?.value == 360)
    #expect(policy.calendar.window == (570, 990))
    #expect(policy.rates.map(\.worth) == [Decimal("0.85"), Decimal("0.79")])
    #expect(policy.review?.minute == 510)
  }

  @Test func `what is left out has the defaults of the language`() throws {
    let policy = try #require(ReadPolicy("rates: { EUR: 0.85 }").policy)
    #expect(policy.limits.minGap.value == DaySpan(1, .day))
    #expect(policy.limits.catchUp.value == .spread)
    #expect(policy.limits.grouping.value == .customer)
    #expect(policy.calendar.window == (0, 1440))
    #expect(
      policy.responses.map(\.kind) == [
        .reply, .promise, .dispute, .claimsPaid, .outOfOffice, .bounce, .partialPayment,
      ])
  }

  @Test func `a response that is none is switched off, and one that is written has no defaults`() throws {
    let policy = try #require(ReadPolicy("responses: { reply: none, promise: { flag: true } }").policy)
    #expect(!policy.responses.contains { $0.kind == .reply })
    let promise = try #require(policy.responses.first { $0.kind == .promise })
    #expect(promise.pause == nil && promise.atMost == nil && promise.isFlagged)
  }

  @Test func `a partial that a loop includes reads the loop's variable`() throws {
    let read = ReadPolicy(
      """
      partials:
        row: "{{ inv.number }} was due on {{ date(inv.due) }}"
      tones:
        friendly:
          default: { subject: Your account, body: "{{#each invoices as inv}}{{> row}}{{/each}}" }
      """)
    #expect(read.mistakes.isEmpty, "\(read.report)")
    let unused = ReadPolicy("partials:\n  row: \"{{ inv.number }}\"")
    #expect(unused.rules.contains("template-mistake"), "\(unused.report)")
  }

  @Test func `an unknown key near a missing one is one finding`() {
    let read = ReadPolicy("segments:\n  - { name: everyone, shedule: standard, tone: friendly }")
    #expect(read.rules == ["unknown-field"], "\(read.report)")
    #expect(read.marked("unknown-field") == "shedule")
    #expect(read.findings.first?.help?.edits.first?.replacement == "schedule")
  }

  @Test func `a field at the wrong depth is told where it belongs`() {
    let read = ReadPolicy("segments:\n  - { name: all, schedule: standard, tone: friendly, approval: owner }")
    #expect(read.findings.first?.help?.text == "`approval` belongs to a tier", "\(read.report)")
  }

  @Test func `a mistake inside a block scalar is marked at its word`() {
    let read = ReadPolicy(
      """
      escalations:
        - name: odd
          when: |-
            customer.overdue > 5 &&
            customer.ballance > 6
          do: flag
      """)
    #expect(read.marked("unknown-fact") == "ballance", "\(read.report)")
  }

  @Test func `a comment sign inside a condition is explained`() {
    let read = ReadPolicy(
      "escalations:\n  - name: odd\n    when: customer.name == 'Smith #2'\n    do: flag")
    #expect(read.rules == ["eaten-condition"], "\(read.report)")
  }

  @Test func `a condition split at its commas is explained`() {
    let split = ReadPolicy("escalations:\n  - { name: odd, when: max(customer.overdue, 3) > 4, do: flag }\n")
    #expect(split.rules == ["eaten-condition"], "\(split.report)")
    #expect(split.marked("eaten-condition") == "max(customer.overdue, 3) > 4")
  }

  @Test func `a tag before a condition is one finding with a fix`() {
    let read = ReadPolicy("escalations:\n  - name: odd\n    when: !invoice.disputed == true\n    do: flag")
    #expect(read.rules == ["eaten-condition"], "\(read.report)")
    #expect(read.findings.first?.help?.edits.first?.replacement == "'!invoice.disputed == true'")
  }

  @Test func `yes is no boolean and is mended by a machine`() {
    let read = ReadPolicy("responses: { reply: { pause: 5 business days, flag: yes } }")
    #expect(read.rules == ["not-a-boolean"])
    #expect(read.findings.first?.help?.applicability == .machineApplicable)
  }

  @Test(arguments: [
    "min_balance: 5.000,00", "min_balance: .inf", "min_balance: \"20\"", "min_balance: -3",
    "min_balance: 0x10",
    "per_run: 1.5", "per_run: 0", "min_gap: 4", "min_gap: four days", "min_gap: 4 fortnights", "at_most: 3",
    "at_most: 3 per 0 days", "books_age: 6", "books_age: hours",
  ])
  func `a limit that is no number is refused`(_ line: String) {
    #expect(ReadPolicy("limits:\n  \(line)").rules == ["not-a-number"])
  }

  @Test(arguments: [
    "closed: [2026-02-30]", "closed: [2027-01-01..2026-01-01]", "closed: [2020-01-01..2029-01-01]",
    "week: mon-fir",
    "send: mon-fri 9-17", "send: mon-fri 09:30-25:00",
  ])
  func `a calendar that cannot be is refused`(_ line: String) {
    #expect(ReadPolicy("calendar:\n  \(line)").rules == ["not-a-number"])
  }

  @Test(arguments: [
    "week: mon-wed,fri", "week: sun-thu", "send: mon,wed 10:00-12:00", "send: [mon-tue, fri]",
    "send: sat 00:00-24:00",
  ])
  func `weeks and windows are read in all their forms`(_ line: String) {
    #expect(ReadPolicy("calendar:\n  \(line)").rules.isEmpty)
  }

  @Test func `an allowed rule is silent at its place`() {
    let tier =
      "schedules:\n  standard:\n    - { tier: hello, send: 5 days after due, level: 0, ALLOW }\n"
      + "    - { tier: final, send: 9 days after due, approval: owner }"
    #expect(ReadPolicy(tier.replacing("ALLOW", with: "note: x")).rules == ["unreachable-tier"])
    #expect(ReadPolicy(tier.replacing("ALLOW", with: "allow: { unreachable-tier: a joke }")).rules.isEmpty)
  }

  @Test func `words in several languages are kept apart`() throws {
    let read = ReadPolicy(
      """
      tones:
        friendly:
          default:
            subject: "Account"
            body: "{{ money(total_due) }}"
            de: { subject: "Konto", body: "{{ money(total_due) }}" }
          first:
            subject: "Account"
            body: "{{ money(total_due) }}"
      """)
    let policy = try #require(read.policy, "\(read.report)")
    #expect(policy.tones[0].templates.map { $0.language?.value } == [nil, "de", nil])
    #expect(read.rules == ["no-template"])
  }

  @Test func `an action list with holds of both kinds is read`() throws {
    let policy = try #require(
      ReadPolicy(
        "escalations:\n  - { name: e, when: invoice.paid >= 10, do: [hold: invoice, flag, task: call, schedule: gentle] }"
      ).policy)
    #expect(
      policy.escalations[0].actions.map(\.value) == [.holdInvoice, .flag, .task("call"), .schedule("gentle")])
  }

  @Test func `a slip in a template's field is no language`() {
    let read = ReadPolicy("tones:\n  friendly:\n    default: { subject: a, bdy: b }")
    #expect(read.rules == ["unknown-field"], "\(read.report)")
  }

  @Test func `a mistake in one schedule makes no second finding elsewhere`() {
    let read = ReadPolicy("schedules:\n  standard:\n    - { tier: first, send: five days after due }")
    #expect(read.rules == ["not-a-number"], "\(read.report)")
    #expect(ReadPolicy("schedules: nothing").rules == ["wrong-kind"])
  }

  @Test func `mistakes in all sections are reported at once, in the order of the file`() {
    let read = ReadPolicy(
      """
      calendar: { week: mon-fir }
      segments:
        - { name: all, schedule: standart, tone: friendly }
      escalations:
        - { name: e, when: customer.overdu > 5, do: flg }
      limits: { group_by: custmer }
      rates: { GBP: 1, EURO: 1, USD: 0 }
      recipients: { approver: [] }
      """)
    #expect(
      read.rules == [
        "not-a-number", "unresolved-reference", "unknown-word", "unknown-fact", "unknown-word",
        "not-a-number",
        "unknown-word", "unknown-word", "wrong-kind",
      ], "\(read.report)")
    let places = read.findings.map(\.span.start)
    #expect(places.count == 9)
  }

  @Test func `a letter cannot name an owner that the business has not`() {
    let read = ReadPolicy(
      """
      business:
        name: Acme
        timezone: Europe/London
        currency: GBP
        sender: { name: Priya, email: priya@acme.example }
      tones:
        friendly:
          default: { subject: "a", body: "{{ money(total_due) }}, {{ owner.name }}" }
      """)
    #expect(read.rules == ["template-mistake"], "\(read.report)")
  }

  @Test(arguments: [
    "priya", "a@b", "a b@c.example", "Priya <a@b.example>", "a@b..example", "a@b.example,c@d.example",
  ])
  func `an address has the form of one address`(_ address: String) {
    let read = ReadPolicy(
      """
      business:
        name: Acme
        timezone: Europe/London
        currency: GBP
        sender: { name: Priya, email: "\(address)" }
      """)
    #expect(read.rules == ["wrong-kind"], "\(read.report)")
  }

  @Test func `a comment behind a wrong condition does not hide what is wrong`() {
    let read = ReadPolicy(
      "escalations:\n  - name: odd\n    when: customer.balance => 5 # the large ones\n    do: flag")
    #expect(read.rules == ["condition-syntax"], "\(read.report)")
  }

  @Test func `a last segment that says true is the default, with a warning`() {
    let read = ReadPolicy("segments:\n  - { name: all, when: true, schedule: standard, tone: friendly }")
    #expect(read.rules == ["always-the-same"], "\(read.report)")
    #expect(read.policy?.segments.last.map { $0.when == nil } == true)
  }
}
