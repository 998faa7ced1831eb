import CEL

/// What a condition can come to.
package enum Outcome: Sendable, Hashable, CaseIterable {
  case holds, fails
  /// It cannot be worked out: a key that is missing, a division by zero.
  case breaks
}

/// That one condition, or a part of it, comes to something.
package struct Demand: Sendable {
  /// The place of the condition among those that the prover was given.
  let condition: Int
  /// The node of a part; nil for the whole condition.
  let node: Int?
  let outcome: Outcome

  /// - Parameter part: A node of type bool in the condition's own tree; nil for the whole.
  package init(_ condition: Int, part: Expression? = nil, _ outcome: Outcome) {
    self.condition = condition
    node = part?.id
    self.outcome = outcome
  }
}

/// Whether demands can be met together by any customer and invoice.
package enum Answer: Sendable {
  /// Proved: no facts meet them all.
  case never
  /// Facts that meet them all, replayed in the interpreter.
  case possible(Witness)
  /// Neither was found out; with the part that could not be decided, where it was one.
  case unknown(part: String?)
}
