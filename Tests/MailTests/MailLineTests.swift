import Synchronization
import Testing

@testable import Mail

@Suite struct MailLineTests {
  @Test func `a line waits for each message's turn`() async throws {
    let waits = Mutex<[Duration]>([])
    let clock = LineClock(now: { .seconds(100) }, wait: { delay in waits.withLock { $0.append(delay) } })
    let line = MailLine(
      try MailServer(url: "smtp://127.0.0.1:1", tls: .none, messagesPerMinute: 120), clock: clock)
    for _ in 0..<3 {
      _ = await line.send(try MailSample.bytes(), from: "a@acme.test", to: ["b@customer.test"])
    }
    #expect(waits.withLock { $0 } == [.milliseconds(500), .seconds(1)])
  }

  @Test func `a run that is stopped while it waits has sent nothing`() async throws {
    let clock = LineClock(now: { .zero }, wait: { _ in throw CancellationError() })
    let line = MailLine(
      try MailServer(url: "smtp://127.0.0.1:1", tls: .none, messagesPerMinute: 1), clock: clock)
    _ = await line.send(try MailSample.bytes(), from: "a@acme.test", to: ["b@customer.test"])
    let outcome = await line.send(try MailSample.bytes(), from: "a@acme.test", to: ["b@customer.test"])
    #expect(outcome == .notSent(reason: "the run was stopped before its turn came"))
  }

  @Test func `an address that is none is refused before a server is asked`() async throws {
    let line = MailLine(try MailServer(url: "smtp://127.0.0.1:1", tls: .none))
    for (sender, to, copies) in [
      ("a@acme.test\r\nRCPT TO:<x@evil.test>", ["b@customer.test"], []), ("a@acme.test", ["b>\r\nDATA"], []),
      ("a@acme.test", ["b@customer.test"], ["c@customer.test\0"]), ("a@acme.test", [], ["c@customer.test"]),
      ("a@acme.test", (0...100).map { "b\($0)@customer.test" }, []),
    ] as [(String, [String], [String])] {
      let outcome = await line.send(try MailSample.bytes(), from: sender, to: to, copies: copies)
      #expect(inShort(outcome) == "refused", "\(outcome)")
    }
  }
}
