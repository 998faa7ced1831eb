import CEL

/// What a part of a condition is worth, as far as it is understood.
indirect enum Term {
  /// A whole number, a day, a number of days, or money in the base currency.
  case number(Linear)
  /// A double that is known; NaN too.
  case double(Double)
  /// A double by the variable of its place among doubles, and whether it is a number.
  case ordered(Int, isNumber: Formula)
  case text(String)
  /// A text by the variable of its place among texts.
  case named(Int)
  /// Statements for when it is true and when it is false; where neither holds it has no value.
  case truth(Truth)
  case null
  /// A list that is written out.
  case list([[Case]])
  /// A list of texts that is a fact, by its slot.
  case tags(Int)
  /// A map of texts that is a fact, by its slot.
  case map(Int)
  /// An optional; nil where it holds nothing.
  case optional([Case]?)
}

/// A term and when it is that. The cases of a part exclude each other; where none holds it has no value.
struct Case {
  let when: Formula
  let term: Term
}

/// When a condition holds, when it fails, and when it cannot be worked out. The three exclude each other, and in
/// every world one of them is so.
struct Truth: Sendable {
  let holds: Formula
  let fails: Formula
  let breaks: Formula

  static func known(_ value: Bool) -> Truth {
    Truth(holds: value ? .yes : .no, fails: value ? .no : .yes, breaks: .no)
  }

  /// Of a statement that always has an answer.
  init(_ formula: Formula) { self.init(holds: formula, fails: !formula, breaks: .no) }

  init(holds: Formula, fails: Formula, breaks: Formula) {
    self.holds = holds
    self.fails = fails
    self.breaks = breaks
  }

  /// What one of several cases says, which exclude each other; where none of them is so there is no answer.
  init(cases: [(when: Formula, truth: Truth)]) {
    holds = .any(of: cases.map { $0.when && $0.truth.holds })
    fails = .any(of: cases.map { $0.when && $0.truth.fails })
    breaks = !.any(of: cases.map(\.when)) || .any(of: cases.map { $0.when && $0.truth.breaks })
  }

  static prefix func ! (truth: Truth) -> Truth {
    Truth(holds: truth.fails, fails: truth.holds, breaks: truth.breaks)
  }

  // A side that decides outweighs one that cannot be worked out.
  static func && (left: Truth, right: Truth) -> Truth {
    Truth(
      holds: left.holds && right.holds, fails: left.fails || right.fails,
      breaks: left.breaks && !right.fails || right.breaks && left.holds)
  }

  static func || (left: Truth, right: Truth) -> Truth { !(!left && !right) }

  /// The same answer, given only in a certain case.
  func given(_ condition: Formula) -> Truth { Truth(cases: [(condition, self)]) }

  /// Whether its statements have fewer atoms than that, all together.
  func isSmaller(than limit: Int) -> Bool {
    var left = limit
    return holds.take(from: &left) && fails.take(from: &left) && breaks.take(from: &left)
  }
}

extension Formula {
  /// Takes one for each part; false where not so many are left.
  fileprivate func take(from left: inout Int) -> Bool {
    left -= 1
    guard left > 0 else { return false }
    switch self {
    case .yes, .no, .atom: return true
    case .all(let parts), .any(let parts):
      for part in parts where !part.take(from: &left) { return false }
      return true
    }
  }
}
