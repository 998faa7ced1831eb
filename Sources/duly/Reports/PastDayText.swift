import JournalModel
import PolicySyntax
import Receivables

/// A day of the past as the journal tells it, for reading and as JSON.
struct PastDayText {
  private let past: PastDay
  /// How far the clocks of the business are from UTC at an instant, in seconds.
  private let offset: (Instant) -> Int
  /// Only about this invoice, or part of it; nil for all.
  private let invoice: String?

  init(_ past: PastDay, invoice: String?, offset: @escaping (Instant) -> Int) {
    self.past = past
    self.invoice = invoice
    self.offset = offset
  }

  func render() -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    var lines = ["\(past.customer)  on \(names[past.day.weekday - 1]) \(past.day), from the journal", ""]
    lines.append("What happened")
    if past.entries.isEmpty { lines.append("  nothing about this customer") }
    for entry in past.entries {
      lines.append("  \(time(entry.event.at))  \(entry.event.what.sentence)  \(entry.event.source.text)")
      for after in entry.outcome { lines.append("         \(moment(after)): \(after.what.sentence)") }
    }
    lines += ["", "What was known when the day ended"] + known().map { "  " + $0 }
    if !past.waiting.isEmpty {
      lines += ["", "What waited for the owner"]
      for item in past.waiting {
        lines.append(
          "  \(item.number)  \(item.words)\(item.invoice.map { ", \($0)" } ?? ""), since \(item.day)")
      }
    }
    lines += ["", "Runs of the day"]
    if past.runs.isEmpty { lines.append("  none, so that nothing was decided on it") }
    for run in past.runs {
      lines.append("  \(time(run.began))  \(run.outcome?.words ?? "it did not come to its end")")
    }
    if let policy = past.policy {
      lines.append("  in force was the policy `\(policy.name)` (\(policy.digest.prefix(12)))")
    }
    // Mails and books wrote parts of this.
    return lines.map(PlainText.clean).joined(separator: "\n") + "\n"
  }

  /// What stood, invoice by invoice, and what kept it quiet.
  private func known() -> [String] {
    let standing = past.standing
    guard let balances = standing.balances else { return ["the books had not been read for this customer"] }
    let stops = standing.stops(on: past.day)
    var lines: [String] = []
    for part in balances.parts where isWanted(part.id) {
      let reminder = standing.reminder(of: part.id).map { reminder in
        "`\(reminder.tier)` was sent on \(reminder.day)" + (reminder.deadline.map { ", until \($0)" } ?? "")
      }
      lines.append("\(part.id)  \(part.balance) open; \(reminder ?? "nothing was sent so far")")
      for quiet in past.quiet where quiet.invoice == "\(part.id)" || quiet.invoice == part.id.number {
        lines.append("  kept quiet: \(quiet.why)")
      }
      for stop in stops where stop.parts?.contains(part.id) == true { lines.append("  " + words(stop)) }
    }
    if lines.isEmpty { lines.append(invoice.map { "nothing open of \($0)" } ?? "nothing open") }
    for quiet in past.quiet where quiet.invoice == nil {
      lines.append("the customer was left out: \(quiet.why)")
    }
    for stop in stops where stop.parts == nil { lines.append("the customer: " + words(stop)) }
    if stops.isEmpty, past.quiet.isEmpty, !balances.parts.isEmpty, !past.runs.isEmpty,
      past.entries.allSatisfy({ !$0.isMessage })
    {
      lines.append("nothing but time kept it quiet: no tier was reached")
    }
    if let day = standing.answeredOn { lines.append("the customer last answered or paid on \(day)") }
    return lines
  }

  private func words(_ stop: PastStanding.Stop) -> String {
    let why = PastStanding.words(for: stop.reason)
    return stop.last.map { "quiet until \($0), \(why)" } ?? "held since \(stop.since): \(why)"
  }

  private func isWanted(_ id: ReceivableID) -> Bool {
    invoice.map { id.number == $0 || "\(id)" == $0 } ?? true
  }

  private func isWanted(_ quiet: Quiet) -> Bool {
    guard let invoice, let own = quiet.invoice else { return true }
    return own == invoice || own.hasPrefix("\(invoice)/")
  }

  private func time(_ instant: Instant) -> String {
    let minute = instant.local(offset: offset(instant)).minute
    return "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
  }

  /// The time, with the day where it is another one.
  private func moment(_ event: JournalEvent) -> String {
    event.day == past.day ? time(event.at) : "\(event.day) \(time(event.at))"
  }

  func json() -> String {
    let standing = past.standing
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("duly", 1)
      json.member("customer", past.customer.text)
      json.member("on", "\(past.day)")
      json.member("from", "journal")
      json.member("events") { json in
        json.array(of: past.entries) { json, entry in
          json.object { json in
            json.member("number", Int(entry.number))
            write(entry.event, &json)
            json.member("outcome") {
              $0.array(of: entry.outcome) { json, event in json.object { write(event, &$0) } }
            }
          }
        }
      }
      json.member("open") { json in
        json.array(of: (standing.balances?.parts ?? []).filter { isWanted($0.id) }) { json, part in
          json.object { json in
            json.member("invoice", "\(part.id)")
            json.member("balance", "\(part.balance)")
            json.member("last_tier", standing.reminder(of: part.id)?.tier)
            json.member("sent_on", standing.reminder(of: part.id)?.day.description)
          }
        }
      }
      json.member("quiet") { json in
        json.array(of: standing.stops(on: past.day)) { json, stop in
          json.object { json in
            json.member("invoices") { $0.array(of: stop.parts ?? []) { $0.string("\($1)") } }
            json.member("reason", stop.reason)
            json.member("since", "\(stop.since)")
            json.member("until", stop.last?.description)
          }
        }
      }
      json.member("kept_quiet") { json in
        json.array(of: past.quiet.filter { isWanted($0) }) { json, quiet in
          json.object { json in
            json.member("invoice", quiet.invoice)
            json.member("reason", quiet.reason)
            json.member("source", quiet.line)
          }
        }
      }
      json.member("runs") { json in
        json.array(of: past.runs) { json, run in
          json.object { json in
            json.member("at", run.began.description)
            json.member("outcome", run.outcome?.words)
          }
        }
      }
      json.member("policy", past.policy?.name)
    }
    json.endLine()
    return json.text
  }

  private func write(_ event: JournalEvent, _ json: inout JSONWriter) {
    json.member("at", event.at.description)
    json.member("day", "\(event.day)")
    json.member("kind", event.row.kind)
    json.member("text", event.what.sentence)
    json.member("source", event.source.text)
  }
}

extension PastDay.Entry {
  /// Whether it is a message that was claimed.
  fileprivate var isMessage: Bool { if case .message(.claimed) = event.what { true } else { false } }
}
