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
    var head = JSONWriter()
    self.head(&head, report)
    var lines = rows(of: report)
    lines += report.heard.map { InboxJSON.line($0) }
    for record in report.records {
      var json = JSONWriter()
      send(&json, record)
      lines.append(json.text)
    }
    if asLines { return ([head.text] + lines).joined(separator: "\n") + "\n" }
    return "{\"duly\":1,\"run\":\(head.text),\"rows\":[\n\(lines.joined(separator: ",\n"))\n]}\n"
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
      json.member("dry_run", report.isDryRun)
      json.member("stopped", report.stop?.name)
      json.member("needs_person", report.needsPerson)
      json.member("waits_for_owner", report.waitsForOwner)
      json.member("told") {
        $0.array(of: report.told) { json, told in
          json.object { json in
            json.member("to", told.address)
            json.member("subject", told.letter.subject)
            json.member("text", told.letter.text)
          }
        }
      }
      json.member("heard", report.heard.count)
      json.member("unheard", report.unheard)
    }
  }

  /// What `simulate` writes for these decisions, a line each.
  private func rows(of report: RunReport) -> [String] {
    var previews: [CustomerPreview] = []
    for planned in report.planned {
      let letter = Letter(subject: planned.claim.subject, text: planned.text)
      let message = PlannedMessage(planned.message, planned.account, showsLetters ? .success(letter) : nil)
      previews.append(
        CustomerPreview(
          customer: planned.account.customer, parts: parts(planned.account), messages: [message]))
    }
    for (customer, flag) in report.flags {
      previews.append(CustomerPreview(customer: customer, parts: [], flags: [flag]))
    }
    for (account, silence) in report.silences {
      let time = SilentTime(
        place: silence.place, from: report.day, to: report.day, reason: silence.reason, source: silence.source
      )
      previews.append(CustomerPreview(customer: account.customer, parts: parts(account), silences: [time]))
    }
    for (customer, invoice, reason) in report.skipped {
      previews.append(
        CustomerPreview(
          customer: customer, parts: [], skipped: [Skipped(invoice: invoice, reason: reason)]))
    }
    return previews.flatMap { preview in
      String(decoding: PreviewPiece(preview, rows, as: .lines).lines, as: UTF8.self).split(separator: "\n")
        .map(
          String.init)
    }
  }

  private func parts(_ account: Account) -> [ReceivableID] { account.receivables.map(\.id) }

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
