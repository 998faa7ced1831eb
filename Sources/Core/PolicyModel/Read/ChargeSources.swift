import PolicySyntax
import Receivables

/// The tables that `charges:` names: those that came with Duly, and files beside the policy.
package struct ChargeSources: Sendable {
  /// Shipped reference rates, by the name that the policy gives.
  package let rates: [String: RateTable]
  /// Shipped fixed sums, by the name that the policy gives.
  package let compensations: [String: CompensationTable]
  /// The root of each file beside the policy, by the name that the policy gives (`./ours.yaml`).
  package let files: [String: Node]
  /// What a misspelt name is compared with.
  package let rateNames: [String]
  package let compensationNames: [String]

  package init(
    rates: [String: RateTable] = [:], compensations: [String: CompensationTable] = [:],
    files: [String: Node] = [:], rateNames: [String] = [], compensationNames: [String] = []
  ) {
    self.rates = rates
    self.compensations = compensations
    self.files = files
    self.rateNames = rateNames
    self.compensationNames = compensationNames
  }

  /// The tables that `charges` of these trees name: what has to be loaded before the policy is read.
  package static func names(in roots: [Node]) -> (rates: [String], compensations: [String]) {
    var names: (rates: [String], compensations: [String]) = ([], [])
    for root in roots {
      guard let charges = root["charges"] else { continue }
      if let text = charges["interest"]?["annual_rate"]?.scalar?.text {
        if let table = RateText(text)?.over { names.rates.append(table) }
      }
      if let text = charges["compensation"]?.scalar?.text { names.compensations.append(text) }
    }
    return names
  }
}

/// `8 % over boe-base`, or `9 %` by itself.
struct RateText {
  let percent: YearlyRate
  /// The table of reference rates, nil where the rate stands alone.
  let over: String?

  init?(_ text: String) {
    let parts = text.split(separator: "%", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let number = parts[0].split(separator: " ")
    let words = parts[1].split(separator: " ")
    guard number.count == 1, let percent = YearlyRate(percent: number[0]), percent.millionths >= 0,
      words.isEmpty || (words.count == 2 && words[0] == "over")
    else { return nil }
    self.percent = percent
    over = words.last.map(String.init)
  }
}
