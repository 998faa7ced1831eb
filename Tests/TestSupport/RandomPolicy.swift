import Receivables

/// A small random policy, valid, of every kind of section that the decision reads. Left out on purpose:
/// charges, thanks, shipped calendars, `include:`.
///
/// What it holds is settled when it is made; `text` writes it, in its own order or with the keys of each
/// mapping in another, where their order has no meaning.
package struct RandomPolicy {
  private var sections: [Section] = []

  /// A top-level key: one line of text, or lines below it that may or may not change places.
  private struct Section {
    let key: String
    let lines: [[Field]]
    let mayShuffle: Bool
  }

  /// A piece of a line: fixed text, or the entries of a flow mapping.
  private enum Field {
    case text(String)
    case mapping([String])
  }

  /// - Parameters:
  ///   - start: The day around which closed days lie.
  ///   - random: The source of all choices.
  package init(around start: Day, _ random: inout SplitMix64) {
    let names = (0..<random.number(1...3)).map { "s\($0)" }
    add("duly: 1")
    add("policy: random")
    add(
      "business",
      [
        "  name: Random Ltd", "  timezone: Europe/London", "  currency: GBP", "  language: en",
        "  sender: { name: Priya Shah, email: accounts@random.example }",
        "  owner: { name: Tom Reed, email: tom@random.example }",
      ], mayShuffle: true)
    addCalendar(around: start, &random)
    addSegments(names, &random)
    addSchedules(names, &random)
    addTones()
    add(
      "recipients",
      [
        "  approver: [approver, director, billing]",
        "  director: \(random.pick(["[director, billing]", "[director]"]))",
      ], mayShuffle: true)
    addRules(names, &random)
    addResponses(&random)
    addLimits(&random)
    let rates = random.number(1...9)
    if rates > 1 { add("rates: \(rates > 3 ? "{ EUR: 0.85, USD: 0.75 }" : "{ EUR: 0.85 }")") }
  }

  private mutating func add(_ line: String) {
    sections.append(Section(key: line, lines: [], mayShuffle: false))
  }

  private mutating func add(_ key: String, _ lines: [String], mayShuffle: Bool) {
    if lines.isEmpty { return }
    sections.append(Section(key: "\(key):", lines: lines.map { [.text($0)] }, mayShuffle: mayShuffle))
  }

  private mutating func add(_ key: String, fields lines: [[Field]]) {
    if lines.isEmpty { return }
    sections.append(Section(key: "\(key):", lines: lines, mayShuffle: false))
  }

  /// The YAML text.
  ///
  /// - Parameter random: Where it is given, keys change places and comments stand between the lines.
  package func text(shuffledBy random: SplitMix64? = nil) -> String {
    guard var random else { return sections.map { write($0) }.joined(separator: "\n") + "\n" }
    var lines: [String] = ["# nothing to read here"]
    for section in sections.shuffled(using: &random) {
      var text = write(section, &random)
      if random.chance(50) { text = "\n# about \(section.key.prefix(4))\n" + text + "  # so far" }
      lines.append(text)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func write(_ section: Section) -> String {
    ([section.key]
      + section.lines.map { line in
        line.map { field in
          switch field {
          case .text(let text): text
          case .mapping(let entries): "{ \(entries.joined(separator: ", ")) }"
          }
        }.joined()
      }).joined(separator: "\n")
  }

  private func write(_ section: Section, _ random: inout SplitMix64) -> String {
    let lines = section.mayShuffle ? section.lines.shuffled(using: &random) : section.lines
    return
      ([section.key]
      + lines.map { line in
        line.map { field in
          switch field {
          case .text(let text): text
          case .mapping(let entries):
            "{ \(entries.shuffled(using: &random).joined(separator: ", ")) }"
          }
        }.joined()
      }).joined(separator: "\n")
  }
}

extension RandomPolicy {
  private mutating func addCalendar(around start: Day, _ random: inout SplitMix64) {
    var lines = [
      "  send: \(random.pick(["mon-fri", "mon-fri", "mon-fri", "mon-sat", "mon-thu", "tue-fri"])) 09:30-16:30"
    ]
    if random.chance(20) { lines.append("  week: \(random.pick(["mon-fri", "mon-sat", "sun-thu"]))") }
    var closed: [String] = []
    for _ in 0..<random.number(0...3) {
      let day = start + random.number(-10...70)
      closed.append(random.chance(50) ? "\(day)..\(day + random.number(1...5))" : "\(day)")
    }
    if !closed.isEmpty { lines.append("  closed: [\(closed.joined(separator: ", "))]") }
    if random.chance(70) {
      lines.append("  when_closed: \(random.pick(["next_open_day", "previous_open_day"]))")
    }
    add("calendar", lines, mayShuffle: true)
  }

  private mutating func addSegments(_ schedules: [String], _ random: inout SplitMix64) {
    let tones = ["warm", "friendly", "plain"]
    var lines: [[Field]] = []
    for number in 0..<random.number(0...3) {
      let entries = [
        "name: g\(number)", "when: '\(RandomCondition.text(ofCustomer: true, &random))'",
        "schedule: \(random.pick(schedules))", "tone: \(random.pick(tones))",
      ]
      lines.append([.text("  - "), .mapping(entries)])
    }
    lines.append([
      .text("  - "), .mapping(["name: rest", "schedule: \(schedules[0])", "tone: \(random.pick(tones))"]),
    ])
    add("segments", fields: lines)
  }

  private mutating func addSchedules(_ names: [String], _ random: inout SplitMix64) {
    var lines: [[Field]] = []
    for name in names {
      lines.append([.text("  \(name):")])
      lines += RandomSchedule.tiers(&random).map { [.text("    - "), .mapping($0)] }
      if random.chance(15) {
        lines.append([.text("    - end: { flag: \(random.pick(["true", "false"])), reason: enough }")])
      }
    }
    add("schedules", fields: lines)
  }

  private mutating func addTones() {
    var lines: [String] = []
    for tone in ["warm", "friendly", "plain", "firm"] {
      lines += [
        "  \(tone):", "    default:", "      subject: \"{{ invoice.number }}: {{ money(total_due) }}\"",
        "      body: |", "        Hello {{ customer.first_name.or(\"there\") }},", "",
        "        {{#if size(invoices) > 1}}these are{{else}}this is{{/if}} open since {{ date(invoice.due, \"long\") }}.",
        "        {{#each invoices as inv}}", "        {{ inv.number }}: {{ money(inv.balance) }}",
        "        {{/each}}",
        "        {{ invoice_table }}", "        {{ sender.name }}",
      ]
      if tone == "plain" {
        lines += [
          "      de:", "        subject: \"Rechnung {{ invoice.number }}\"",
          "        body: \"{{ money(total_due) }}\"",
        ]
      }
    }
    add("tones", lines, mayShuffle: false)
  }

  private mutating func addRules(_ schedules: [String], _ random: inout SplitMix64) {
    let actions = [
      "flag", "flag", "flag, notify", "task: call", "hold, flag", "hold, task: call", "hold: invoice, flag",
      "schedule: NAME, flag", "schedule: NAME, flag",
    ]
    var lines: [[Field]] = []
    for number in 0..<random.pick([0, 0, 1, 2, 3]) {
      var action = random.pick(actions).replacing("NAME", with: random.pick(schedules))
      let ofCustomer = !action.contains("invoice") && random.chance(40)
      let condition = RandomCondition.text(ofCustomer: ofCustomer, holds: action.contains("hold"), &random)
      if action.contains("hold: invoice"), !condition.contains("invoice.") { action = "hold, flag" }
      lines.append([
        .text("  - "), .mapping(["name: e\(number)", "when: '\(condition)'", "do: [\(action)]"]),
      ])
    }
    add("escalations", fields: lines)
  }

  private mutating func addResponses(_ random: inout SplitMix64) {
    let choices: [(String, [String])] = [
      ("reply", ["{ pause: 3 business days }", "{ pause: 5 business days, flag: true }", "none"]),
      (
        "promise",
        [
          "{ pause: 2 business days after promised, at_most: 1, longest: 20 days }",
          "{ pause: 3 days after promised }",
          "{ pause: 2 business days after promised, at_most: 2, longest: 30 days, flag: true, scope: customer }",
        ]
      ),
      ("dispute", ["{ hold: customer, flag: true }", "{ hold: invoice, flag: true }", "none"]),
      ("claims_paid", ["{ pause: 5 business days, flag: true, scope: customer }", "{ pause: 4 days }"]),
      ("out_of_office", ["{ pause: until return, otherwise: 3 days }"]),
      ("bounce", ["{ hold: customer, flag: true }", "none"]),
      ("partial_payment", ["{ pause: 3 business days }", "none", "{ pause: 7 days, flag: true }"]),
      ("stop", ["{ hold: customer, flag: true }"]),
    ]
    var lines: [String] = []
    for (kind, values) in choices where random.chance(25) {
      lines.append("  \(kind): \(random.pick(values))")
    }
    add("responses", lines, mayShuffle: true)
  }

  private mutating func addLimits(_ random: inout SplitMix64) {
    var lines: [String] = []
    if random.chance(50) { lines.append("  group_by: \(random.pick(["customer", "invoice"]))") }
    if random.chance(50) { lines.append("  catch_up: \(random.pick(["spread", "latest"]))") }
    if random.chance(60) { lines.append("  min_balance: \(random.pick(["20", "50", "99.99"]))") }
    if random.chance(70) {
      lines.append("  min_gap: \(random.pick(["1 day", "2 days", "4 days", "7 days", "3 business days"]))")
    }
    if random.chance(25) { lines.append("  after_issue: \(random.pick([2, 3, 5])) days") }
    if random.chance(60) {
      lines.append("  at_most: \(random.number(1...4)) per \(random.pick([7, 14, 30])) days")
    }
    add("limits", lines, mayShuffle: true)
  }
}
