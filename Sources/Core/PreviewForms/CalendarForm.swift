import Receivables
import Schedule
import Simulation

/// A preview as a calendar file: a whole-day event for each message and each flag.
///
/// An event keeps its UID as long as it is about the same customer, invoice and tier, so a later preview moves it instead of
/// doubling it. Source: RFC 5545 (iCalendar): lines end with CR LF and are folded at 75 bytes.
package struct CalendarForm: Sendable {
  private let scenario: Scenario
  private let version: String
  private let rows: PreviewRows

  /// - Parameter version: Of Duly, for `PRODID`.
  package init(_ scenario: Scenario, version: String) {
    self.scenario = scenario
    self.version = version
    rows = PreviewRows(scenario.plan)
  }

  /// What stands before the events.
  package func head() -> [UInt8] {
    var lines = CalendarLines()
    lines.add("BEGIN", verbatim: "VCALENDAR")
    lines.add("VERSION", verbatim: "2.0")
    lines.add("PRODID", "-//Duly//duly \(version)//EN")
    lines.add("CALSCALE", verbatim: "GREGORIAN")
    lines.add("METHOD", verbatim: "PUBLISH")
    lines.add("X-WR-CALNAME", "Reminders of \(scenario.plan.business.name)")
    return lines.bytes
  }

  /// The events of one customer.
  package func events(_ preview: CustomerPreview) -> [UInt8] {
    var lines = CalendarLines()
    for planned in preview.messages { message(planned.message, preview, &lines) }
    for flag in preview.flags { self.flag(flag, preview, &lines) }
    return lines.bytes
  }

  /// What stands behind the events.
  package func end() -> [UInt8] {
    var lines = CalendarLines()
    lines.add("END", verbatim: "VCALENDAR")
    return lines.bytes
  }

  private func message(_ message: Message, _ preview: CustomerPreview, _ lines: inout CalendarLines) {
    let plan = scenario.plan
    let tier = plan.tiers[message.step.tier].name
    let invoices = message.parts.map { "\(preview.parts[$0.place])" }
    var words = [
      "\(plan.tones[message.tone]), \(message.step.channelText) to \(message.to.email)",
      "Invoices: \(invoices.joined(separator: ", "))",
    ]
    if !message.alsoListed.isEmpty {
      words.append("Also lists: \(message.alsoListed.map { "\(preview.parts[$0])" }.joined(separator: ", "))")
    }
    if message.needsApproval { words.append("Leaves once approved") }
    words.append("By \(message.step.source)")
    event(
      on: message.day, identity: ["message", preview.customer.id.text, tier, invoices.first ?? ""],
      summary: "\(tier) to \(preview.customer.name): \(PageWords.money(message.total))", words: words,
      category: "Reminder", &lines)
  }

  private func flag(_ flag: Flag, _ preview: CustomerPreview, _ lines: inout CalendarLines) {
    let name = flag.origin.name(in: scenario.plan)
    let about = flag.invoice.map { ", \($0)" } ?? ""
    event(
      on: flag.day, identity: ["flag", preview.customer.id.text, name, flag.invoice ?? "", "\(flag.day)"],
      summary: "Look at \(preview.customer.name)\(about): \(name)",
      words: [rows.actions(flag).joined(separator: ", "), "By \(flag.source)"], category: "Flag", &lines)
  }

  private func event(
    on day: Day, identity: [String], summary: String, words: [String], category: String,
    _ lines: inout CalendarLines
  ) {
    lines.add("BEGIN", verbatim: "VEVENT")
    lines.add("UID", verbatim: uid([scenario.plan.policy] + identity))
    // The books' day and not the clock's, so that the same preview is the same file.
    lines.add("DTSTAMP", verbatim: "\(CalendarForm.compact(scenario.from))T000000Z")
    lines.add("DTSTART;VALUE=DATE", verbatim: CalendarForm.compact(day))
    lines.add("DTEND;VALUE=DATE", verbatim: CalendarForm.compact(day + 1))
    lines.add("SUMMARY", summary)
    lines.add("DESCRIPTION", words.joined(separator: "\n"))
    lines.add("CATEGORIES", category)
    lines.add("TRANSP", verbatim: "TRANSPARENT")
    lines.add("END", verbatim: "VEVENT")
  }

  /// Made of what the event is about; two events about different things have different ones.
  private func uid(_ identity: [String]) -> String {
    // FNV-1a, twice with different beginnings: nothing is kept secret, only equality matters.
    let digits = [0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15].map { (start: UInt64) in
      var hash = start
      for text in identity {
        for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      }
      let hex = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - hex.count) + hex
    }
    return digits.joined() + "@duly.invalid"
  }

  /// `20260312`.
  private static func compact(_ day: Day) -> String { String("\(day)".filter { $0 != "-" }) }
}

/// Content lines of iCalendar.
struct CalendarLines {
  private(set) var bytes: [UInt8] = []

  /// Adds a property whose value is text: it is escaped.
  mutating func add(_ name: StaticString, _ text: String) {
    var value = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": value += "\\\\"
      case ";": value += "\\;"
      case ",": value += "\\,"
      case "\n": value += "\\n"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": value += "\u{FFFD}"
      default: value.unicodeScalars.append(scalar)
      }
    }
    add(name, verbatim: value)
  }

  /// Adds a property whose value stands as it is; lines of more than 75 bytes are folded between characters.
  mutating func add(_ name: StaticString, verbatim value: String) {
    var column = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let encoded = UTF8.encode(scalar).map { Array($0) } ?? []
      if column + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        column = 1
      }
      bytes += encoded
      column += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }
}
