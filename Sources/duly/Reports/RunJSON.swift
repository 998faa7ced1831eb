import Execution
import JournalModel
import Letters
import PolicySyntax
import Receivables
import Schedule
import Simulation

/// A run as JSON: the rows of `simulate` for its day, then what became of each message, then the counts.
struct RunJSON {
  private let plan: Plan
  private let rows: PreviewRows
  private let showsLetters: Bool
  private let asLines: Bool

  init(_ plan: Plan, showsLetters: Bool, asLines: Bool) {
    self.plan = plan
    rows = PreviewRows(plan)
    self.showsLetters = showsLetters
    self.asLines = asLines
  }

  func render(_ report: RunReport) -> String {
    var json = JSONWriter()
    if asLines {
      head(&json, report)
      json.endLine()
      for write in lines(report) {
        write(&json)
        json.endLine()
      }
      return json.text
    }
    json.object { json in
      json.member("duly", 1)
      json.member("run") { head(&$0, report) }
      json.member("rows") { json in json.array { json in for write in lines(report) { write(&json) } } }
    }
    json.endLine()
    return json.text
  }

  private func head(_ json: inout JSONWriter, _ report: RunReport) {
    let outcome = report.outcome
    json.object { json in
      json.member("kind", "run")
      json.member("policy", plan.policy)
      json.member("on", report.day.description)
      json.member("at", report.at.description)
      json.member("planned", outcome.planned)
      json.member("sent", outcome.sent)
      json.member("skipped", outcome.skipped)
      json.member("failed", outcome.failed)
      json.member("unknown", outcome.unknown)
      json.member("stopped", report.stop?.name)
      json.member("needs_person", report.needsPerson)
      json.member("waits_for_owner", report.waitsForOwner)
    }
  }

  private func lines(_ report: RunReport) -> [(inout JSONWriter) -> Void] {
    var lines: [(inout JSONWriter) -> Void] = []
    for planned in report.planned {
      let preview = preview(planned.account)
      let letter = Letter(subject: planned.claim.subject, text: planned.text)
      let message = PlannedMessage(planned.message, planned.account, showsLetters ? .success(letter) : nil)
      lines.append { rows.message(&$0, message, preview) }
    }
    for (customer, flag) in report.flags {
      let preview = CustomerPreview(customer: customer, parts: [])
      lines.append { rows.flag(&$0, flag, preview) }
    }
    for (account, silence) in report.silences {
      let preview = preview(account)
      let time = SilentTime(
        place: silence.place, from: report.day, to: report.day, reason: silence.reason, source: silence.source
      )
      lines.append { rows.silence(&$0, time, preview) }
    }
    for (customer, invoice, reason) in report.skipped {
      let preview = CustomerPreview(customer: customer, parts: [])
      lines.append { rows.skipped(&$0, Skipped(invoice: invoice, reason: reason), preview) }
    }
    for record in report.records { lines.append { send(&$0, record) } }
    return lines
  }

  private func preview(_ account: Account) -> CustomerPreview {
    CustomerPreview(customer: account.customer, parts: account.receivables.map(\.id))
  }

  private func send(_ json: inout JSONWriter, _ record: SendRecord) {
    json.object { json in
      json.member("kind", "send")
      json.member("customer", record.customer.text)
      json.member("key", record.claim.key)
      json.member("to", record.claim.to)
      json.member("result", record.result.name)
      json.member("why", record.result.why)
    }
  }
}

extension RunStop {
  /// As JSON names it.
  var name: String {
    switch self {
    case .dryRun: "dry-run"
    case .staleBooks: "stale-books"
    case .doubtedBooks: "doubted-books"
    case .outsideWindow: "outside-window"
    case .firstBatch: "first-batch"
    case .overPerRun: "over-per-run"
    }
  }
}

extension SendRecord.Result {
  /// As JSON names it.
  var name: String {
    switch self {
    case .sent: "sent"
    case .skipped: "skipped"
    case .failed(let isTemporary, _): isTemporary ? "failed-for-now" : "failed"
    case .unknown: "unknown"
    }
  }

  /// The reason; nil for what was sent whole.
  var why: String? {
    switch self {
    case .sent(let refused): refused.isEmpty ? nil : "copies were refused: \(refused.joined(separator: ", "))"
    case .skipped(let reason), .unknown(let reason): reason
    case .failed(_, let reply): reply
    }
  }
}
