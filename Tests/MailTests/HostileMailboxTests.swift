import TestSupport
import Testing

@testable import Mail

/// Servers of mailboxes that hold up, flood or lie: each is left with one sentence, within the limits of time and bytes.
@Suite(.timeLimit(.minutes(10)))
struct HostileMailboxTests {
  private struct Case: CustomTestStringConvertible {
    let name: String
    /// Part of the sentence; nil where the mails are read all the same.
    let sentence: String?
    var testDescription: String { name }

    init(_ name: String, _ sentence: String?) {
      self.name = name
      self.sentence = sentence
    }
  }

  private static let late = "did not answer in time"
  private static let more = "sends more than was asked for"
  private static let endless = "sends a line without an end"
  private static let broken = "broke off"

  private static let cases = [
    Case("greeting-silent", late), Case("greeting-drip", late), Case("greeting-flood", "cannot be spoken to"),
    Case("greeting-lines", "cannot be spoken to"), Case("greeting-bye", "cannot be spoken to"),
    Case("login-silent", late), Case("login-drip", late), Case("login-flood", endless),
    Case("login-lines", more), Case("login-plus", "does not speak IMAP"),
    Case("login-tag", "does not speak IMAP"),
    Case("login-bye", "takes its leave:  [2J [31mgo  away"),
    Case("examine-none", "gives its mails no lasting numbers"), Case("examine-lines", more),
    Case("list-silent", late), Case("list-drip", late), Case("list-flood", endless), Case("list-lines", more),
    Case("list-plus", "does not speak IMAP"), Case("list-huge", more), Case("list-none", nil),
    Case("fetch-silent", late), Case("fetch-drip", late), Case("fetch-flood", endless),
    Case("fetch-lines", more),
    Case("fetch-huge", more), Case("fetch-short", broken), Case("fetch-repeat", more),
    Case("fetch-none", "does not give a mail that it has"),
  ]

  private static let servers = Result { try ServedProgram("hostile-mailbox.py", cases.map(\.name)) }

  /// The sentence with which reading the mailbox ends; nil where it was read.
  private func reading(_ name: String, _ timeouts: MailboxTimeouts) async throws -> String? {
    let server = try MailboxServer(
      url: "imap://127.0.0.1:\(Self.servers.get().setting(name))", tls: .none, user: "owner",
      password: Secret("secret"), timeouts: timeouts)
    let line = MailboxLine(server)
    do throws(MailError) {
      _ = try await line.open()
      for batch in MailboxBatches(try await line.list(after: 0, since: nil)) {
        _ = try await line.fetch(batch)
      }
      await line.close()
      return nil
    } catch {
      return error.message
    }
  }

  @Test(arguments: cases) private func `it is left with one sentence`(hostile: Case) async throws {
    var timeouts = MailboxTimeouts(connect: 60, reply: 60, command: 120, farewell: 1)
    var expected = [hostile.sentence].compactMap(\.self)
    switch hostile.sentence {
    case Self.late: timeouts = MailboxTimeouts(connect: 2, reply: 2, command: 4, farewell: 1)
    case Self.more:
      // What comes without end ends by bytes, or by time where the machine has much else to do.
      timeouts.command = 8
      expected.append(Self.late)
    default: break
    }
    let sentence = try await reading(hostile.name, timeouts)
    if expected.isEmpty {
      #expect(sentence == nil)
    } else {
      #expect(expected.contains { sentence?.contains($0) == true }, "\(sentence ?? "no error")")
    }
  }

  @Test func `a reading has an end, however many commands it has`() async throws {
    let server = try MailboxServer(
      url: "imap://127.0.0.1:\(Self.servers.get().setting("fetch-drip"))", tls: .none, user: "owner",
      password: Secret("secret"), timeouts: MailboxTimeouts(command: 600, reading: 3, farewell: 1))
    let line = MailboxLine(server)
    _ = try await line.open()
    let entries = try await line.list(after: 0, since: nil)
    let error = await #expect(throws: MailError.self) { try await line.fetch(entries) }
    #expect(error?.message.contains(Self.late) == true)
  }
}
