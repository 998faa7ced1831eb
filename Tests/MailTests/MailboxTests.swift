import Foundation
import TestSupport
import Testing

@testable import Mail

/// A mailbox of a real Dovecot, read over TLS and left as it was.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct MailboxTests {
  /// Long enough for a busy machine: nothing here is meant to take its time.
  private static let patient = MailboxTimeouts(connect: 60, reply: 60, command: 120, farewell: 1)

  private func server(
    _ user: String, _ port: String = "imaps", host: String = "localhost", password: String? = nil,
    ca: String = "ca", at: String? = nil, folder: String = "INBOX"
  ) throws -> MailboxServer {
    let real = try TestMailServers.postfix()
    return try MailboxServer(
      url: "\(port)://\(host):\(at ?? real.setting(port))", user: user,
      password: Secret(try password ?? real.setting("password")),
      caFile: real.setting("folder") + "/tls/\(ca).pem", folder: folder, timeouts: Self.patient)
  }

  private func fill(_ user: String, _ count: Int, text: String = "Good morning") async throws {
    let mails = (1...count).map {
      "From: a@customer.test\nTo: \(user)\nDate: Mon, 9 Mar 2026 10:00:00 +0000\nSubject: \($0)\nMessage-ID: <\($0)@customer.test>\n\n\(text)\n"
    }
    try TestMailServers.deliver(mails, to: user)
    _ = try await TestMailServers.mailbox(user, count: count)
  }

  @Test(arguments: ["imaps", "imap"]) func `mails are fetched whole, and stay unread where they are`(
    port: String
  ) async throws {
    let user = "whole.\(port)@acme.test"
    let text = String(repeating: "x", count: 900) + "\n" + String(repeating: "Grüße {12}\n)\n", count: 500)
    // The server's clock is this machine's, to the second.
    let start = Int64(Date().timeIntervalSince1970) - 1
    try await fill(user, 3, text: text)
    let folder = try TestMailServers.postfix().setting("folder") + "/mail/acme.test/whole.\(port)/new"
    let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let line = MailboxLine(try server(user, port))
    let stand = try await line.open()
    let entries = try await line.list(after: 0, since: nil)
    #expect(entries.map(\.number) == [1, 2, 3] && stand.last == 3)
    let mails = try await line.fetch(entries)
    #expect(mails.map(\.number) == [1, 2, 3])
    let whole = mails.map {
      String(decoding: $0.bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }
    // The server may deliver them in another order than it took them.
    for number in 1...3 {
      let end = "Subject: \(number)\nMessage-ID: <\(number)@customer.test>\n\n\(text)\n"
      #expect(whole.count { $0.hasSuffix(end) } == 1)
    }
    let end = Int64(Date().timeIntervalSince1970) + 1
    #expect(mails.allSatisfy { (start...end).contains($0.received ?? 0) })
    await line.close()
    // What Dovecot has seen read or marked it moves to `cur`.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
  }

  @Test func `what was read is not listed again`() async throws {
    let user = "again@acme.test"
    try await fill(user, 2)
    let line = MailboxLine(try server(user))
    _ = try await line.open()
    #expect(try await line.list(after: 2, since: nil).isEmpty)
    #expect(try await line.list(after: 1, since: nil).map(\.number) == [2])
    let tomorrow = Int64(Date().timeIntervalSince1970) + 2 * 86_400
    #expect(try await line.list(after: 0, since: tomorrow).isEmpty)
    #expect(try await line.list(after: 0, since: tomorrow - 4 * 86_400).count == 2)
  }

  @Test func `of a large mail the beginning is fetched`() async throws {
    let user = "large@acme.test"
    try await fill(user, 1, text: String(repeating: String(repeating: "y", count: 99) + "\n", count: 60_000))
    let line = MailboxLine(try server(user))
    _ = try await line.open()
    let entries = try await line.list(after: 0, since: nil)
    #expect(entries.first.map { $0.size > MailboxLimits.mailBytes } == true)
    #expect(try await line.fetch(entries).map(\.bytes.count) == [MailboxLimits.mailBytes])
  }

  private func refusal(_ server: MailboxServer) async -> String {
    do {
      _ = try await MailboxLine(server).open()
      return "no error"
    } catch {
      return error.message
    }
  }

  @Test func `a server that cannot be proved is told nothing, in one clear sentence`() async throws {
    let unproved = "has a certificate that proves nothing, so it was told nothing"
    #expect(try await refusal(server("a@acme.test", ca: "other-ca")).contains(unproved))
    #expect(try await refusal(server("a@acme.test", "imap", ca: "other-ca")).contains(unproved))
    // 127.0.0.2 reaches nobody here; the name of another host is what the misbehaving server shows.
    let elsewhere = await refusal(
      try server("a@acme.test", "imap", at: try plainServer("* OK [CAPABILITY IMAP4rev1] ready")))
    #expect(elsewhere.contains("does not encrypt the connection, so it was told nothing"), "\(elsewhere)")
  }

  @Test func `a wrong password is told as that, without the password`() async throws {
    let reason = await refusal(try server("a@acme.test", password: "wrong-password"))
    #expect(reason.contains("did not accept the user and password"), "\(reason)")
    #expect(!reason.contains("wrong-password"))
  }

  @Test func `a folder that is not there is told as that`() async throws {
    let reason = await refusal(try server("a@acme.test", folder: "Nicht da & weg/ü"))
    #expect(reason.contains("does not open the folder"), "\(reason)")
  }

  /// The port of a server that greets and knows no TLS.
  private func plainServer(_ greeting: String) throws -> String {
    let script = try TemporaryScript(
      """
      #!/usr/bin/env python3
      import socket, sys, threading
      s = socket.create_server(("127.0.0.1", 0))
      print("port", s.getsockname()[1]); print("ready", flush=True)
      def run():
        while True:
          c, _ = s.accept()
          f = c.makefile("rwb", 0)
          f.write(b"\(greeting)\\r\\n")
          for line in f:
            f.write(b"* CAPABILITY IMAP4rev1\\r\\n" + line.split()[0] + b" OK done\\r\\n")
      threading.Thread(target=run, daemon=True).start()
      sys.stdin.read()
      """)
    return try ServedProgram(script.path, []).setting("port")
  }
}

/// A program that a test writes down; it stays until the machine tidies its temporary folder.
private struct TemporaryScript {
  let path: String

  init(_ text: String) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("duly-\(UUID().uuidString).py")
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    path = file.path
  }
}
