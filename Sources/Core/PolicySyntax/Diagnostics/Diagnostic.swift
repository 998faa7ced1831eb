/// How much a finding weighs. Errors stop a policy from being used; warnings and notes do not.
package enum Severity: String, Hashable, Comparable, CaseIterable, Sendable {
  case error
  case warning
  case note

  private var weight: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// A note weighs less than a warning, a warning less than an error.
  package static func < (left: Severity, right: Severity) -> Bool {
    left.weight < right.weight
  }
}

/// A second place that a finding speaks of, with what is to be seen there.
package struct Label: Hashable, Sendable {
  /// The place; another file than the finding's is allowed.
  package let span: Span
  /// What is to be seen there, in a few words.
  package let text: String

  /// A place and what is to be seen there.
  package init(span: Span, text: String) {
    self.span = span
    self.text = text
  }
}

/// One change of text that mends a finding.
package struct Edit: Hashable, Sendable {
  /// What is replaced; empty to insert.
  package let span: Span
  /// What stands there afterwards; empty to delete.
  package let replacement: String

  /// A change of one stretch of text.
  package init(span: Span, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// What to do about a finding: a statement, and where it can be spelt out, the changes.
package struct Help: Hashable, Sendable {
  /// Whether a machine may make the changes unasked.
  package enum Applicability: String, Hashable, Sendable {
    case machineApplicable
    case maybeIncorrect
    case none
  }

  /// A statement, never a question.
  package let text: String
  /// The changes, none of them overlapping another.
  package let edits: [Edit]
  /// Who may make the changes.
  package let applicability: Applicability

  /// Advice in words, and the changes where they can be spelt out.
  package init(_ text: String, edits: [Edit] = [], applicability: Applicability = .none) {
    self.text = text
    self.edits = edits
    self.applicability = applicability
  }
}

/// One finding about a file: what is wrong, where, because of what, and what mends it.
package struct Diagnostic: Hashable, Sendable {
  /// The rule that found it.
  package let rule: Rule
  /// How much it weighs.
  package let severity: Severity
  /// One sentence, lower case, no full stop, the user's words in backticks; it stands alone.
  package let message: String
  /// The place that it is about.
  package let span: Span
  /// What is written beside the marked place itself, where that says more than the message.
  package let label: String?
  /// The other places that it speaks of; other files are allowed.
  package let labels: [Label]
  /// Further sentences: a witness, a proof, what follows from it.
  package let notes: [String]
  /// What to do about it; at most one piece of advice.
  package let help: Help?
  /// The facts of a customer and an invoice that show it; empty where none do.
  package let facts: [Fact]

  /// A fact by its name in conditions, with its value as a policy test writes it.
  package struct Fact: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// - Parameter severity: Left out, the rule's own.
  package init(
    _ rule: Rule, severity: Severity? = nil, message: String, at span: Span, label: String? = nil,
    labels: [Label] = [], notes: [String] = [], help: Help? = nil, facts: [Fact] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.message = message
    self.span = span
    self.label = label
    self.labels = labels
    self.notes = notes
    self.help = help
    self.facts = facts
  }
}

extension SourceMap {
  /// Findings in the order in which they are shown: by file path, line, rule id, then column and message.
  package func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let keyed = diagnostics.map { diagnostic in
      (diagnostic, self[diagnostic.span.file].path, start(of: diagnostic.span))
    }
    return keyed.sorted { left, right in
      if left.1 != right.1 { return left.1 < right.1 }
      if left.2.line != right.2.line { return left.2.line < right.2.line }
      if left.0.rule.id != right.0.rule.id { return left.0.rule.id < right.0.rule.id }
      if left.2.column != right.2.column { return left.2.column < right.2.column }
      return left.0.message < right.0.message
    }.map(\.0)
  }
}
