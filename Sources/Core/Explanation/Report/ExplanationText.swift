import PolicySyntax
import Receivables
import Schedule

/// An explanation for reading: the outcome of each invoice, the chain of steps, what nearly happened.
package struct ExplanationText: Sendable {
  private static let columns = 100
  private let explanation: DayExplanation
  /// The policy's file: lines of it are written `:41`.
  private let file: String
  private let hasColour: Bool

  package init(_ explanation: DayExplanation, file: String, hasColour: Bool) {
    self.explanation = explanation
    self.file = file
    self.hasColour = hasColour
  }

  package func render() -> String {
    var lines = [
      paint(ExplanationText.printable(explanation.name), "1") + "  \(explanation.customer)  on "
        + ExplanationText.date(explanation.day)
    ]
    if explanation.parts.isEmpty {
      lines += ["", "Nothing is open on this day, so there is nothing to write about."]
    }
    for part in explanation.parts { lines += self.lines(part) }
    if !explanation.nearly.isEmpty {
      lines += ["", paint("What nearly happened", "1")]
      for coming in explanation.nearly { lines += wrapped(nearly(coming), source: coming.source, indent: 2) }
    }
    lines += ["", paint("How it was decided", "1") + paint("  (section 5 of the language)", "2")]
    for step in explanation.steps { lines += self.lines(step) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ part: DayExplanation.Part) -> [String] {
    var lines = [
      "", paint(ExplanationText.printable(part.invoice), "1") + (part.facts.isEmpty ? "" : "  \(part.facts)"),
    ]
    let reason = part.reason.map { "`\($0)`: " } ?? ""
    lines += wrapped("\(word(part.outcome)): \(reason)\(part.because)", source: part.source, indent: 2)
    if let next = part.next {
      lines += wrapped(
        "next: \(ExplanationText.date(next.day)), \(next.text)", source: next.source, indent: 2)
    } else if part.outcome != .settled, part.outcome != .leftOut {
      lines.append("  next: nothing within \(Explainer.daysAhead) days")
    }
    for change in part.wouldChange {
      lines += wrapped("what would change it: \(change)", source: nil, indent: 2)
    }
    return lines
  }

  private func word(_ outcome: DayExplanation.Outcome) -> String {
    switch outcome {
    case .sent: "a message"
    case .listed: "listed"
    case .quiet: "quiet"
    case .waiting: "nothing"
    case .settled: "settled"
    case .notIssuedYet: "not issued yet"
    case .leftOut: "left out"
    }
  }

  private func nearly(_ coming: DayExplanation.Coming) -> String {
    let days = coming.day - explanation.day
    if days == 0 { return coming.text }
    return
      "\(days) \(days == 1 ? "day" : "days") more, on \(ExplanationText.date(coming.day)): \(coming.text)"
  }

  private func lines(_ step: DayExplanation.Step) -> [String] {
    var lines = ["  \(step.number) \(paint(step.title, "1"))"]
    for line in step.lines {
      let text = wrapped(line.text, source: line.source, indent: 4)
      lines += line.isDeciding ? text : text.map { paint($0, "2") }
      for fact in line.facts {
        lines += wrapped("\(fact.name) = \(ExplanationText.printable(fact.value))", source: nil, indent: 8)
      }
    }
    return lines
  }

  /// Lines of at most so many columns, the further ones indented by two more.
  private func wrapped(_ text: String, source: Source?, indent: Int) -> [String] {
    let lead = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = lead
    let words = ExplanationText.printable(text).split(separator: " ").map(String.init)
    for (place, word) in (words + (source.map { [$0.short(in: file)] } ?? [])).enumerated() {
      let gap = place == 0 ? "" : place == words.count ? "  " : " "
      if place > 0, DisplayWidth.of(line + gap + word) > ExplanationText.columns {
        lines.append(line)
        line = lead + "  " + word
      } else {
        line += gap + word
      }
    }
    return lines + [line]
  }

  static func date(_ day: Day) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return "\(names[day.weekday - 1]) \(day)"
  }

  /// What words from the books may not do to a terminal: control characters become U+FFFD.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0..<32, 127...159, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
          default: scalar
          }
        }))
  }

  private func paint(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
