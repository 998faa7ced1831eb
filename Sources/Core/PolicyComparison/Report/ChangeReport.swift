import Receivables
import Schedule
import Simulation

/// What comparing two policies gave, for a report.
package struct ChangeReport: Sendable {
  /// Where both runs begin.
  package enum Beginning: Sendable, Equatable {
    case emptyHistory
    /// With what the old policy would have made in so many days before.
    case days(Int)
    /// Where the journal stands.
    case journal
  }

  package let old: Scenario
  package let new: Scenario
  /// The paths of the policies, as the command was given them.
  package let paths: (old: String, new: String)
  package let sameness: Sameness
  package let beginning: Beginning
  /// The largest balance first.
  package let changes: [CustomerChange]
  package let counts: ChangeCounts

  package init(
    old: Scenario, new: Scenario, paths: (old: String, new: String), sameness: Sameness, beginning: Beginning,
    changes: [CustomerChange], counts: ChangeCounts
  ) {
    self.old = old
    self.new = new
    self.paths = paths
    self.sameness = sameness
    self.beginning = beginning
    self.changes = changes
    self.counts = counts
  }

  /// The sentence on top.
  var verdict: String {
    switch sameness {
    case .same(let proof):
      let names = proof.renamed.isEmpty ? "" : " Only names differ: \(proof.renamed.joined(separator: ", "))."
      return
        "The two policies mean the same\(proof.isNeeded ? ", by proof" : ""): every customer hears the same, "
        + "whatever the books say\(proof.leavesOutUnrated ? ", amounts in a currency without a rate aside" : "")."
        + names
    case .other(let difference):
      let found = difference.map { " \($0)" } ?? ""
      if counts.changed == 0 {
        let whom = counts.customers == 1 ? "the one customer" : "none of these \(counts.customers) customers"
        return
          "For \(whom) \(counts.customers == 1 ? "nothing changes" : "does anything change") in these days. "
          + "The policies are not the same.\(found)"
      }
      return "Something changes for \(counts.changed) of \(counts.customers) customers.\(found)"
    }
  }

  /// What both runs begin with.
  var assumption: String {
    switch beginning {
    case .emptyHistory: "Both start from an empty history: nothing counts as sent before."
    case .days(let days):
      "Both start from the history that the old policy would have made in the \(days) days before."
    case .journal: "Both start where the journal stands."
    }
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
