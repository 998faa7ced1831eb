/// One kind of finding: its stable name, and the page that explains it.
///
/// Each rule is a constant in a file of its own: `extension Rule { package static let duplicateKey = Rule(…) }`.
package struct Rule: Hashable, Sendable {
  /// The number in the table of rules, `DN102`; it only orders.
  package let id: String
  /// The stable name, `unknown-field`, as shown in brackets behind a message.
  package let name: String
  /// How much its findings weigh.
  package let severity: Severity
  /// What it finds, in a few words.
  package let title: String
  /// The page for `explain-rule`, in Markdown: what, why, how to mend.
  package let page: String
  /// A part of a policy that triggers the rule.
  package let triggering: String
  /// The same part, mended.
  package let passing: String

  /// A rule; its name has to be unique, for rules are compared by it.
  package init(
    id: String, name: String, severity: Severity, title: String, page: String, triggering: String,
    passing: String
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.title = title
    self.page = page
    self.triggering = triggering
    self.passing = passing
  }

  /// Rules are equal by name.
  package static func == (left: Rule, right: Rule) -> Bool {
    left.name == right.name
  }

  /// Rules are told apart by name.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}
