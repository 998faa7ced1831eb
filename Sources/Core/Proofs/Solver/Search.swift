/// Looks for values of the variables that make statements hold: splits one case after another, and draws what
/// conclusions there are before each split.
///
/// Sound in both directions: `.none` is a proof, and what is found fits all that was assumed. It ends within
/// `workLimit`; what is not settled by then is said to be undecided.
struct Search {
  /// What a search came to.
  enum Outcome {
    case found([Domain])
    case none
    case undecided
  }

  /// Statements that one question may look at.
  static let workLimit = 60_000
  /// Values that are tried for the variables of sums, for one choice of cases.
  private static let trialLimit = 200

  /// What is left of the bound on work.
  private(set) var work: Int

  init(work: Int) { self.work = work }

  mutating func run(_ constraints: Constraints) -> Outcome {
    var constraints = constraints
    guard constraints.propagate(&work) else { return .none }
    guard work > 0 else { return .undecided }
    guard let clause = constraints.takeSmallestClause() else { return leaf(constraints) }
    var isUndecided = false
    // What was tried and led nowhere need not be tried again together with the next case.
    var refuted: [Formula] = []
    for part in clause {
      var next = constraints
      var isPossible = true
      for formula in refuted where isPossible { isPossible = next.assume(formula) }
      guard isPossible, next.assume(part) else { continue }
      switch run(next) {
      case .found(let domains): return .found(domains)
      case .undecided: isUndecided = true
      case .none: if case .atom = part { refuted.append(!part) }
      }
      if work <= 0 { return .undecided }
    }
    return isUndecided ? .undecided : .none
  }

  /// All cases are decided: what is left are sums.
  private mutating func leaf(_ constraints: Constraints) -> Outcome {
    guard !constraints.sums.isEmpty else { return .found(constraints.domains) }
    var trials = Self.trialLimit
    if let found = settled(constraints, &trials) { return .found(found) }
    return Elimination.isContradiction(constraints.sums, constraints.domains) ? .none : .undecided
  }

  /// Fixes the variables of the sums one after another.
  private mutating func settled(_ constraints: Constraints, _ trials: inout Int) -> [Domain]? {
    guard
      let variable = constraints.sums.first?.terms.first(where: { !constraints.domains[$0.variable].isFixed }
      )?
      .variable
        ?? constraints.sums.lazy.flatMap(\.terms).first(where: { !constraints.domains[$0.variable].isFixed })?
        .variable
    else { return constraints.sums.isEmpty ? constraints.domains : nil }
    let domain = constraints.domains[variable]
    var tried: [Whole] = []
    for value in [domain.nearest(to: 0), domain.low, domain.high] where !tried.contains(value) {
      tried.append(value)
      guard trials > 0, work > 0 else { return nil }
      trials -= 1
      var next = constraints
      if next.assume(.atom(.equal(variable, value))), next.propagate(&work),
        let found = settled(next, &trials)
      {
        return found
      }
    }
    return nil
  }
}
