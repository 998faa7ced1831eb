import Insight
import Receivables
import Simulation

/// What is open by how long it has been due, on the first morning and after the last day, currency by currency.
struct AgeingTables: Sendable {
  /// Sums by bucket, in minor units.
  private struct Sums: Sendable {
    var before = [Int64](repeating: 0, count: AgeingBucket.allCases.count)
    var after = [Int64](repeating: 0, count: AgeingBucket.allCases.count)
  }

  private var sums: [Currency: Sums] = [:]

  /// Adds what one customer owes.
  mutating func add(_ preview: CustomerPreview, _ scenario: Scenario) {
    for part in preview.openBefore {
      sums[part.balance.currency, default: Sums()].before[place(part, scenario.from)] +=
        part.balance.minorUnits
    }
    for part in preview.openAfter {
      sums[part.balance.currency, default: Sums()].after[place(part, scenario.end)] += part.balance.minorUnits
    }
  }

  /// Adds what other customers owe.
  mutating func add(_ other: AgeingTables) {
    for (currency, more) in other.sums {
      for bucket in AgeingBucket.allCases.indices {
        sums[currency, default: Sums()].before[bucket] += more.before[bucket]
        sums[currency, default: Sums()].after[bucket] += more.after[bucket]
      }
    }
  }

  /// The base currency first, then in order of code.
  private func sorted(_ base: Currency) -> [(Currency, Sums)] {
    sums.sorted { ($0.key == base ? "" : $0.key.code) < ($1.key == base ? "" : $1.key.code) }
      .map { ($0.key, $0.value) }
  }

  var isEmpty: Bool { sums.isEmpty }

  private func place(_ part: OpenPart, _ day: Day) -> Int { AgeingBucket(due: part.due, on: day).rawValue }

  /// An amount, with a bar that shows it beside the others; a dash for nothing.
  private func cell(_ units: Int64, _ currency: Currency, share: Int64, _ html: inout HTMLWriter) {
    if units == 0 { return html.markup("<td class=\"soft\">–</td>") }
    html.markup("<td>")
    html.text(PageWords.money(Money(minorUnits: units, currency: currency)))
    html.markup("<span class=\"bar\" style=\"width:")
    html.number(Int(share))
    html.markup("%\"></span></td>")
  }

  func write(_ scenario: Scenario, _ html: inout HTMLWriter) {
    html.markup("<div class=\"scroll\">\n")
    for (currency, sums) in sorted(scenario.plan.base) {
      html.markup("<table class=\"ages\"><caption>")
      html.text(currency.code)
      html.markup("</caption><thead><tr><th scope=\"col\">Past due</th><th scope=\"col\">")
      html.text(PageWords.day(scenario.from))
      html.markup("</th><th scope=\"col\">")
      html.text(PageWords.day(scenario.end))
      html.markup("</th></tr></thead><tbody>\n")
      let most = max(1, (sums.before + sums.after).max() ?? 1)
      for bucket in AgeingBucket.allCases {
        html.markup("<tr><th scope=\"row\">")
        html.text(bucket.words)
        html.markup("</th>")
        for units in [sums.before[bucket.rawValue], sums.after[bucket.rawValue]] {
          cell(units, currency, share: units * 100 / most, &html)
        }
        html.markup("</tr>\n")
      }
      html.markup("</tbody><tfoot><tr><th scope=\"row\">Open</th>")
      for all in [sums.before, sums.after] {
        html.markup("<td>")
        html.text(PageWords.money(Money(minorUnits: all.reduce(0, +), currency: currency)))
        html.markup("</td>")
      }
      html.markup("</tr></tfoot></table>\n")
    }
    html.markup("</div>\n")
  }
}

extension AgeingBucket {
  /// What the class is called in a table of what is past due.
  fileprivate var words: String {
    switch self {
    case .current: "not yet due"
    case .days1To30: "1–30 days"
    case .days31To60: "31–60 days"
    case .days61To90: "61–90 days"
    case .over90: "over 90 days"
    }
  }
}
