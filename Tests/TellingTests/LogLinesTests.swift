import Logging
import Synchronization
import Telling
import Testing

/// Events of a log as lines.
@Suite struct LogLinesTests {
  /// What a log wrote.
  private final class Paper: Sendable {
    private let text = Mutex("")
    var written: String { text.withLock { $0 } }
    func write(_ line: String) { text.withLock { $0 += line } }
  }

  private func written(_ form: LogForm, _ tell: (inout Logger) -> Void) -> String {
    let paper = Paper()
    let lines = LogLines(form, from: .info, now: { "2026-03-12T09:30:00.000Z" }, write: { paper.write($0) })
    var log = Logger(label: "duly") { _ in lines }
    tell(&log)
    return paper.written
  }

  @Test func `an event is a line of words, in order of the fields' names`() {
    let text = written(.text) { log in
      log[metadataKey: "run"] = .stringConvertible(7)
      log.info("message-sent", metadata: ["key": "0a1b", "invoices": .array(["A1", "A2"])])
    }
    #expect(text == "2026-03-12T09:30:00.000Z info message-sent invoices=A1,A2 key=0a1b run=7\n")
  }

  @Test func `an event is an object whose numbers, answers and lists are what they are`() {
    let text = written(.json) { log in
      log.error(
        "run-ended",
        metadata: [
          "sent": .stringConvertible(2), "dry_run": .stringConvertible(true), "ids": .array(["A1"]),
          "of": .dictionary(["b": "2", "a": "1"]),
        ])
    }
    #expect(
      text == """
        {"at":"2026-03-12T09:30:00.000Z","level":"error","event":"run-ended","dry_run":true,"ids":["A1"],\
        "of":{"a":"1","b":"2"},"sent":2}

        """)
  }

  @Test func `whatever stands in a field, an event stays one line`() {
    let hostile = "x\ny=\"z\" \r\n{}"
    for form in LogForm.allCases {
      let text = written(form) {
        $0.info("message-skipped", metadata: ["customer": "\(hostile)", "empty": ""])
      }
      #expect(text.utf8.count { $0 == 10 || $0 == 13 } == 1 && text.hasSuffix("\n"), "\(text)")
    }
  }

  @Test func `what is below the level is not written`() {
    #expect(written(.json) { $0.debug("mail-server-said", metadata: ["words": "250 ok"]) }.isEmpty)
  }
}
