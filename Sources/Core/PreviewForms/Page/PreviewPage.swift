import Receivables
import Schedule
import Simulation

/// A preview as one page of HTML, for reading on any screen and for printing: what is assumed, the months, the ages of what is
/// open before and after, a timeline for each customer, and the letters as they will look.
///
/// The page is one file that loads nothing and runs nothing, and says so to the browser; whatever comes from the books or
/// the policy is escaped. The scenario has to write and draw letters, and to note how things stand.
package struct PreviewPage {
  /// What the page says of one customer, made where the customer was simulated.
  package struct Piece: Sendable {
    fileprivate let section: [UInt8]
    fileprivate let letters: [Sample]
    fileprivate let ages: AgeingTables
  }

  /// A letter that stands for all of its tone, tier and language.
  fileprivate struct Sample: Sendable {
    let key: [String]
    let html: [UInt8]
  }

  private let scenario: Scenario
  private var sections: [UInt8] = []
  private var samples: [Sample] = []
  private var ages = AgeingTables()

  package init(_ scenario: Scenario) { self.scenario = scenario }

  /// Writes the part of one customer; called from any worker.
  package static func piece(_ scenario: Scenario) -> @Sendable (CustomerPreview) -> Piece {
    { preview in
      var html = HTMLWriter()
      CustomerSection(scenario).write(preview, &html)
      var ages = AgeingTables()
      ages.add(preview, scenario)
      var letters: [Sample] = []
      for planned in preview.messages where planned.letter != nil {
        let plan = scenario.plan
        let key = [
          plan.tiers[planned.message.step.tier].name, plan.tones[planned.message.tone],
          planned.message.language,
        ]
        if letters.contains(where: { $0.key == key }) { continue }
        var paper = HTMLWriter()
        CustomerSection.paper(planned, &paper)
        letters.append(Sample(key: key, html: paper.bytes))
      }
      return Piece(section: html.bytes, letters: letters, ages: ages)
    }
  }

  /// Adds the part of one customer; they come in order.
  package mutating func add(_ piece: Piece) {
    sections += piece.section
    ages.add(piece.ages)
    for letter in piece.letters where !samples.contains(where: { $0.key == letter.key }) {
      samples.append(letter)
    }
  }

  /// The whole page.
  package func page(_ summary: PreviewSummary) -> [UInt8] {
    var html = HTMLWriter()
    head(&html)
    figures(summary, &html)
    html.markup("<h2>Messages by day</h2>\n")
    MonthTables(scenario, summary.byDay).write(&html)
    if !ages.isEmpty {
      html.markup("<h2>What is open, by age</h2>\n")
      if scenario.behaviour == .none {
        html.markup(
          "<p class=\"note\">Nobody is assumed to pay but where an event says so: everything else only grows older.</p>\n"
        )
      }
      ages.write(scenario, &html)
    }
    html.markup("<h2>Customers</h2>\n")
    if sections.isEmpty { html.markup("<p>There is nothing to say of anybody.</p>\n") }
    html.made(sections)
    letters(&html)
    reasons(summary, &html)
    foot(&html)
    return html.bytes
  }

  private func head(_ html: inout HTMLWriter) {
    let business = scenario.plan.business.name
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.markup(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    )
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
    html.text("What \(business) would send, from \(scenario.from)")
    html.markup("</title>\n<style>\n")
    html.markup(PageStyle.css)
    html.markup("\n</style>\n</head>\n<body>\n<main>\n<h1>What ")
    html.name(business)
    html.markup(" would send</h1>\n<p class=\"lead\">")
    html.text("\(DayText.whole(scenario.from)) to \(DayText.whole(scenario.end)), by the policy ")
    html.name(scenario.plan.policy)
    html.markup("</p>\n<p class=\"note\">")
    html.text(scenario.assumptions.joined(separator: " "))
    html.markup("</p>\n")
  }

  private func figures(_ summary: PreviewSummary, _ html: inout HTMLWriter) {
    func figure(_ name: StaticString, _ value: String, _ more: String = "") {
      html.markup("<div><dt>")
      html.markup(name)
      html.markup("</dt><dd>")
      html.text(value)
      if !more.isEmpty { html.element("small", "more", more) }
      html.markup("</dd></div>\n")
    }
    let plan = scenario.plan
    let tiers = zip(plan.tiers, summary.byTier).filter { $0.1 > 0 }.map { "\($0.0.name) \($0.1)" }
    let base = plan.base
    let chased = summary.chased
      .sorted { ($0.key == base ? "" : $0.key.code) < ($1.key == base ? "" : $1.key.code) }
    let silent = summary.silentCustomers.count
    // In rows that are as long as each other, or nearly.
    let count = 3 + chased.count + (silent > 0 ? 1 : 0)
    let rows = (count + 4) / 5
    html.markup("<dl class=\"figures\" style=\"--columns:")
    html.text("\((count + rows - 1) / rows)")
    html.markup("\">\n")
    figure("Messages", "\(summary.messages)", tiers.joined(separator: ", "))
    for (currency, money) in chased {
      figure(
        "Asked for", PageWords.money(Money(minorUnits: money.minorUnits, currency: currency)),
        "in " + PageWords.count(money.invoices, "invoice"))
    }
    figure("Flags for the owner", "\(summary.flags)")
    figure(
      "Customers", "\(summary.customers)", PageWords.count(summary.invoicesOpen, "open invoice"))
    if silent > 0 { figure("Hear nothing", "\(silent)", "and owe something, or are left out") }
    html.markup("</dl>\n")
  }

  private func letters(_ html: inout HTMLWriter) {
    if samples.isEmpty { return }
    html.markup(
      "<h2>The letters</h2>\n<p class=\"note\">One of each kind, to the first customer who would receive it.</p>\n"
    )
    for sample in samples {
      html.markup("<article class=\"sample\"><h3>")
      html.text(sample.key.joined(separator: ", "))
      html.markup("</h3>\n")
      html.made(sample.html)
      html.markup("</article>\n")
    }
  }

  private func reasons(_ summary: PreviewSummary, _ html: inout HTMLWriter) {
    if summary.reasons.isEmpty { return }
    let plan = scenario.plan
    html.markup("<h2>Why quiet</h2>\n<dl class=\"reasons\">\n")
    for (phrase, meaning) in summary.reasons.map({ ($0.phrase(in: plan), $0.meaning) }).sorted(by: {
      $0.0 < $1.0
    }) {
      html.markup("<dt>")
      html.text(phrase)
      html.markup("</dt><dd>")
      html.text(meaning)
      html.markup("</dd>\n")
    }
    html.markup("</dl>\n")
  }

  private func foot(_ html: inout HTMLWriter) {
    html.markup("<footer><p>A preview by Duly: nothing was sent. A number behind a colon is the line of ")
    html.name(scenario.plan.source.file)
    html.markup(" that says so.</p></footer>\n</main>\n</body>\n</html>\n")
  }
}
