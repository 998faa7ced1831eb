import Letters
import Schedule
import Simulation

/// A preview as a table for a spreadsheet: one row for each message, flag, quiet time and for what is left out.
///
/// Columns are named as the keys of `simulate --format json`; lists are joined by `;`. Text that a spreadsheet would take
/// for a formula has an apostrophe in front. Source: RFC 4180; OWASP, "CSV Injection".
package struct TableForm: Sendable {
  /// The columns, in order; `subject` and `text` only where the words are asked for.
  package static let columns = [
    "kind", "on", "to_day", "customer", "name", "invoices", "also_listed", "tier", "level", "tone", "segment",
    "schedule", "channel", "language", "to", "cc", "total", "currency", "needs_approval", "reason", "do",
    "source",
  ]

  private let scenario: Scenario
  private let rows: PreviewRows

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    rows = PreviewRows(scenario.plan)
  }

  /// The row of names.
  package func head() -> [UInt8] {
    line(
      (TableForm.columns + (scenario.writesLetters ? ["subject", "text"] : [])).map { TableCell.word($0) })
  }

  /// The rows of one customer.
  package func lines(_ preview: CustomerPreview) -> [UInt8] {
    var bytes: [UInt8] = []
    for planned in preview.messages { bytes += row(message(planned, preview), preview) }
    for flag in preview.flags { bytes += row(self.flag(flag), preview) }
    for silence in preview.silences { bytes += row(self.silence(silence, preview), preview) }
    for skipped in preview.skipped {
      bytes += row(
        [
          "kind": .word("skipped"), "invoices": .text(skipped.invoice ?? ""), "reason": .word(skipped.reason),
        ], preview)
    }
    return bytes
  }

  private func message(_ planned: PlannedMessage, _ preview: CustomerPreview) -> [String: TableCell] {
    let message = planned.message
    let plan = scenario.plan
    var cells: [String: TableCell] = [
      "kind": .word("message"), "on": .word("\(message.day)"),
      "invoices": .text(message.parts.map { "\(preview.parts[$0.place])" }.joined(separator: ";")),
      "also_listed": .text(message.alsoListed.map { "\(preview.parts[$0])" }.joined(separator: ";")),
      "tier": .text(plan.tiers[message.step.tier].name), "level": .word("\(message.step.level)"),
      "tone": .text(plan.tones[message.tone]), "segment": .text(plan.segments[message.segment].name),
      "schedule": .text(plan.schedules[message.schedule].name), "channel": .word(message.step.channelText),
      "language": .text(message.language), "to": .text(message.to.email),
      "cc": .text(message.cc.map(\.email).joined(separator: ";")), "total": .word(message.total.amountText),
      "currency": .word(message.total.currency.code), "needs_approval": .word("\(message.needsApproval)"),
      "reason": .word(message.isThanks ? "thanks" : "tier-reached"),
      "source": .text(message.step.source.description),
    ]
    switch planned.letter {
    case .success(let letter):
      cells["subject"] = .text(letter.subject)
      cells["text"] = .text(letter.text)
    case .failure(let error): cells["text"] = .text(error.description)
    case nil: break
    }
    return cells
  }

  private func flag(_ flag: Flag) -> [String: TableCell] {
    [
      "kind": .word("flag"), "on": .word("\(flag.day)"), "invoices": .text(flag.invoice ?? ""),
      "reason": .text(flag.origin.name(in: scenario.plan)),
      "do": .text(rows.actions(flag).joined(separator: ";")), "source": .text(flag.source.description),
    ]
  }

  private func silence(_ silence: SilentTime, _ preview: CustomerPreview) -> [String: TableCell] {
    [
      "kind": .word("silence"), "on": .word("\(silence.from)"), "to_day": .word("\(silence.to)"),
      "invoices": .text("\(preview.parts[silence.place])"),
      "reason": .text(silence.reason.text(in: scenario.plan)), "source": .text(silence.source.description),
    ]
  }

  private func row(_ cells: [String: TableCell], _ preview: CustomerPreview) -> [UInt8] {
    let names = TableForm.columns + (scenario.writesLetters ? ["subject", "text"] : [])
    return line(
      names.map { name in
        switch name {
        case "customer": .text(preview.customer.id.text)
        case "name": .text(preview.customer.name)
        default: cells[name] ?? .word("")
        }
      })
  }

  private func line(_ cells: [TableCell]) -> [UInt8] {
    Array(cells.map(\.written).joined(separator: ",").utf8) + [0x0D, 0x0A]
  }
}

/// One cell of a table.
enum TableCell {
  /// A number, a day or a word of Duly's own.
  case word(String)
  /// Text from the books or the policy.
  case text(String)

  /// As it stands in the file.
  var written: String {
    switch self {
    case .word(let word): word
    case .text(let text): TableCell.quoted(TableCell.guarded(text))
    }
  }

  /// Text that begins like a formula, also behind blanks or a byte that is not seen, has an apostrophe in front.
  private static func guarded(_ text: String) -> String {
    let first = text.unicodeScalars.first { $0.value > 0x20 && !$0.properties.isDefaultIgnorableCodePoint }
    let startsFormula = first.map { "=+-@＝＋－＠|%".unicodeScalars.contains($0) } ?? false
    let startsWithBreak = text.unicodeScalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
    return startsFormula || startsWithBreak ? "'" + text : text
  }

  /// In quotes where a comma, a quote, a line end or a blank at an edge would be misread.
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isPlain =
      !scalars.contains { ",;\"\r\n".unicodeScalars.contains($0) } && scalars.first != " "
      && scalars.last != " "
    if isPlain { return text }
    var written = "\""
    for scalar in scalars {
      if scalar == "\"" { written += "\"\"" } else { written.unicodeScalars.append(scalar) }
    }
    return written + "\""
  }
}
