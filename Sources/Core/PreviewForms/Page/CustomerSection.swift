import Letters
import PolicyModel
import Receivables
import Schedule
import Simulation

/// The part of the page about one customer: how it stands, its timeline, and the letters behind it.
struct CustomerSection {
  private let scenario: Scenario
  private let days: DayText
  private let rows: PreviewRows
  private let strip: TimelineStrip

  init(_ scenario: Scenario) {
    self.scenario = scenario
    days = DayText(scenario)
    rows = PreviewRows(scenario.plan)
    strip = TimelineStrip(scenario)
  }

  /// Nothing where there is nothing to say.
  func write(_ preview: CustomerPreview, _ html: inout HTMLWriter) {
    if preview.messages.isEmpty && preview.flags.isEmpty && preview.silences.isEmpty
      && preview.skipped.isEmpty
    {
      return
    }
    html.markup("<section class=\"customer\"><header><h3>")
    html.name(preview.customer.name)
    html.markup("</h3><span class=\"id\">")
    html.name(preview.customer.id.text)
    html.markup("</span>")
    if let today = preview.today {
      html.markup("<p class=\"soft\">")
      html.text(standing(today))
      html.markup("</p>")
    }
    html.markup("</header>\n")
    for skipped in preview.skipped {
      html.markup("<p><b>Skipped:</b> ")
      if let invoice = skipped.invoice {
        html.name(invoice)
        html.markup(", ")
      }
      html.text(Skipped.meaning(of: skipped.reason))
      html.markup(".</p>\n")
    }
    if preview.isSkipped { return html.markup("</section>\n") }
    strip.write(preview, &html)
    html.markup("<ol class=\"events\">\n")
    for entry in entries(preview) { entry(&html) }
    html.markup("</ol></section>\n")
  }

  private func standing(_ today: CustomerToday) -> String {
    if today.open.isEmpty { return "Nothing is open." }
    let open = today.open.map {
      "\(PageWords.money($0.money)) open in \(PageWords.count($0.invoices, "invoice"))"
    }
    var text = open.joined(separator: ", ")
    if today.overdue.isEmpty {
      text += ", none of it overdue"
    } else {
      let sum =
        today.overdue == today.open
        ? "all" : today.overdue.map { PageWords.money($0.money) }.joined(separator: ", ")
      text += "; \(sum) overdue, by up to \(PageWords.count(today.daysOverdue, "day"))"
    }
    if let last = today.lastPaid { text += "; last paid on \(days.text(last))" }
    return text + "."
  }

  /// What is written for each entry, in order of day: flags, messages, quiet times.
  private func entries(_ preview: CustomerPreview) -> [(inout HTMLWriter) -> Void] {
    var entries: [(day: Day, kind: Int, write: (inout HTMLWriter) -> Void)] = []
    for flag in preview.flags { entries.append((flag.day, 0, { self.write(flag, &$0) })) }
    for planned in preview.messages {
      entries.append((planned.message.day, 1, { self.write(planned, preview, &$0) }))
    }
    for (silence, parts) in grouped(preview) {
      entries.append((silence.from, 2, { self.write(silence, parts, &$0) }))
    }
    return entries.enumerated()
      .sorted { ($0.element.day, $0.element.kind, $0.offset) < ($1.element.day, $1.element.kind, $1.offset) }
      .map(\.element.write)
  }

  /// Parts that are quiet for one reason over the same days share a line.
  private func grouped(_ preview: CustomerPreview) -> [(SilentTime, [String])] {
    var groups: [(SilentTime, [String])] = []
    for silence in preview.silences {
      let name = "\(preview.parts[silence.place])"
      let place = groups.firstIndex {
        $0.0.from == silence.from && $0.0.to == silence.to && $0.0.reason == silence.reason
      }
      if let place { groups[place].1.append(name) } else { groups.append((silence, [name])) }
    }
    return groups
  }

  private func begin(_ style: StaticString, _ day: Day, _ html: inout HTMLWriter) {
    html.markup("<li class=\"")
    html.markup(style)
    html.markup("\"><time datetime=\"")
    html.text("\(day)")
    html.markup("\">")
    html.text(days.text(day))
    html.markup("</time><span class=\"what\">")
  }

  /// - Parameter source: The line of the policy; nothing for what the language does by itself.
  private func end(_ source: Source, _ html: inout HTMLWriter) {
    html.markup("</span><span class=\"line\">")
    if source != scenario.plan.source { html.text(source.short(in: scenario.plan.source.file)) }
    html.markup("</span>")
  }

  private func write(_ flag: Flag, _ html: inout HTMLWriter) {
    begin("flag", flag.day, &html)
    html.markup("<b>flag</b> ")
    html.text(flag.origin.name(in: scenario.plan))
    if let invoice = flag.invoice {
      html.markup(": ")
      html.name(invoice)
    }
    let actions = rows.actions(flag)
    if actions != ["flag"] { html.text(" (\(actions.joined(separator: ", ")))") }
    end(flag.source, &html)
    html.markup("</li>\n")
  }

  private func write(_ silence: SilentTime, _ parts: [String], _ html: inout HTMLWriter) {
    begin("quiet", silence.from, &html)
    let until =
      silence.to == scenario.end
      ? "to the end" : silence.from == silence.to ? "this day" : "to \(days.text(silence.to))"
    html.text("quiet \(until): ")
    html.name(PageWords.list(parts))
    html.text(", \(silence.reason.phrase(in: scenario.plan))")
    end(silence.source, &html)
    html.markup("</li>\n")
  }

  private func write(_ planned: PlannedMessage, _ preview: CustomerPreview, _ html: inout HTMLWriter) {
    let message = planned.message
    let plan = scenario.plan
    begin("message", message.day, &html)
    html.element("b", "tier", plan.tiers[message.step.tier].name)
    html.text(" \(plan.tones[message.tone]), ")
    html.element("span", "sum", PageWords.money(message.total))
    html.markup(" <span class=\"soft\">for ")
    html.name(PageWords.list(message.parts.map { "\(preview.parts[$0.place])" }))
    if !message.alsoListed.isEmpty {
      html.markup(", also lists ")
      html.name(PageWords.list(message.alsoListed.map { "\(preview.parts[$0])" }))
    }
    if message.demandsCharges {
      let charges = message.parts.compactMap(\.charges).reduce(0) { $0 + $1.interest + $1.compensation }
      html.text(
        ", with charges of \(PageWords.money(Money(minorUnits: charges, currency: message.total.currency)))")
    }
    html.markup(", to ")
    html.name(message.to.email)
    if message.step.channelText != "email" { html.text(", by \(message.step.channelText)") }
    if message.needsApproval { html.text(", once approved") }
    html.markup("</span>")
    end(message.step.source, &html)
    if planned.letter != nil {
      html.markup("<details><summary>")
      if case .success(let letter) = planned.letter {
        html.name(letter.subject)
      } else {
        html.markup("No letter")
      }
      html.markup("</summary>")
      CustomerSection.paper(planned, &html)
      html.markup("</details>")
    }
    html.markup("</li>\n")
  }

  /// The letter of a message as it will look, or why there is none.
  static func paper(_ planned: PlannedMessage, _ html: inout HTMLWriter) {
    html.markup("<div class=\"paper\" lang=\"")
    html.text(planned.message.language)
    html.markup("\">")
    switch planned.letter {
    case .success(let letter):
      html.markup("<p class=\"subject\">")
      html.name(letter.subject)
      html.markup("</p>\n")
      if let drawn = planned.drawn {
        html.made(drawn.utf8)
      } else {
        html.markup("<div class=\"plain\">")
        for (place, line) in letter.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        {
          if place > 0 { html.markup("\n") }
          html.text(String(line))
        }
        html.markup("</div>")
      }
    case .failure(let error): html.element("p", "soft", error.description)
    case nil: break
    }
    html.markup("</div>\n")
  }
}
