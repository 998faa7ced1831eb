import Execution
import JournalModel
import Receivables
import Schedule

/// A run for reading: what was sent, what was not and why, and what needs a person.
struct RunText {
  private let report: RunReport
  private let plan: Plan
  private let showsLetters: Bool
  private let isQuiet: Bool

  init(_ report: RunReport, _ plan: Plan, showsLetters: Bool, isQuiet: Bool) {
    self.report = report
    self.plan = plan
    self.showsLetters = showsLetters
    self.isQuiet = isQuiet
  }

  func render() -> String {
    var lines: [String] = []
    if !isQuiet {
      lines.append(
        "\(plan.policy)  \(report.day)  \(report.isDryRun ? "dry run" : "run") at \(report.at)")
      lines += report.heard.map { InboxText.heard($0, width: 16) }
      lines += messages()
      lines += flags()
      lines += silences()
      lines += report.told.map { "  \("told".padded(to: 16))\($0.address)  \($0.letter.subject)" }
    }
    lines += needs()
    let outcome = report.outcome
    lines.append(
      "planned \(outcome.planned) = sent \(outcome.sent) + skipped \(outcome.skipped) + failed \(outcome.failed) "
        + "+ unknown \(outcome.unknown)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func messages() -> [String] {
    let results = Dictionary(report.records.map { ($0.claim.key, $0.result) }) { first, _ in first }
    var lines: [String] = []
    for planned in report.planned {
      let result = results[planned.claim.key]
      let parts = planned.claim.parts.map { "\($0.id)" }.joined(separator: " ")
      let why = result?.why.map { ": \($0)" } ?? ""
      lines.append(
        "  \((result?.name ?? "not sent").padded(to: 16))\(planned.account.customer.name)  "
          + "\(plan.tiers[planned.message.step.tier].name)  \(planned.claim.tone)  \(planned.claim.total)  \(parts)  "
          + "to \(planned.claim.to)\(why)")
      guard showsLetters else { continue }
      lines += ["", "    \(planned.claim.subject)", ""]
      lines += planned.text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "    \($0)"
      }
      lines.append("")
    }
    return lines
  }

  private func flags() -> [String] {
    report.flags.map { customer, flag in
      let what =
        switch flag.origin {
        case .escalation(let rule): plan.escalations[rule].name
        case .response(let kind): kind.rawValue
        case .own(let own): own.rawValue
        }
      return "  \("flag".padded(to: 16))\(customer.name)  \(what)  \(flag.invoice ?? "")"
    }
  }

  private func silences() -> [String] {
    report.silences.map { account, silence in
      let part = account.receivables[silence.place].id
      return "  \("quiet".padded(to: 16))\(account.customer.name)  \(part)  \(silence.reason.text(in: plan))"
    }
  }

  /// What a person has to do, one thing a line.
  private func needs() -> [String] {
    var lines = stop().map { [$0] } ?? []
    if let remark = report.remarkOnModel { lines.append(remark) }
    if let reason = report.unheard { lines.append("the mailbox could not be read to its end: \(reason)") }
    if report.recovered > 0 {
      lines.append(
        "of \(report.recovered) messages of an earlier run nobody knows whether they were sent: `duly review list`"
      )
    }
    for (title, reason) in report.untold { lines.append("\(title) could not be sent to you: \(reason)") }
    for (customer, reason) in report.unwritten {
      lines.append("no letter could be written to \(customer): \(reason)")
    }
    if report.overdue > 0 {
      lines.append("\(report.overdue) flags were not looked at in time: reminders wait; `duly review list`")
    }
    if report.waitsForOwner > 0 {
      let things = report.waitsForOwner == 1 ? "1 thing waits" : "\(report.waitsForOwner) things wait"
      lines.append("\(things) for you: `duly review list`")
    }
    return lines
  }
}

// What kept messages from leaving.
extension RunText {
  private func stop() -> String? {
    let nothing = report.isDryRun ? "nothing would be sent" : "nothing was sent"
    switch report.stop {
    case nil: return nil
    case .staleBooks(let why): return "\(nothing): the books are too old (\(why)); bring new ones"
    case .doubtedBooks(let item):
      return
        "\(nothing): the books changed suddenly; look with `duly review show \(item)`, then `duly review resolve \(item)`"
    case .outsideWindow: return "\(nothing): it is outside the hours of `calendar.send`"
    case .firstBatch(let count):
      return
        "\(nothing): these would be the first messages ever, \(count) of them; look with `duly execute --dry-run --letters`, "
        + "then say `duly execute --yes`"
    case .unheard:
      return
        "\(nothing): somebody may have answered; `duly execute --without-inbox` does not wait for the mailbox"
    case .overPerRun(let count, let limit, let source):
      let cause = report.policyChanged ? "; the policy was changed since the last messages left" : ""
      return
        "\(nothing): \(count) messages are more than `per_run: \(limit)` (\(source))\(cause); look with `duly execute --dry-run`, "
        + "then say `duly execute --yes`"
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
