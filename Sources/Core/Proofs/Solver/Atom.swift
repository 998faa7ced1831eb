/// A whole-number sum of variables that is bounded from above: `Σ factor × variable <= bound`.
struct Sum: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    let variable: Int
    let factor: Whole
  }
  /// By variable, no factor zero.
  let terms: [Term]
  let bound: Whole
}

/// A question about one variable that has two answers. What is asked of a sum of variables is asked of a variable
/// that stands for the sum, see `Meaning.sum`.
enum Atom: Hashable, Sendable {
  case atMost(Int, Whole)
  case atLeast(Int, Whole)
  case equal(Int, Whole)
  case different(Int, Whole)

  var variable: Int {
    switch self {
    case .atMost(let variable, _), .atLeast(let variable, _), .equal(let variable, _),
      .different(let variable, _):
      variable
    }
  }

  /// The number that the variable is compared with.
  var number: Whole {
    switch self {
    case .atMost(_, let number), .atLeast(_, let number), .equal(_, let number), .different(_, let number):
      number
    }
  }
}

/// A statement about variables, true or false of every choice of their values.
indirect enum Formula: Sendable {
  case yes
  case no
  case atom(Atom)
  /// Two or more.
  case all([Formula])
  /// Two or more.
  case any([Formula])

  static func all(of parts: [Formula]) -> Formula {
    var kept: [Formula] = []
    for part in parts {
      switch part {
      case .no: return .no
      case .yes: continue
      case .all(let inner): kept += inner
      case .atom, .any: kept.append(part)
      }
    }
    return kept.isEmpty ? .yes : (kept.count == 1 ? kept[0] : .all(kept))
  }

  static func any(of parts: [Formula]) -> Formula {
    var kept: [Formula] = []
    for part in parts {
      switch part {
      case .yes: return .yes
      case .no: continue
      case .any(let inner): kept += inner
      case .atom, .all: kept.append(part)
      }
    }
    return kept.isEmpty ? .no : (kept.count == 1 ? kept[0] : .any(kept))
  }

  static func && (left: Formula, right: Formula) -> Formula { all(of: [left, right]) }
  static func || (left: Formula, right: Formula) -> Formula { any(of: [left, right]) }

  /// The statement that is true where this one is false.
  static prefix func ! (formula: Formula) -> Formula {
    switch formula {
    case .yes: .no
    case .no: .yes
    case .all(let parts): any(of: parts.map { !$0 })
    case .any(let parts): all(of: parts.map { !$0 })
    case .atom(let atom): atom.negation
    }
  }
}

extension Atom {
  fileprivate var negation: Formula {
    switch self {
    case .atMost(let variable, let bound): .atom(.atLeast(variable, bound + 1))
    case .atLeast(let variable, let bound): .atom(.atMost(variable, bound - 1))
    case .equal(let variable, let value): .atom(.different(variable, value))
    case .different(let variable, let value): .atom(.equal(variable, value))
    }
  }
}

extension Formula {
  /// Adds the variables that the statement speaks of.
  func collectVariables(into found: inout Set<Int>) {
    switch self {
    case .yes, .no: return
    case .all(let parts), .any(let parts):
      for part in parts { part.collectVariables(into: &found) }
    case .atom(let atom): found.insert(atom.variable)
    }
  }
}
