import Foundation
import Journal
import JournalModel
import Mail
import PolicyModel
import Receivables
import Schedule
import TestSupport
import Testing

@testable import Execution

/// From the reminder to the next decision, over a real Postfix and a real Dovecot.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct HearingTests {
  private static let day: Int64 = 86_400_000
  /// So many bytes lie between two cuts; 1 tries nearly all of them.
  private static let step = Int(ProcessInfo.processInfo.environment["DULY_CUT_STEP"] ?? "") ?? 151

  /// Mails carry the clock of the servers, so the first run is now.
  private let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))

  private func later(_ days: Int64) -> Instant { Instant(milliseconds: now.milliseconds + days * Self.day) }

  private func plan(_ sender: String) throws -> Plan {
    try TestSupport.plan(
      """
      business:
        name: Acme
        timezone: UTC
        currency: GBP
        language: en
        sender: { name: Priya Shah, email: \(sender) }
      calendar: { week: mon-sun, send: mon-sun 00:00-23:59 }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 12 days after due }
          - { tier: final, send: 60 days after due }
      """)
  }

  private func mailbox(_ user: String, _ port: String = "imaps", at: String? = nil) throws -> MailboxServer {
    let real = try TestMailServers.postfix()
    let isPlain = port == "imap" && at != nil
    return try MailboxServer(
      url: "\(port)://localhost:\(at ?? real.setting(port))",
      tls: isPlain ? .none : .required, user: user, password: Secret(real.setting("password")),
      caFile: real.setting("folder") + "/tls/ca.pem",
      timeouts: MailboxTimeouts(connect: 60, reply: 60, command: 120, farewell: 1))
  }

  private func post() throws -> (MailDispatcher, MailLine) {
    let real = try TestMailServers.postfix()
    let line = MailLine(
      try MailServer(
        url: "smtp://localhost:\(real.setting("submission"))", user: real.setting("user"),
        password: Secret(real.setting("password")), caFile: real.setting("folder") + "/tls/ca.pem"))
    return (MailDispatcher(line) { _, _ in }, line)
  }

  private func run(
    _ house: House, _ plan: Plan, _ dispatcher: any Dispatcher, _ inbox: Inbox?, at now: Instant
  ) async throws -> RunReport {
    let settings = RunSettings(
      plan: plan, policyDigest: "one", agreesToBatch: true, boot: "b", process: 1, now: { now },
      offset: { _ in 0 })
    let run = Run(settings, house.session, books: house.books, dispatcher: dispatcher)
    run.inbox = inbox
    return try await run.execute()
  }

  @Test func `a reply, a bounce and an absence come in, and the next tier is decided by them`() async throws {
    let sender = "books.hearing@acme.test"
    let due = now.local(offset: 0).day - 8
    let house = try House([
      account("C1", email: "reply.hearing@customer.test", [invoice("INV-1001", due: due)]),
      account("C2", email: "gone.hearing@customer.test", [invoice("INV-1002", due: due)]),
      account("C3", email: "away@customer.test", [invoice("INV-1003", due: due)]),
      account("C4", email: "silent.hearing@customer.test", [invoice("INV-1004", due: due)]),
    ])
    let plan = try plan(sender)
    let (dispatcher, line) = try post()
    let first = try await run(house, plan, dispatcher, nil, at: now)
    #expect(first.outcome.sent == 4, "\(first.records)")
    // The person at C1 answers as mail programs do.
    let reminder = try #require(
      try await TestMailServers.mailbox("reply.hearing@customer.test", count: 1).first)
    let identifier = try #require(
      String(decoding: reminder, as: UTF8.self).split(separator: "\n").first {
        $0.lowercased().hasPrefix("message-id:")
      }?.split(separator: " ").last)
    let promised = now.local(offset: 0).day + 6
    try TestMailServers.deliver(
      [
        """
        From: Ann <ann@elsewhere.test>
        To: \(sender)
        Subject: Re: Your account with us
        Message-ID: <answer.hearing@customer.test>
        In-Reply-To: \(identifier)

        Hello, we will pay on \(promised).
        """
      ], to: sender)
    _ = try await TestMailServers.mailbox(sender, count: 3)
    await line.close()
    let inbox = Letterbox.inbox(MailboxSource(try mailbox(sender)))
    let second = try await run(house, plan, RememberingPost(), inbox, at: later(1))
    let heard = Dictionary(uniqueKeysWithValues: second.heard.map { ($0.customer?.text ?? "-", $0) })
    #expect(heard.count == 3 && second.unheard == nil)
    #expect(heard["C1"]?.answers == [.answered(try answer(heard["C1"], .promise, promised: promised))])
    #expect(heard["C2"]?.answers.count == 1 && heard["C2"]?.mail.ownership == .enclosed)
    #expect(house.session.state.closedAddresses == ["gone.hearing@customer.test"])
    let returns = try #require(Day(iso: try TestMailServers.postfix().setting("away_until")))
    #expect(heard["C3"]?.answers == [.answered(try answer(heard["C3"], .outOfOffice, returns: returns))])
    // A week after the first tier the second is reached: only the one who said nothing hears of it.
    let week = try await run(house, plan, RememberingPost(), inbox, at: later(7))
    #expect(week.heard.isEmpty && week.planned.map(\.customer.text) == ["C4"])
    // The promise and the absence end; the address that takes no mail waits for the owner.
    let third = try await run(house, plan, RememberingPost(), inbox, at: later(16))
    #expect(third.heard.isEmpty)
    #expect(third.planned.map(\.customer.text) == ["C1", "C3"])
    #expect(house.session.state.review.contains { $0.customer?.text == "C2" && $0.kind == .answer(.bounce) })
  }

  private func answer(
    _ line: HeardLine?, _ kind: Response.Kind, promised: Day? = nil, returns: Day? = nil
  ) throws -> GivenAnswer {
    guard case .answered(let answer)? = line?.answers.first else { return GivenAnswer(kind: kind) }
    return GivenAnswer(kind: kind, promised: promised, returns: returns, words: answer.words)
  }

  @Test func `where the mailbox cannot be read nothing leaves`() async throws {
    let due = now.local(offset: 0).day - 8
    let house = try House([
      account("C1", [invoice("INV-1", due: due)]),
      account("C2", email: "b@c2.example", [invoice("INV-2", due: due + 6)]),
    ])
    let plan = try plan("accounts@acme.test")
    #expect(try await run(house, plan, house.post, nil, at: now).outcome.sent == 1)
    let nobody = Letterbox.inbox(MailboxSource(try mailbox("a@acme.test", "imap", at: "1")))
    let unheard = try await run(house, plan, house.post, nobody, at: later(7))
    #expect(unheard.outcome.sent == 0 && unheard.needsPerson)
    guard case .unheard(let reason)? = unheard.stop else {
      Issue.record("\(String(describing: unheard.stop))")
      return
    }
    #expect(reason.contains("cannot be reached"))
    #expect(try await run(house, plan, house.post, nil, at: later(7)).outcome.sent == 2)
  }

  @Test(arguments: ["imap", "imaps"])
  func `a mailbox that is cut off at any byte loses nothing and doubles nothing`(
    port: String
  ) async throws {
    let sender = "cut.\(port)@acme.test"
    let due = now.local(offset: 0).day - 8
    let accounts = (1...3).map {
      account("C\($0)", email: "c\($0).cut@customer.test", [invoice("INV-\($0)00\($0)", due: due)])
    }
    let plan = try plan(sender)
    let model = try House(accounts)
    _ = try await run(model, plan, model.post, nil, at: now)
    let keys = try accounts.map {
      try #require(model.session.state.lastReminder(of: $0.customer.id)).claim.key
    }
    let texts = [
      "We will pay on \(now.local(offset: 0).day + 6).", "We dispute this invoice.", "Please call me back.",
    ]
    try TestMailServers.deliver(
      (0..<6).map {
        "From: a@elsewhere.test\nTo: \(sender)\nMessage-ID: <\($0).\(port)@cut>\nIn-Reply-To: <\(keys[$0 % 3])@acme.test>\n\n\(texts[$0 % 3])\n"
      }, to: sender)
    _ = try await TestMailServers.mailbox(sender, count: 6)
    let whole = try await story(accounts, plan, sender, port, cut: nil).story
    #expect(whole.count(where: { $0.hasPrefix("mail-heard") }) == 6)
    let line = try TestMailServers.cut(port)
    let server = try mailbox(sender, port, at: line.port)
    var (cuts, broken, bytes) = (0, 0, 0)
    // Every so many bytes, and by other steps each time, so that no cut lies where all others do.
    while bytes < 20_000 {
      try line.cut(after: bytes)
      let found = try await story(accounts, plan, sender, port, cut: (server, line))
      cuts += 1
      if !found.wasCut { break }
      broken += 1
      #expect(found.story == whole, "cut after \(bytes) bytes")
      bytes += Self.step + cuts % 7
    }
    print("\(port): cut off \(broken) times in \(bytes) bytes")
    #expect(broken > 4000 / (Self.step + 7))
  }

  /// The events about mails and answers of a journal of its own, after a reading that may be cut off and a whole one.
  private func story(
    _ accounts: [Account], _ plan: Plan, _ sender: String, _ port: String,
    cut: (server: MailboxServer, line: CutLine)?
  ) async throws -> (story: [String], wasCut: Bool) {
    let house = try House(accounts)
    _ = try await run(house, plan, house.post, nil, at: now)
    var wasCut = false
    if let cut {
      do {
        try await Letterbox.hear(MailboxSource(cut.server), house, plan, at: later(0))
      } catch is MailError { wasCut = true }
      try cut.line.cut(after: nil)
    }
    try await Letterbox.hear(MailboxSource(try mailbox(sender, port)), house, plan, at: later(0))
    return (try house.story, wasCut)
  }
}
