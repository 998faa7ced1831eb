/// A value in SMT-LIB, with when it has one and when it is null.
struct SMTTerm {
  /// A formula: the part could be worked out.
  var works = "true"
  /// A formula: it is null, or an optional that holds nothing.
  var isNull = "false"
  /// The value where it works and is not null.
  let value: String
  /// For a whole number that is to be compared with an amount or a double.
  var isReal = false
  /// The elements of a list that is written out.
  var elements: [SMTTerm] = []
  /// A list or map that is a fact.
  var container: String?

  /// The value as a real number.
  var real: String { isReal ? value : "(to_real \(value))" }
}

/// When a condition holds and when it fails, in SMT-LIB.
struct SMTTruth {
  let holds: String
  let fails: String

  /// It cannot be worked out.
  var breaks: String { "(and (not \(holds)) (not \(fails)))" }

  static prefix func ! (truth: SMTTruth) -> SMTTruth { SMTTruth(holds: truth.fails, fails: truth.holds) }

  static func && (left: SMTTruth, right: SMTTruth) -> SMTTruth {
    SMTTruth(holds: "(and \(left.holds) \(right.holds))", fails: "(or \(left.fails) \(right.fails))")
  }

  static func || (left: SMTTruth, right: SMTTruth) -> SMTTruth {
    SMTTruth(holds: "(or \(left.holds) \(right.holds))", fails: "(and \(left.fails) \(right.fails))")
  }

  /// Of a formula that has an answer only in a certain case.
  static func formula(_ formula: String, given works: String) -> SMTTruth {
    SMTTruth(holds: "(and \(works) \(formula))", fails: "(and \(works) (not \(formula)))")
  }
}
