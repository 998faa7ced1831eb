import CEL
import PolicySyntax
import Vocabulary

/// DN610: a segment that can hold consumers and whose schedule charges.
enum ConsumerMeetsCharges {
  static let rule = Rule(
    id: "DN610", name: "consumer-meets-charges", severity: .warning,
    title: "consumers can reach a tier that charges",
    page: #"""
      Interest and compensation for late commercial debts are for businesses and public bodies: a consumer does not owe
      them. Duly never charges a customer whose `kind` is `consumer`, so nothing wrong is asked for; but the words of such
      a tier speak of charges that the table below them does not show.

      To mend it, give consumers a segment of their own above this one, `when: customer.kind == "consumer"`, with a schedule
      that does not charge; or add `customer.kind != "consumer"` to the condition. Where none of your customers is a
      consumer, say so: `allow: { consumer-meets-charges: we sell to businesses alone }`.
      """#,
    triggering: #"""
      charges:
        compensation: eu-late-payment
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, charges: true, approval: owner }
      """#,
    passing: #"""
      charges:
        compensation: eu-late-payment
      segments:
        - { name: consumers, when: 'customer.kind == "consumer"', schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, charges: true, approval: owner }
        gentle:
          - { tier: first, send: 10 days after due, approval: owner }
      """#)

  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    guard policy.charges != nil else { return [] }
    var found: [Diagnostic] = []
    for segment in policy.segments {
      let answer = segment.when.map { ofConsumer($0.expression.root, $0.expression) } ?? true
      if answer != false,
        let schedule = policy.schedules.first(where: { $0.name.value == segment.schedule.value }),
        let tier = schedule.tiers.first(where: \.charges)
      {
        found.append(
          Diagnostic(
            rule, message: "`\(segment.name.value)` can hold consumers, and its schedule charges",
            at: segment.name.span, labels: [Label(span: tier.name.span, text: "this tier charges")],
            help: Help("add a segment `when: customer.kind == \"consumer\"` above it, or exclude them here")))
      }
      // Behind a segment that takes every consumer there is none left.
      if answer == true { break }
    }
    return found
  }

  /// What a condition says of a consumer of whom nothing else is known; nil where that decides nothing.
  private static func ofConsumer(_ node: Expression, _ condition: CheckedExpression) -> Bool? {
    func value(_ node: Expression) -> Bool? { ofConsumer(node, condition) }
    switch node.kind {
    case .literal(.bool(let holds)): return holds
    case .unary(.not, let operand): return value(operand).map { !$0 }
    case .binary(.and, let left, let right):
      let (left, right) = (value(left), value(right))
      return left == false || right == false ? false : (left == true && right == true ? true : nil)
    case .binary(.or, let left, let right):
      let (left, right) = (value(left), value(right))
      return left == true || right == true ? true : (left == false && right == false ? false : nil)
    case .binary(.equal, let left, let right):
      return isConsumer(left, right, condition) ?? isConsumer(right, left, condition)
    case .binary(.notEqual, let left, let right):
      return (isConsumer(left, right, condition) ?? isConsumer(right, left, condition)).map { !$0 }
    case .binary(.in, let left, let right):
      guard isKind(left, condition), case .list(let elements) = right.kind else { return nil }
      let answers = elements.map { isConsumer(left, $0.value, condition) }
      return answers.contains(true) ? true : (answers.contains(nil) ? nil : false)
    default: return nil
    }
  }

  /// Whether a text that `customer.kind` is compared with is `consumer`; nil where it is another comparison.
  private static func isConsumer(_ left: Expression, _ right: Expression, _ condition: CheckedExpression)
    -> Bool?
  {
    guard isKind(left, condition), case .literal(.string(let text)) = right.kind else { return nil }
    return text == "consumer"
  }

  private static func isKind(_ node: Expression, _ condition: CheckedExpression) -> Bool {
    guard case .slot(let slot) = condition.reference(of: node.id) else { return false }
    return Vocabulary.segmentFacts[slot] == .customer(.kind)
  }
}
