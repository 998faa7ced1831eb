import CEL
import PolicySyntax
import Proofs
import Vocabulary

/// DN208: a fact compared with a value that it never has.
enum ImpossibleValue {
  static let rule = Rule(
    id: "DN208", name: "impossible-value", severity: .warning,
    title: "compares with a value that never occurs",
    page: #"""
      This fact never has the value that it is compared with. Some facts are one of a few words: `customer.kind` is
      `business`, `consumer` or `public`, `invoice.collection` is `transfer`, `direct_debit`, `card` or `failed`, and
      `history.tier` is the name of a tier of this policy. Counts are never below zero, and conditions are looked at only while
      something is open, so that a balance is always above zero. A comparison that always has the same answer decides nothing.

      To mend it, write a value that the fact can have, or leave the comparison out.
      """#,
    triggering: #"""
      escalations:
        - name: firms
          when: customer.kind == "company" && invoice.days_overdue > 30
          do: flag
      """#,
    passing: #"""
      escalations:
        - name: firms
          when: customer.kind == "business" && invoice.days_overdue > 30
          do: flag
      """#)

  static func diagnostics(_ condition: Condition, _ number: Int, _ proofs: PolicyProofs) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    look(condition.expression.root, condition, number, proofs, &findings)
    return findings
  }

  private static func look(
    _ node: Expression, _ condition: Condition, _ number: Int, _ proofs: PolicyProofs,
    _ findings: inout [Diagnostic]
  ) {
    if case .binary(let operation, let left, let right) = node.kind {
      if let comparison = Comparison(operation) {
        if let fact = fact(left, condition), right.literal != nil {
          findings += compared(node, fact, comparison, right, condition, number, proofs)
          return
        }
        if let fact = fact(right, condition), left.literal != nil {
          findings += compared(node, fact, comparison.swapped, left, condition, number, proofs)
          return
        }
      }
      if operation == .in, let fact = fact(left, condition), case .list(let elements) = right.kind {
        findings += elements.compactMap { text($0.value, fact, condition, proofs) }
        return
      }
    }
    for part in node.children { look(part, condition, number, proofs, &findings) }
  }

  private static func compared(
    _ node: Expression, _ fact: (slot: Int, fallback: Literal?), _ comparison: Comparison,
    _ literal: Expression, _ condition: Condition,
    _ number: Int, _ proofs: PolicyProofs
  ) -> [Diagnostic] {
    if let finding = text(literal, fact, condition, proofs) { return [finding] }
    // A text is above or below any other by the alphabet: that is no slip to point out.
    guard literal.literal?.decimal != nil, proofs.prover.knows(node, of: number) else { return [] }
    let isNever = proofs.isImpossible([Demand(number, part: node, .holds)])
    guard isNever || proofs.isImpossible([Demand(number, part: node, .fails)]) else { return [] }
    let name = Vocabulary.escalationConditions.slots[fact.slot].name
    let value = condition.text(of: literal)
    let said =
      switch (comparison, isNever) {
      case (.equal, true), (.notEqual, false): "`\(name)` is never \(value)"
      case (.less, true), (.greaterOrEqual, false): "`\(name)` is never below \(value)"
      case (.greater, true), (.lessOrEqual, false): "`\(name)` is never above \(value)"
      case (.lessOrEqual, true), (.greater, false): "`\(name)` is always above \(value)"
      case (.greaterOrEqual, true), (.less, false): "`\(name)` is always below \(value)"
      case (.equal, false), (.notEqual, true): "`\(name)` is always \(value)"
      }
    return [
      Diagnostic(
        rule, message: said, at: condition.place(of: node),
        label: "always \(!isNever)", help: Help("correct the value, or leave the comparison out"))
    ]
  }

  /// A text that a fact of a closed set never is.
  private static func text(
    _ node: Expression, _ fact: (slot: Int, fallback: Literal?), _ condition: Condition,
    _ proofs: PolicyProofs
  ) -> Diagnostic? {
    guard case .string(let text)? = node.literal, node.literal != fact.fallback,
      proofs.prover.hasText(text, among: fact.slot) == false
    else {
      return nil
    }
    let known = proofs.prover.closedTexts(of: fact.slot) ?? []
    let name = Vocabulary.escalationConditions.slots[fact.slot].name
    let near = Nearest.name(to: text, among: known)
    return Diagnostic(
      rule, message: "`\(name)` is never `\(text)`", at: condition.scalar.source(node.range),
      help: Help(
        near.map { "the nearest that it can be is `\($0)`" } ?? "it is one of \(Nearest.list(known))"))
  }

  /// The fact that a node is, and what stands in for it where it is missing.
  private static func fact(_ node: Expression, _ condition: Condition) -> (slot: Int, fallback: Literal?)? {
    if case .slot(let slot) = condition.expression.reference(of: node.id) { return (slot, nil) }
    guard case .fallback(.plain) = condition.expression.reference(of: node.id),
      case .call(_, let receiver?, let arguments) = node.kind, let fallback = arguments.first?.literal,
      case .slot(let slot) = condition.expression.reference(of: receiver.id)
    else { return nil }
    return (slot, fallback)
  }
}
