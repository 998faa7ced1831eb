import CEL
import PolicySyntax

/// A group of customers that are chased alike; the first match wins, afresh each day.
package struct Segment: Sendable {
  package let name: Located<String>
  /// Nil for the default segment, the last one.
  package let when: Condition?
  package let schedule: Located<String>
  package let tone: Located<String>
  /// Names of rules that are allowed here.
  package let allowed: [Located<String>]
  package let span: Span

  package init(
    name: Located<String>, when: Condition?, schedule: Located<String>, tone: Located<String>,
    allowed: [Located<String>], span: Span
  ) {
    self.name = name
    self.when = when
    self.schedule = schedule
    self.tone = tone
    self.allowed = allowed
    self.span = span
  }
}

/// A condition that has been type-checked, with its place.
package struct Condition: Sendable {
  package let expression: CheckedExpression
  /// The scalar that holds it: gives each character of the expression its place in the file.
  package let scalar: Scalar
  package let span: Span

  package init(expression: CheckedExpression, scalar: Scalar, span: Span) {
    self.expression = expression
    self.scalar = scalar
    self.span = span
  }
}
