package import CoreMetrics
import JournalModel
package import Logging
import Receivables
import Schedule

/// What a run tells while it goes on: events with stable names for a log, and numbers for a scraper.
///
/// From level `info` on no line holds an address, a name or a word of a letter: messages are told by the key in their
/// Message-ID, and customers and invoices by their numbers in the books. `debug` adds what only the operator may see.
package final class RunTelling {
  /// What each number is, in a sentence.
  package static let help = [
    "duly_runs_total": "Runs of duly execute that came to their end, by exit code.",
    "duly_messages_planned_total": "Messages that were decided.",
    "duly_messages_total": "What became of the messages that were decided.",
    "duly_flags_total": "Things that were flagged for the owner.",
    "duly_last_run_timestamp_seconds": "When the last run ended, in seconds since 1970.",
    "duly_last_run_duration_seconds": "How long the last run took.",
    "duly_last_run_exit_code": "How the last run ended: 0 done, 2 not begun, 3 somebody has to look.",
    "duly_last_run_messages": "What became of the messages of the last run.",
    "duly_review_waiting": "Things in the review at which nobody has looked.",
    "duly_review_overdue": "Flags in the review at which nobody has looked in time.",
  ]

  private var log: Logger
  private let metrics: any MetricsFactory
  private let policy: String

  /// - Parameters:
  ///   - metrics: Keeps the numbers; nothing does where it is nil.
  ///   - policy: The name of the policy, on every number.
  package init(_ log: Logger, _ metrics: (any MetricsFactory)?, policy: String) {
    self.log = log
    self.metrics = metrics ?? NOOPMetricsHandler.instance
    self.policy = policy
  }

  /// Nothing is told.
  static var silent: RunTelling {
    RunTelling(Logger(label: "duly") { _ in SwiftLogNoOpLogHandler() }, nil, policy: "")
  }

  private func counter(_ name: String, _ more: (String, String)...) -> Counter {
    Counter(label: name, dimensions: [("policy", policy)] + more, factory: metrics)
  }

  private func gauge(_ name: String, _ more: (String, String)...) -> Gauge {
    Gauge(label: name, dimensions: [("policy", policy)] + more, factory: metrics)
  }

  /// - Parameter number: That of the beginning in the journal: on every line from here on.
  func began(number: Int64, _ settings: RunSettings, day: Day) {
    log[metadataKey: "run"] = .stringConvertible(Int(number))
    log[metadataKey: "policy"] = "\(policy)"
    if settings.isDryRun { log[metadataKey: "dry_run"] = .stringConvertible(true) }
    log.info("run-began", metadata: ["day": "\(day)", "process": .stringConvertible(settings.process)])
  }

  func heard(_ mails: Int) { log.info("mailbox-read", metadata: ["mails": .stringConvertible(mails)]) }

  func decided(_ messages: Int) {
    counter("duly_messages_planned_total").increment(by: messages)
    log.info("decided", metadata: ["messages": .stringConvertible(messages)])
  }

  func flagged(_ flag: Flag, _ customer: CustomerID, _ plan: Plan) {
    counter("duly_flags_total").increment()
    let what =
      switch flag.origin {
      case .escalation(let rule): plan.escalations[rule].name
      case .response(let kind): kind.rawValue
      case .own(let own): own.rawValue
      }
    var fields: Logger.Metadata = ["customer": id(customer.text), "flag": "\(what)"]
    if let invoice = flag.invoice { fields["invoice"] = "\(invoice)" }
    log.notice("flag-raised", metadata: fields)
  }

  func stopped(_ stop: RunStop) {
    let fields: Logger.Metadata = ["reason": "\(stop.name)"]
    if stop.needsPerson { log.warning("run-stopped", metadata: fields) }
    if !stop.needsPerson { log.info("run-stopped", metadata: fields) }
  }

  func claimed(_ claim: Claim, _ customer: CustomerID) {
    log.info("message-claimed", metadata: fields(claim, customer))
  }

  func settled(_ record: SendRecord) {
    var fields = fields(record.claim, record.customer)
    let name: Logger.Message
    let level: Logger.Level
    var words: String?
    switch record.result {
    case .sent(let refused):
      (name, level) = ("message-sent", .info)
      count("sent", 1)
      if !refused.isEmpty { fields["refused_copies"] = .stringConvertible(refused.count) }
    case .skipped(let reason):
      (name, level) = ("message-skipped", .info)
      count("skipped", 1)
      // Behind a colon stands what others say, in whatever words.
      fields["reason"] = "\(reason.prefix { $0 != ":" })"
      words = reason
    case .failed(let isTemporary, let reply):
      (name, level) = ("message-refused", .warning)
      count("failed", 1)
      fields["temporary"] = .stringConvertible(isTemporary)
      if let code = Int(reply.prefix(3)) { fields["code"] = .stringConvertible(code) }
      words = reply
    case .unknown(let reason):
      (name, level) = ("message-unknown", .error)
      count("unknown", 1)
      words = reason
    }
    if log.logLevel <= .debug, let words { fields["words"] = "\(words)" }
    log.log(level: level, name, metadata: fields)
  }

  /// A claim of an earlier run, of which nobody knows what became.
  func recovered(_ record: ClaimRecord) {
    var fields = fields(record.claim, record.customer)
    fields["earlier_run"] = .stringConvertible(true)
    log.error("message-unknown", metadata: fields)
  }

  /// A letter to somebody who works with Duly.
  func told(_ isSent: Bool) {
    if isSent { log.info("owner-told") } else { log.warning("owner-not-told") }
  }

  /// The run has come to its end, and what it told is complete.
  ///
  /// - Parameters:
  ///   - report: Nil where it could not be begun, or broke off.
  ///   - exit: The exit code of the command.
  package func ended(_ report: RunReport?, exit: Int, after duration: Duration, at now: Instant) {
    counter("duly_runs_total", ("exit", "\(exit)")).increment()
    gauge("duly_last_run_exit_code").record(exit)
    gauge("duly_last_run_timestamp_seconds").record(now.seconds)
    let milliseconds = duration / .milliseconds(1)
    Timer(label: "duly_last_run_duration_seconds", dimensions: [("policy", policy)], factory: metrics)
      .recordNanoseconds(Int64(milliseconds * 1e6))
    var fields: Logger.Metadata = [
      "exit": .stringConvertible(exit), "milliseconds": .stringConvertible(Int(milliseconds)),
    ]
    guard let report else { return log.error("run-failed", metadata: fields) }
    let outcome = report.outcome
    let results = [
      ("sent", outcome.sent), ("skipped", outcome.skipped), ("failed", outcome.failed),
      ("unknown", outcome.unknown),
    ]
    // What was stopped before any of it was claimed; the others were counted one by one.
    count("skipped", outcome.planned - report.records.count)
    for (result, count) in results {
      self.count(result, 0)
      gauge("duly_last_run_messages", ("result", result)).record(count)
      fields["\(result)"] = .stringConvertible(count)
    }
    fields["planned"] = .stringConvertible(outcome.planned)
    fields["flags"] = .stringConvertible(report.flags.count)
    gauge("duly_review_waiting").record(report.waitsForOwner)
    gauge("duly_review_overdue").record(report.overdue)
    fields["waiting"] = .stringConvertible(report.waitsForOwner)
    log.info("run-ended", metadata: fields)
  }

  private func count(_ result: String, _ messages: Int) {
    counter("duly_messages_total", ("result", result)).increment(by: messages)
  }

  private func fields(_ claim: Claim, _ customer: CustomerID) -> Logger.Metadata {
    var fields: Logger.Metadata = [
      "key": "\(claim.key)", "customer": id(customer.text), "purpose": "\(claim.purpose.rawValue)",
      "channel": "\(claim.channel)", "invoices": .array(claim.parts.map { "\($0.id)" }),
    ]
    if let tier = claim.parts.max(by: { $0.level < $1.level })?.tier { fields["tier"] = "\(tier)" }
    if log.logLevel <= .debug { fields["to"] = "\(claim.to)" }
    return fields
  }

  /// Some books number their customers by address.
  private func id(_ text: String) -> Logger.Metadata.Value {
    text.utf8.contains(UInt8(ascii: "@")) && log.logLevel > .debug ? "(an address)" : "\(text)"
  }
}
