import PolicyModel
import PolicySyntax
import Receivables
import Schedule
import TestSupport
import Testing

@testable import JournalModel

/// The text of the journal: what is written is read back, and stays as it is.
@Suite struct HappeningTests {
  private static let part = Claim.Part(
    id: ReceivableID(number: "A/1", instalment: 2), tier: "second", level: 2, position: 1,
    deadline: "2026-03-20", balance: money("1200.00"), charges: [money("12.34"), money("70.00")])
  private static let pause = PauseGiven(
    parts: [ReceivableID(number: "A1")], first: "2026-03-12", last: "2026-03-24", response: .promise)

  private static let mail = HeardMail(
    identity: "0a1b", place: MailboxPosition(mailbox: "owner mail.example INBOX", validity: 3, number: 8),
    received: Instant("2026-03-12T08:00:00Z"), from: "ap@c1.example", subject: "Re: Invoice",
    ownership: .references, author: "person", primary: "promise", intents: ["promise"],
    grounds: [HeardMail.Ground(decision: "promise", words: "by the 20th")], text: "We pay\nby the 20th.",
    needsPerson: false, isShown: false,
    proposal: MailProposal(
      model: "small", says: "promise", day: "2026-03-20", invoices: ["A1"], words: "by the 20th"), effects: 2)

  static let all: [Happening] = [
    .message(
      .claimed(
        Claim(
          key: "k1", purpose: .reminder, schedule: "standard", tone: "plain", language: "de",
          channel: "email+letter", to: "ap@c1.example", copies: ["cc@c1.example"], parts: [part],
          alsoListed: [ReceivableID(number: "A2")], total: money("1500.00"),
          subject: "Rechnung \"A1\" – \n ü",
          words: "abc", approval: 17))),
    .message(.handedOver(key: "k1")), .message(.voided(key: "k1", reason: "paid")),
    .message(.sent(key: "k1", reply: "250 ok", refusedCopies: ["cc@c1.example"])),
    .message(
      .refused(key: "k1", Refusal(isTemporary: false, reply: "550 no", closedAddress: "ap@c1.example"))),
    .message(.unknown(key: "k1", reason: "no answer")), .message(.resolved(key: "k1", wasSent: true)),
    .answer(
      .answered(
        GivenAnswer(
          kind: .promise, invoice: "A1", promised: "2026-03-20", returns: nil, words: "by the 20th"))),
    .answer(.returned(key: nil, address: "ap@c1.example", isHard: true)),
    .answer(.paid(invoice: "A1", amount: money("20.00"), leftOpen: [part.id])),
    .policy(.pauseBegan(pause)), .policy(.holdBegan(parts: nil, reason: "rule silent")),
    .policy(.disputed(parts: [part.id])),
    .policy(.promised(named: [part.id], granted: [], pause: pause)), .policy(.promiseBroken(1)),
    .policy(.fired(rule: "silent", invoice: nil, actions: ["flag", "hold: invoice"])),
    .policy(.lapsed(rule: "silent", invoice: "A1")), .policy(.scheduleMoved(to: "firm")),
    .policy(.scheduleEnded), .policy(.flagged(.scheduleFinished, part: part.id)),
    .policy(.responseFlagged(.dispute, invoice: "A1")),
    .policy(
      .keptQuiet([
        Quiet(invoice: "A/1/2", reason: "min-gap", line: "policy.yaml:41"),
        Quiet(invoice: nil, reason: "bad-row", line: nil),
      ])),
    .policy(.keptQuiet([])),
    .owner(.held(invoice: "A1", note: "rings first")), .owner(.released(until: "2026-04-01", note: nil)),
    .owner(
      .approvalAsked(
        Proposal(
          content: "d", parts: [part], alsoListed: [], total: money("1200.00"), tone: "plain",
          to: "ap@c1.example", subject: "S", text: "T"))),
    .owner(.approvalGiven(4)), .owner(.approvalLapsed(4, reason: "changed")), .owner(.seen(4)),
    .owner(.cleared(4, until: nil)), .owner(.noted("spoke to Ann")),
    .owner(.wroteByHand(address: "ap@c1.example")), .owner(.batchApproved(messages: 12)),
    .books(
      .seen(
        BooksTotals(
          asOf: "2026-03-12", customers: 3, openParts: 4, open: [money("1.00 EUR"), money("2.00")]))),
    .books(
      .balancesSeen(
        SeenBalances(
          parts: [SeenBalances.Part(id: part.id, balance: money("5.00"))], credits: [money("1.00")]))),
    .books(.vanished(part: part.id, balance: money("5.00"))), .books(.cameBack(part: part.id)),
    .books(.doubted("half is gone")), .books(.collectionFailed(part: part.id)),
    .run(.began(RunStart(boot: "b", process: 7))),
    .run(.ended(RunOutcome(planned: 5, sent: 2, skipped: 1, failed: 1, unknown: 1))),
    .run(.policyInForce(digest: "d", name: "acme")), .run(.digestSent(to: "o@a.example", items: 3)),
    .run(.reviewOverdue(item: 4)), .run(.backupTold(to: "b@a.example")), .run(.forewarned(keys: ["k1"])),
    .run(.ownerTold(.fired, items: [4, 7])),
    .answer(.addressFailed("cc@c1.example")),
    .answer(.answered(GivenAnswer(kind: .dispute, invoices: ["A1", "A2"]))), .mail(.heard(mail)),
    .mail(.mailboxRead(MailboxPosition(mailbox: "owner mail.example INBOX", validity: 3, number: 9))),
    .mail(.corrected(mail: 12, as: "dispute", effects: 2)),
    .policy(.settled(parts: [part.id])),
  ]

  private func event(_ happening: Happening) throws -> JournalEvent {
    JournalEvent(
      at: try #require(Instant("2026-03-12T09:30:00.125Z")), day: "2026-03-12",
      source: .policy("policies/acme.yaml:41"), customer: CustomerID("C1"), happening)
  }

  @Test func `what is written is read back`() throws {
    for happening in Self.all {
      let event = try event(happening)
      #expect(JournalEvent(event.row) == event)
    }
  }

  // The names are on disks by now: a line of this file that changes is a journal that can no longer be read.
  @Test func `the text of every event stays as it is`() throws {
    let lines = try Self.all.map { happening in
      let row = try event(happening).row
      return "\(row.kind) \(row.key ?? "-") \(row.body)"
    }
    expectGolden(lines.joined(separator: "\n") + "\n", "events.txt")
  }

  @Test func `an event of a later version is not read`() throws {
    let row = JournalEvent.Row(
      at: "2026-03-12T09:30:00.125Z", day: "2026-03-12", kind: "of-tomorrow", customer: nil, key: nil,
      body: "{\"source\":\"run\"}")
    #expect(JournalEvent(row) == nil)
  }

  @Test(arguments: [
    "", "{", "{}x", "[1,]", "{\"a\":1.5}", "{\"a\" :1}", "\"\\ud800\"", "tru", "01x", "{\"a\"}",
    String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
  ])
  func `what is no JSON of the journal is refused`(text: String) {
    #expect(JSONValue(Array(text.utf8)) == nil)
  }

  @Test func `texts with anything in them come back`() {
    for text in ["", "\"\\/\n\r\t\u{1}\u{7f}", "ü🦁مخبز", "\u{2028}"] {
      var json = JSONWriter()
      json.object {
        $0.key(text)
        $0.string(text)
      }
      #expect(JSONValue(json.bytes) == .object([JSONValue.Member(name: text, value: .string(text))]))
    }
    #expect(JSONValue(Array("\"\\ud83e\\udd81\"".utf8)) == .string("🦁"))
  }

  @Test func `instants are read and written to the millisecond`() throws {
    for (text, canonical) in [
      ("2026-03-12T09:30:00Z", "2026-03-12T09:30:00.000Z"),
      ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"),
      ("2026-03-12T09:30:00.123456789Z", "2026-03-12T09:30:00.123Z"),
    ] { #expect(Instant(text)?.description == canonical) }
    for text in [
      "", "2026-03-12", "2026-03-12T24:00:00Z", "2026-03-12T09:30:00+01:00", "2026-02-30T09:30:00Z",
    ] {
      #expect(Instant(text) == nil)
    }
    let instant = try #require(Instant("2026-03-29T00:59:59Z"))
    #expect(instant.local(offset: 0) == (day: "2026-03-29", minute: 59))
    #expect(instant.local(offset: -7200) == (day: "2026-03-28", minute: 1379))
  }
}
