import Receivables
import Schedule
import Simulation

/// What comparing two policies gave, for a report.
package struct ChangeReport: Sendable {
  /// What is known of the two beyond these books.
  package enum Sameness: Sendable {
    /// They mean the same, whatever the books say.
    case same(proved: Bool)
    case notKnown
  }

  package let old: Scenario
  package let new: Scenario
  /// The paths of the policies, as the command was given them.
  package let paths: (old: String, new: String)
  package let sameness: Sameness
  /// Days of history that the old policy is assumed to have made; 0 for an empty history.
  package let historyDays: Int
  /// The largest balance first.
  package let changes: [CustomerChange]
  package let counts: ChangeCounts

  package init(
    old: Scenario, new: Scenario, paths: (old: String, new: String), sameness: Sameness, historyDays: Int,
    changes: [CustomerChange], counts: ChangeCounts
  ) {
    self.old = old
    self.new = new
    self.paths = paths
    self.sameness = sameness
    self.historyDays = historyDays
    self.changes = changes
    self.counts = counts
  }

  /// The sentence on top.
  var verdict: String {
    switch sameness {
    case .same(let proved):
      return "The two policies mean the same\(proved ? ", by proof" : ""): every customer hears the same, "
        + "whatever the books say."
    case .notKnown:
      if counts.changed == 0 {
        let whom = counts.customers == 1 ? "the one customer" : "none of these \(counts.customers) customers"
        return
          "For \(whom) \(counts.customers == 1 ? "nothing changes" : "does anything change") in these days. "
          + "The policies are not the same."
      }
      return "Something changes for \(counts.changed) of \(counts.customers) customers."
    }
  }

  /// What both runs begin with.
  var assumption: String {
    historyDays == 0
      ? "Both start from an empty history: nothing counts as sent before."
      : "Both start from the history that the old policy would have made in the \(historyDays) days before."
  }

  /// `second plain Mon 2026-03-16`, or what stands for none.
  static func words(_ touch: CustomerChange.Touch?) -> String {
    guard let touch else { return "nothing" }
    return "\(touch.tier), \(touch.tone), \(date(touch.day))"
  }

  static func date(_ day: Day) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return "\(names[day.weekday - 1]) \(day)"
  }

  /// The kinds of a line in words that follow it.
  static func words(_ kinds: [CustomerChange.Kind]) -> String {
    kinds.map(\.rawValue).joined(separator: ", ")
  }

  static func balance(_ change: CustomerChange) -> String {
    change.balances.isEmpty ? "nothing open" : change.balances.map { "\($0)" }.joined(separator: " + ")
  }
}
