import Receivables
import Schedule
import Simulation

/// A customer's days on one line: messages as dots, flags as diamonds, quiet times as bands. What it shows is said in words
/// below it.
struct TimelineStrip {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  func write(_ preview: CustomerPreview, _ html: inout HTMLWriter) {
    html.markup("<svg class=\"strip\" aria-hidden=\"true\" focusable=\"false\">")
    html.markup("<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"9\" y2=\"9\"/>")
    if scenario.from.endOfMonth - scenario.from >= 6 {
      html.markup("<text y=\"28\" x=\"0\">")
      html.text(String(DayText.months[scenario.from.civil.month - 1].prefix(3)))
      html.markup("</text>")
    }
    var month = scenario.from.endOfMonth + 1
    while month <= scenario.end {
      html.markup("<line class=\"tick\" y1=\"3\" y2=\"15\" x1=\"")
      percent(month, &html)
      html.markup("\" x2=\"")
      percent(month, &html)
      html.markup("\"/>")
      if month + 5 <= scenario.end {
        html.markup("<text y=\"28\" x=\"")
        percent(month, &html)
        html.markup("\">")
        html.text(String(DayText.months[month.civil.month - 1].prefix(3)))
        html.markup("</text>")
      }
      month = month.endOfMonth + 1
    }
    for band in bands(preview) {
      html.markup("<rect class=\"quiet\" y=\"7\" height=\"4\" rx=\"2\" x=\"")
      percent(band.lowerBound, &html)
      html.markup("\" width=\"")
      percent(thousandths: max(4, thousandths(band.upperBound) - thousandths(band.lowerBound)), &html)
      html.markup("\"/>")
    }
    for message in preview.messages {
      html.markup("<circle class=\"message\" r=\"5\" cy=\"9\" cx=\"")
      percent(message.message.day, &html)
      html.markup("\"/>")
    }
    for flag in preview.flags {
      html.markup("<svg overflow=\"visible\" x=\"")
      percent(flag.day, &html)
      html.markup("\"><path class=\"flag\" d=\"M0 -1l4 4-4 4-4-4z\"/></svg>")
    }
    html.markup("</svg>\n")
  }

  /// Quiet times, those of several invoices that touch as one; what stands alone over all days is no band.
  private func bands(_ preview: CustomerPreview) -> [ClosedRange<Day>] {
    let times = preview.silences.filter { !$0.reason.standsAlone }.map { $0.from...$0.to }
      .sorted { $0.lowerBound < $1.lowerBound }
    var joined: [ClosedRange<Day>] = []
    for time in times {
      if let last = joined.last, time.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, time.upperBound)
      } else {
        joined.append(time)
      }
    }
    return joined
  }

  /// Where a day lies between the first, 0, and the last, 1000.
  private func thousandths(_ day: Day) -> Int {
    scenario.days < 2 ? 0 : (day - scenario.from) * 1000 / (scenario.days - 1)
  }

  private func percent(_ day: Day, _ html: inout HTMLWriter) { percent(thousandths: thousandths(day), &html) }

  private func percent(thousandths: Int, _ html: inout HTMLWriter) {
    html.number(thousandths / 10)
    html.markup(".")
    html.number(thousandths % 10)
    html.markup("%")
  }
}

extension SilenceReason {
  /// True for the reasons that are said of a part of which nothing else is to be said.
  fileprivate var standsAlone: Bool {
    switch self {
    case .noTierInHorizon, .notIssuedYet, .settled: true
    default: false
    }
  }
}
