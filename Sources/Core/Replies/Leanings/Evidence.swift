/// What speaks for each thing that a reply may say: what rules found, what its signs lean to, how likely one of its days
/// is one of payment or return, and whether a program wrote it.
package struct Evidence {
  /// The names of the numbers, in order, as a table of weights has them.
  package static let names: [String] =
    ["rule", "strong rule", "sure rule"]
    + Learnt.intents.map { "leans to \($0.rawValue)" } + ["paying day", "day of return", "automatic"]

  private let told: [Int]
  private let leanings: [Double]
  private let rest: [Double]

  init(_ reading: Reading, _ signs: ReplySigns, paying: LikelyDay, returning: LikelyDay) {
    let learnt = reading.rules.learnt
    leanings = learnt.leanings(signs, sentences: reading.sentences.count)
    told = Learnt.intents.map { intent in
      reading.findings.filter { $0.meaning.family == intent.rawValue }.map(\.rule.weight).max() ?? 0
    }
    rest = [paying.lead, returning.lead, reading.isAutomatic ? 1 : 0]
  }

  /// The numbers that speak for one thing, by `names`.
  ///
  /// - Parameter column: Which, in the order of `Learnt.intents`.
  package func numbers(of column: Int) -> [Double] {
    (1...3).map { told[column] >= $0 ? 1 : 0 } + leanings + rest
  }
}

/// What each piece of evidence counts for each thing that can be said: a logistic regression.
package struct EvidenceWeights: Sendable {
  /// A row for each of `Evidence.names`, in the order of `Learnt.intents`.
  private var rows: [[Double]] = []
  private var usual: [Double] = []

  /// No weight at all.
  package init() {}

  /// The weights of a table with a row for each name of `Evidence`; none where one is missing.
  package init(_ table: Leanings) {
    let rows = Evidence.names.compactMap(table.numbers(of:))
    guard rows.count == Evidence.names.count, table.columns == Learnt.intents.map(\.rawValue) else { return }
    self.rows = rows
    usual = table.usual
  }

  var isEmpty: Bool { rows.isEmpty }

  /// How likely each thing is said: log-odds, above 0 where it is likelier than not; in the order of `Learnt.intents`.
  func odds(_ evidence: Evidence) -> [Double] {
    usual.indices.map { column in
      zip(rows, evidence.numbers(of: column)).reduce(usual[column]) { $0 + $1.0[column] * $1.1 }
    }
  }
}
