/// What is assumed of the variables at one point of a search: their domains, sums, and statements still to be split.
struct Constraints {
  private(set) var domains: [Domain]
  /// Those that the domains alone do not settle.
  private(set) var sums: [Sum] = []
  /// Of each of them one statement has to hold.
  private(set) var clauses: [[Formula]] = []

  init(_ domains: [Domain]) { self.domains = domains }

  /// Takes a statement in; false where it contradicts what is assumed.
  mutating func assume(_ formula: Formula) -> Bool {
    switch formula {
    case .yes: return true
    case .no: return false
    case .atom(let atom): return assume(atom)
    case .all(let parts):
      for part in parts where !assume(part) { return false }
      return true
    case .any(let parts):
      clauses.append(parts)
      return true
    }
  }

  private mutating func assume(_ atom: Atom) -> Bool {
    switch atom {
    case .atMost(let variable, let bound): return domains[variable].lower(to: bound) != .empty
    case .atLeast(let variable, let bound): return domains[variable].raise(to: bound) != .empty
    case .different(let variable, let value): return domains[variable].exclude(value) != .empty
    case .equal(let variable, let value):
      guard domains[variable].contains(value) else { return false }
      return domains[variable].raise(to: value) != .empty && domains[variable].lower(to: value) != .empty
    }
  }

  /// Takes in a sum that holds whatever is assumed.
  mutating func add(_ sum: Sum) { sums.append(sum) }

  /// Draws the conclusions that need no case to be distinguished; false where there is a contradiction.
  ///
  /// - Parameter work: Counted down by each statement that is looked at.
  mutating func propagate(_ work: inout Int) -> Bool {
    while true {
      guard narrow(&work) else { return false }
      var isChanged = false
      var kept: [[Formula]] = []
      let open = clauses
      clauses = []
      for clause in open {
        switch reduced(clause, &work) {
        case .settled: isChanged = true
        case .impossible: return false
        case .forced(let formula):
          isChanged = true
          guard assume(formula) else { return false }
        case .open(let parts): kept.append(parts)
        }
      }
      clauses += kept
      guard isChanged, work > 0 else { return true }
    }
  }

  private enum Reduced {
    case settled, impossible
    case forced(Formula)
    case open([Formula])
  }

  private func reduced(_ clause: [Formula], _ work: inout Int) -> Reduced {
    var parts: [Formula] = []
    for part in clause {
      switch truth(of: part, &work) {
      case true: return .settled
      case false: continue
      case nil: parts.append(part)
      }
    }
    return parts.isEmpty ? .impossible : (parts.count == 1 ? .forced(parts[0]) : .open(parts))
  }

  /// Whether a statement holds by the domains alone; nil where they leave it open.
  private func truth(of formula: Formula, _ work: inout Int) -> Bool? {
    work -= 1
    switch formula {
    case .yes: return true
    case .no: return false
    case .atom(let atom): return truth(of: atom)
    case .all(let parts):
      var answer: Bool? = true
      for part in parts {
        switch truth(of: part, &work) {
        case false: return false
        case nil: answer = nil
        case true: continue
        }
      }
      return answer
    case .any(let parts):
      var answer: Bool? = false
      for part in parts {
        switch truth(of: part, &work) {
        case true: return true
        case nil: answer = nil
        case false: continue
        }
      }
      return answer
    }
  }

  private func truth(of atom: Atom) -> Bool? {
    switch atom {
    case .atMost(let variable, let bound):
      let domain = domains[variable]
      return domain.high <= bound ? true : (domain.low > bound ? false : nil)
    case .atLeast(let variable, let bound):
      let domain = domains[variable]
      return domain.low >= bound ? true : (domain.high < bound ? false : nil)
    case .equal(let variable, let value):
      guard domains[variable].contains(value) else { return false }
      return domains[variable].isFixed ? true : nil
    case .different(let variable, let value):
      guard domains[variable].contains(value) else { return true }
      return domains[variable].isFixed ? false : nil
    }
  }

  private func least(_ sum: Sum) -> Whole {
    sum.terms.reduce(0) {
      $0 + $1.factor * ($1.factor > 0 ? domains[$1.variable].low : domains[$1.variable].high)
    }
  }

  private func greatest(_ sum: Sum) -> Whole {
    sum.terms.reduce(0) {
      $0 + $1.factor * ($1.factor > 0 ? domains[$1.variable].high : domains[$1.variable].low)
    }
  }

  /// Narrows the domains by the sums, a bounded number of times; false where none is left of one.
  private mutating func narrow(_ work: inout Int) -> Bool {
    guard !sums.isEmpty else { return true }
    for _ in 0..<Self.roundLimit {
      var isChanged = false
      var kept: [Sum] = []
      for sum in sums {
        work -= 1
        let least = least(sum)
        if least > sum.bound { return false }
        if greatest(sum) <= sum.bound {
          isChanged = true
          continue
        }
        kept.append(sum)
        for term in sum.terms {
          switch narrow(term, slack: sum.bound - least) {
          case .empty: return false
          case .narrowed: isChanged = true
          case .none: continue
          }
        }
      }
      sums = kept
      if !isChanged { break }
    }
    return true
  }

  // A sum that goes round in a circle narrows by one a round and for ever: `Elimination` finds that out.
  private static let roundLimit = 8

  /// One variable may be so far from its cheapest value as the others leave room.
  private mutating func narrow(_ term: Sum.Term, slack: Whole) -> Domain.Change {
    let room = slack / abs(term.factor)
    return term.factor > 0
      ? domains[term.variable].lower(to: domains[term.variable].low + room)
      : domains[term.variable].raise(to: domains[term.variable].high - room)
  }

  /// Takes out the clause with the fewest statements.
  mutating func takeSmallestClause() -> [Formula]? {
    guard var smallest = clauses.indices.first else { return nil }
    for place in clauses.indices where clauses[place].count < clauses[smallest].count { smallest = place }
    return clauses.remove(at: smallest)
  }
}
