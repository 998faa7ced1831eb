import Synchronization
import TestSupport
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

  @Test func `a message that waited behind another for too long is not sent`() async throws {
    let clock = LineClock(now: { .seconds(100) }, wait: { _ in })
    let line = MailLine(try MailServer(url: "smtp://127.0.0.1:1", tls: .none), clock: clock)
    for (given, isOffered) in [(Duration.seconds(99), true), (.milliseconds(98_999), false)] {
      let outcome = await line.send(
        try MailSample.bytes(), from: "a@acme.test", to: ["b@customer.test"], given: given)
      #expect(inShort(outcome) == (isOffered ? "not sent" : "waited too long"), "\(outcome)")
    }
  }

  @Test(
    .enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)), arguments: [0, 10, 100])
  func `the next message may wait at the line behind one that was taken quickly`(milliseconds: Int64)
    async throws
  {
    let time = Mutex(Duration.zero)
    let clock = LineClock(
      now: {
        time.withLock { now in
          now += .milliseconds(milliseconds)
          return now
        }
      }, wait: { _ in })
    let line = try MailSample.misbehaving(clock: clock)
    #expect(!line.takesNextAhead)
    for behaviour in ["fine", "rcpt-450"] {
      _ = await line.send(
        try MailSample.bytes(), from: MailSample.sender, to: ["\(behaviour).ahead@customer.test"])
      #expect(line.takesNextAhead == (behaviour == "fine" && milliseconds < 50), "\(behaviour)")
    }
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
