import JournalModel
import Mail
import Receivables
import Schedule
import TestSupport
import Testing

@testable import Execution

/// What the owner hears by mail, when, and in which words.
@Suite struct OwnerLetterTests {
  private static let policy = """
    business:
      name: Acme Joinery Ltd
      timezone: Europe/London
      currency: GBP
      language: en
      sender: { name: Acme Joinery accounts, email: accounts@acme.example }
      owner: { name: Priya Shah, email: priya@acme.example }
      backup: { name: Tom Reed, email: tom@acme.example }
    calendar: { send: mon-fri 09:30-16:30 }
    escalations:
      - name: large-and-late
        when: invoice.balance >= 5000 && invoice.days_overdue >= 30
        do: [hold, flag, notify]
        note: Ring them before anything else goes out.
      - { name: old, when: invoice.days_overdue >= 40, do: [flag] }
    review: { every: monday 08:30, overdue_after: 7 days, forewarn: 1 day, then: hold }
    """

  /// Five customers; on Monday, 9 March 2026, two of them are large and late.
  private static let accounts = [
    named("C1", "Brown & Sons Ltd", [invoice("A-1043", "7800", due: "2026-02-02")]),
    named("C2", "Cole Ltd", [invoice("A-1050", "320", due: "2026-01-20")]),
    named("C3", "Dale GmbH", [invoice("A-1044", "6150.50 EUR", due: "2026-02-01")]),
    named(
      "C4", "Eden Ltd",
      [invoice("A-1060", "450", due: "2026-03-05"), invoice("A-1061", "80", due: "2026-03-05")]),
    named("C5", "Fox Ltd", [invoice("A-1070", "1200", due: "2026-03-05")]),
  ]

  private static func named(_ id: String, _ name: String, _ invoices: [Receivable]) -> Account {
    let one = account(id, email: "ap@\(id.lowercased()).example", invoices)
    return Account(
      customer: Customer(
        id: one.customer.id, name: name, contact: nil, email: one.customer.email, country: nil, language: nil,
        tags: [], kind: .business, revenue12m: nil, people: one.customer.people), receivables: invoices)
  }

  private func run(_ house: House, at now: String, policy: String = policy, agrees: Bool = true) async throws
    -> RunReport
  {
    try await house.run(
      try plan(policy + "\nrates: { EUR: 0.85 }\n"), at: try #require(Instant(now)), agrees: agrees)
  }

  private func read(_ letters: some Sequence<OutgoingMail>) -> String {
    letters.map { mail in
      let copies = mail.cc.isEmpty ? "" : "Cc: \(mail.cc.map(\.address).joined(separator: ", "))\n"
      return "To: \(mail.to.map { "\($0.name ?? "") <\($0.address)>" }.joined(separator: ", "))\n\(copies)"
        + "Subject: \(mail.subject)\n\n\(mail.text)"
    }.joined(separator: "\n======\n\n")
  }

  @Test func `the letters of three weeks, to be read aloud`() async throws {
    let house = try House(Self.accounts)
    // Saturday: rules fire, and what leaves on Monday is told. Monday: the digest. A week later nobody has looked.
    for now in ["2026-03-07T07:00:00Z", "2026-03-09T09:30:00Z", "2026-03-16T10:00:00Z"] {
      _ = try await run(house, at: now)
    }
    expectGolden(read(house.post.letters), "owner-letters.txt")
    #expect(house.post.letters.allSatisfy { $0.isMarkedAutoSubmitted })
  }

  @Test func `a rule with notify is told once, and again only where the letter did not leave`() async throws {
    let house = try House(Self.accounts)
    let policy = Self.policy.replacing("forewarn: 1 day, ", with: "")
    house.post.answer = .notSent(reason: "no connection")
    let failed = try await run(house, at: "2026-03-10T07:00:00Z", policy: policy)
    #expect(failed.told.isEmpty && failed.untold.count == 1 && failed.needsPerson)
    house.post.answer = .sent(reply: "250 ok", refusedCopies: [])
    #expect(
      try await run(house, at: "2026-03-10T07:05:00Z", policy: policy).told.map(\.address) == [
        "priya@acme.example"
      ])
    #expect(try await run(house, at: "2026-03-10T07:10:00Z", policy: policy).told.isEmpty)
    let keys = Set(house.post.letters.map(\.messageID))
    #expect(house.post.letters.count == 2 && keys.count == 1)
  }

  @Test func `the digest is sent once a week, from its hour on, and late rather than never`() async throws {
    let house = try House(Self.accounts)
    let policy = Self.policy.replacing("forewarn: 1 day, ", with: "").replacing(", notify", with: "")
    var digests: [String] = []
    for now in [
      "2026-03-06T10:00:00Z", "2026-03-09T08:29:59Z", "2026-03-09T08:30:01Z", "2026-03-09T12:00:00Z",
      "2026-03-15T12:00:00Z", "2026-03-19T12:00:00Z",
    ] {
      let before = house.session.state.lastDigest?.at
      _ = try await run(house, at: now, policy: policy)
      if house.session.state.lastDigest?.at != before { digests.append(now) }
    }
    #expect(digests == ["2026-03-09T08:30:01Z", "2026-03-19T12:00:00Z"])
  }

  @Test func `where nothing waits there is no digest`() async throws {
    let house = try House([Self.named("C1", "Brown", [invoice("A1", due: "2026-06-02")])])
    for now in ["2026-03-06T10:00:00Z", "2026-03-09T10:00:00Z"] { _ = try await run(house, at: now) }
    #expect(house.post.letters.isEmpty)
  }

  @Test func `the hour of the digest is the business's`() throws {
    let review = try #require(try plan(Self.policy).review)
    // Two hours ahead of UTC: Monday, half past eight, is at half past six.
    let local: (Instant) -> (day: Day, minute: Int) = { $0.local(offset: 7200) }
    let before = try #require(Instant("2026-03-09T06:29:00Z"))
    let after = try #require(Instant("2026-03-09T06:30:00Z"))
    #expect(review.lastHour(before: before, local) == Instant("2026-03-02T06:30:00Z"))
    #expect(review.lastHour(before: after, local) == Instant("2026-03-09T06:30:00Z"))
  }

  @Test func `a message is forewarned once, and a hold keeps it`() async throws {
    let house = try House(Self.accounts)
    let friday = try await run(house, at: "2026-03-09T10:00:00Z")
    #expect(friday.told.contains { $0.letter.subject.contains("leave") })
    let again = try await run(house, at: "2026-03-09T11:00:00Z")
    #expect(again.told.isEmpty)
    try house.session.append([
      JournalEvent(
        at: try #require(Instant("2026-03-09T12:00:00Z")), day: "2026-03-09", source: .person("Priya"),
        customer: CustomerID("C5"), .owner(.held(invoice: nil, note: nil)))
    ])
    let monday = try await run(house, at: "2026-03-10T10:00:00Z")
    #expect(monday.planned.map(\.customer.text) == ["C4"])
  }

  @Test func `a flag that was paid off is neither overdue nor told`() async throws {
    let house = try House([Self.accounts[1]])
    _ = try await run(house, at: "2026-03-06T10:00:00Z")
    house.books.snapshot = Snapshot(
      asOf: nil,
      accounts: [Self.named("C2", "Cole Ltd", [invoice("A-1050", "320", due: "2026-01-20", balance: "0")])])
    let report = try await run(house, at: "2026-03-30T10:00:00Z")
    #expect(report.overdue == 0 && report.waitsForOwner == 0)
  }

  @Test func `why nothing left is told once a day`() async throws {
    let house = try House(Self.accounts)
    let policy = Self.policy.replacing("forewarn: 1 day, ", with: "").replacing(", notify", with: "")
    for now in ["2026-03-10T10:00:00Z", "2026-03-10T11:00:00Z", "2026-03-11T10:00:00Z"] {
      let report = try await run(house, at: now, policy: policy, agrees: false)
      #expect(report.stop == .firstBatch(3))
    }
    let subjects = house.post.letters.map(\.subject).filter { $0.hasPrefix("The first reminders") }
    #expect(subjects.count == 2)
  }

  @Test func `more than per_run is told, with what made it so many and what to do`() async throws {
    let house = try House(Self.accounts)
    let calm = Self.policy.replacing("forewarn: 1 day, ", with: "").replacing(", notify", with: "")
    // The first messages ever have left; a policy with a tighter limit and a gentler first day comes a week later.
    _ = try await run(house, at: "2026-03-06T10:00:00Z", policy: calm)
    let tight = calm + "\nlimits: { per_run: 1 }"
    let plan = try plan(tight + "\nrates: { EUR: 0.85 }\n")
    for (now, digest) in [("2026-03-10T10:00:00Z", "two"), ("2026-03-10T11:00:00Z", "two")] {
      let report = try await house.run(plan, at: try #require(Instant(now)), agrees: false, digest: digest)
      guard case .overPerRun(2, 1, _)? = report.stop else {
        Issue.record("\(String(describing: report.stop))")
        return
      }
      #expect(report.needsPerson && report.outcome.skipped == 2)
    }
    let next = try await house.run(
      plan, at: try #require(Instant("2026-03-11T10:00:00Z")), agrees: false, digest: "two")
    #expect(next.told.count == 1)
    expectGolden(
      read(house.post.letters.filter { $0.subject.contains("a run may send") }), "over-per-run.txt")
    // With a yes they leave, and nobody is told of a stop.
    let agreed = try await house.run(plan, at: try #require(Instant("2026-03-11T11:00:00Z")), digest: "two")
    #expect(agreed.outcome.sent == 2 && agreed.told.isEmpty)
  }

  @Test func `with hold_all one ignored flag stops everybody, the letters say so, and to look ends it`()
    async throws
  {
    let house = try House(Self.accounts)
    let policy = Self.policy.replacing("forewarn: 1 day, ", with: "").replacing(", notify", with: "")
      .replacing("then: hold }", with: "then: hold_all }")
    _ = try await run(house, at: "2026-03-02T10:00:00Z", policy: policy)
    // A week and a day after the flags, two other customers' first reminders are due.
    let held = try await run(house, at: "2026-03-10T10:00:00Z", policy: policy)
    #expect(held.planned.isEmpty && held.overdue > 0 && held.needsPerson)
    #expect(held.told.map(\.address) == ["priya@acme.example", "tom@acme.example"])
    expectGolden(read(house.post.letters.suffix(2)), "hold-all.txt")
    for item in house.session.state.review {
      try house.session.append([
        JournalEvent(
          at: try #require(Instant("2026-03-10T12:00:00Z")), day: "2026-03-10", source: .person("Priya"),
          customer: item.customer, .owner(.seen(item.number)))
      ])
    }
    let going = try await run(house, at: "2026-03-10T13:00:00Z", policy: policy)
    #expect(going.planned.map(\.customer.text) == ["C2", "C4", "C5"] && going.overdue == 0)
    // With `hold` only the customers of the flags wait.
    let gentle = try House(Self.accounts)
    let other = policy.replacing("hold_all", with: "hold")
    _ = try await run(gentle, at: "2026-03-02T10:00:00Z", policy: other)
    #expect(
      try await run(gentle, at: "2026-03-10T10:00:00Z", policy: other).planned.map(\.customer.text) == [
        "C4", "C5",
      ])
  }

  @Test func `a copy that the server refused is flagged`() async throws {
    let house = try House([Self.accounts[4]])
    house.post.refusedCopies = [
      RefusedRecipient(address: "cfo@fox.example", isTemporary: false, code: 550, reply: "no such user")
    ]
    _ = try await run(house, at: "2026-03-10T10:00:00Z")
    let waiting = ReviewBoard(house.session.state).entries.map(\.item.kind)
    #expect(waiting.contains { if case .refusedCopies(_, ["cfo@fox.example"]) = $0 { true } else { false } })
  }
}
