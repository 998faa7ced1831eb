import CEL
import PolicySyntax
import Proofs

/// DN207: a part of a condition without which it would say the same.
enum RedundantPart {
  static let rule = Rule(
    id: "DN207", name: "redundant-part", severity: .warning,
    title: "part of a condition that changes nothing",
    page: #"""
      Without the marked part this condition would say the same, for every customer and every invoice: what stands beside it
      says as much already. Either it can go, or it was meant to say something else. `d > 30 && d > 14` is most often a
      slip of the pen: one of the two numbers, or `||` for `&&`.

      Duly reports this only where it is proved.

      To mend it, leave the part out, or correct it.
      """#,
    triggering: #"""
      escalations:
        - name: late
          when: invoice.days_overdue > 30 && invoice.days_overdue > 14
          do: flag
      """#,
    passing: #"""
      escalations:
        - name: late
          when: invoice.days_overdue > 14 && invoice.days_overdue < 30
          do: flag
      """#)

  /// At most one finding for a condition: the last part that can go.
  static func diagnostic(_ condition: Condition, _ number: Int, _ proofs: PolicyProofs) -> Diagnostic? {
    guard let found = redundant(condition.expression.root, number, proofs) else { return nil }
    let others = found.chain.filter { $0.id != found.part.id }
    // Where one of the others is enough to say it, that one alone is shown.
    let enough = others.first { changesNothing(found.part, beside: [$0], found.operation, number, proofs) }
    return Diagnostic(
      rule, message: "this part changes nothing", at: condition.place(of: found.part),
      labels: (enough.map { [$0] } ?? others).map {
        Label(span: condition.place(of: $0), text: "says as much already")
      },
      help: Help("leave it out, or correct it"))
  }

  private struct Redundant {
    let part: Expression
    let chain: [Expression]
    let operation: BinaryOperator
  }

  private static func redundant(_ node: Expression, _ number: Int, _ proofs: PolicyProofs) -> Redundant? {
    for operation in [BinaryOperator.and, .or] {
      let chain = node.chain(of: operation)
      guard chain.count > 1 else { continue }
      for inner in chain {
        if let found = redundant(inner, number, proofs) { return found }
      }
      for part in chain.reversed() where !part.asksForPresence {
        let others = chain.filter { $0.id != part.id }
        if changesNothing(part, beside: others, operation, number, proofs) {
          return Redundant(part: part, chain: chain, operation: operation)
        }
      }
      return nil
    }
    if case .unary(.not, let operand) = node.kind { return redundant(operand, number, proofs) }
    return nil
  }

  /// Whether a chain says the same without the part. In a chain of `&&`: where the others hold, so does it; and it keeps
  /// none of them from being without an answer.
  private static func changesNothing(
    _ part: Expression, beside others: [Expression], _ operation: BinaryOperator, _ number: Int,
    _ proofs: PolicyProofs
  ) -> Bool {
    guard ([part] + others).allSatisfy({ proofs.prover.knows($0, of: number) }) else { return false }
    let decides: Outcome = operation == .and ? .fails : .holds
    let lets: Outcome = operation == .and ? .holds : .fails
    let letting = others.map { Demand(number, part: $0, lets) }
    return proofs.isImpossible(letting + [Demand(number, part: part, decides)])
      && proofs.isImpossible(letting + [Demand(number, part: part, .breaks)])
      && others.allSatisfy { other in
        proofs.isImpossible([Demand(number, part: other, .breaks), Demand(number, part: part, decides)])
      }
  }
}

extension Expression {
  /// Whether this asks if a value is there. The types want it asked before the value is used, whether the comparison
  /// behind it would need it or not.
  fileprivate var asksForPresence: Bool {
    switch kind {
    case .presence: true
    case .unary(.not, let operand): operand.asksForPresence
    case .binary(.equal, let left, let right), .binary(.notEqual, let left, let right):
      left.literal == .null || right.literal == .null
    default: false
    }
  }
}
