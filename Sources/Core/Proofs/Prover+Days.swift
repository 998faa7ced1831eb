import Vocabulary

extension Prover {
  /// Whether nobody can meet some demands on one day and others on another day, while all facts that are steady keep
  /// their values; nil where that was not found out.
  ///
  /// - Parameter isSteady: What stays as it is from the one day to the other.
  package func isImpossible(
    _ first: [Demand], andLater second: [Demand], isSteady: (Vocabulary.Fact) -> Bool,
    spending work: inout Int
  ) -> Bool? {
    guard work > 0 else { return nil }
    let count = variables.meanings.count
    let later = variables.meanings.indices.map { keepsValue($0, isSteady) ? $0 : $0 + count }
    // Each variable twice, once for each day; those that are steady are not used a second time.
    var constraints = Constraints(variables.domains + variables.domains)
    for formula in first.map(formula) + second.map({ formula($0).renamed(later) })
    where !constraints.assume(formula) { return true }
    for relation in relations {
      guard constraints.assume(relation.formula), constraints.assume(relation.formula.renamed(later)) else {
        return true
      }
    }
    for variable in variables.meanings.indices {
      for sum in variables.definition(of: variable) ?? [] {
        constraints.add(sum)
        let terms = sum.terms.map { Sum.Term(variable: later[$0.variable], factor: $0.factor) }
        constraints.add(Sum(terms: terms, bound: sum.bound))
      }
    }
    let limit = min(work, Search.workLimit)
    var search = Search(work: limit)
    let outcome = search.run(constraints)
    work -= limit - search.work + 20
    switch outcome {
    case .none: return true
    // Two days are not replayed, so what is found counts only where everything in it is understood.
    case .found: return isUnderstood(first + second) ? false : nil
    case .undecided: return nil
    }
  }

  private func isUnderstood(_ demands: [Demand]) -> Bool {
    var used: Set<Int> = []
    for demand in demands { formula(demand).collectVariables(into: &used) }
    return used.allSatisfy { variables.meanings[$0].unread == nil }
  }

  /// Whether nobody can meet demands with an invoice that is at least so many days overdue; nil where that was not
  /// found out.
  package func isImpossible(
    _ demands: [Demand], daysOverdueAtLeast days: Int, spending work: inout Int
  ) -> Bool? {
    var known = variables
    guard let today = known.place(of: .fact(FactWorld.slot(of: .today))),
      let due = known.place(of: .fact(FactWorld.slot(of: .invoice(.due)))),
      let limit = Linear(variable: due).plus(Linear(Whole(days))),
      let isLate = Linear(variable: today).compared(.greaterOrEqual, limit, &known)
    else { return nil }
    return isImpossible(demands.map(formula) + [isLate], spending: &work)
  }

  /// Whether a variable has the same value on both days.
  private func keepsValue(_ variable: Int, _ isSteady: (Vocabulary.Fact) -> Bool) -> Bool {
    switch variables.meanings[variable] {
    case .fact(let slot), .isThere(let slot), .size(let slot), .contains(let slot, _), .hasKey(let slot, _),
      .key(let slot, _):
      isSteady(FactWorld.facts[slot])
    case .sum(let terms): terms.allSatisfy { keepsValue($0.variable, isSteady) }
    // What is not understood may change or not: taken to stay, so that nothing is claimed because of it.
    case .unread, .works, .isNumber: true
    }
  }
}

extension Formula {
  /// The same statement about other variables.
  fileprivate func renamed(_ names: [Int]) -> Formula {
    switch self {
    case .yes, .no: self
    case .all(let parts): .all(parts.map { $0.renamed(names) })
    case .any(let parts): .any(parts.map { $0.renamed(names) })
    case .atom(.atMost(let variable, let number)): .atom(.atMost(names[variable], number))
    case .atom(.atLeast(let variable, let number)): .atom(.atLeast(names[variable], number))
    case .atom(.equal(let variable, let number)): .atom(.equal(names[variable], number))
    case .atom(.different(let variable, let number)): .atom(.different(names[variable], number))
    }
  }
}
