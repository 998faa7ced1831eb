import CEL
import PolicySyntax

/// DN206: a condition, or a part of one, that is always true or always false.
enum AlwaysTheSame {
  static let rule = Rule(
    id: "DN206", name: "always-the-same", severity: .warning, title: "always true or always false",
    page: """
      This condition, or the marked part of it, has the same answer for every customer and every invoice: it asks for
      an amount above 30 and below 10 at once, or for one that is above 30 or is not. A rule that can never fire
      protects nobody, and one that always fires decides nothing.

      Duly reports this only where it is certain: comparisons with fixed values, joined by `&&`, `||` and `!`.

      To mend it, correct the numbers or the operators, most often `&&` for `||`; or leave the part out.
      """,
    triggering: """
      escalations:
        - name: odd
          when: invoice.days_overdue > 30 && invoice.days_overdue < 10
          do: flag
      """,
    passing: """
      escalations:
        - name: odd
          when: invoice.days_overdue > 10 && invoice.days_overdue < 30
          do: flag
      """)

  /// The finding about the smallest part that never changes; nil where none is found.
  static func diagnostic(_ condition: Condition) -> Diagnostic? {
    guard let (part, constancy) = smallest(condition.expression.root, condition.expression) else {
      return nil
    }
    // The range of a node leaves out the brackets around it; of the whole condition they are marked too.
    let text = condition.expression.text.utf8
    let isWhole = part.id == condition.expression.root.id
    let range =
      isWhole ? 0..<(text.count - text.reversed().prefix { $0 == 10 || $0 == 32 }.count) : part.range
    return finding(
      condition, range, constancy, what: isWhole ? "this condition" : "this part of the condition")
  }

  /// A last segment that says `when: true` and means the default.
  static func literal(_ condition: Condition) -> Diagnostic {
    Diagnostic(
      rule, message: "this condition is always true", at: condition.span,
      help: Help("leave `when` out: the last segment takes every customer that is left"))
  }

  private static func finding(
    _ condition: Condition, _ range: Range<Int>, _ constancy: Constancy, what: String
  ) -> Diagnostic {
    let word = constancy == .alwaysTrue ? "true" : "false"
    return Diagnostic(
      rule, message: "\(what) is always \(word)", at: condition.scalar.source(range),
      help: Help(constancy == .alwaysTrue ? "leave it out, or correct it" : "correct it: nothing ever fits"))
  }

  private static func smallest(
    _ node: Expression, _ expression: CheckedExpression
  ) -> (Expression, Constancy)? {
    for part in node.parts {
      if let found = smallest(part, expression) { return found }
    }
    guard expression.type(of: node.id) == .bool else { return nil }
    let constancy = Constancy.of(node, expression)
    return constancy == .open ? nil : (node, constancy)
  }
}

extension Expression {
  /// The parts that are joined by `&&`, `||` and `!`.
  fileprivate var parts: [Expression] {
    switch kind {
    case .binary(.and, let left, let right), .binary(.or, let left, let right): [left, right]
    case .unary(.not, let operand): [operand]
    default: []
    }
  }
}
