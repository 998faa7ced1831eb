import PolicySyntax

/// DN101: a field without which a thing means nothing.
enum MissingField {
  static let rule = Rule(
    id: "DN101", name: "missing-field", severity: .error, title: "missing required field",
    page: """
      Something is left out that Duly cannot do without: a segment without a schedule would be chased with nothing, a
      template without a body would be an empty letter.

      Fields that have a sensible default are never asked for. What is asked for here has none: only you know it.

      To mend it, add the field.
      """,
    triggering: """
      segments:
        - name: everyone
          tone: friendly
      """,
    passing: """
      segments:
        - name: everyone
          tone: friendly
          schedule: standard
      """)

  static func diagnostic(_ missing: [String], in fields: Fields) -> Diagnostic {
    let names = Nearest.list(missing)
    return Diagnostic(
      rule,
      message: missing.count == 1
        ? "\(fields.title) has no \(names)" : "\(fields.title) has none of \(names)",
      at: fields.place, help: Help(missing.count == 1 ? "add `\(missing[0]):`" : "add these fields"))
  }

  /// A section or a list that has nothing in it.
  static func nothing(in entry: Entry, _ expected: String) -> Diagnostic {
    Diagnostic(
      rule, message: "`\(entry.name)` is empty, and it needs \(expected)", at: entry.key.span,
      help: Help("add \(expected)"))
  }

  /// A file beside the policy that lacks what it is named for.
  static func table(_ what: String, in file: String, at span: Span) -> Diagnostic {
    Diagnostic(
      rule, message: "the file `\(file)` has no `\(what)`", at: span, help: Help("add `\(what)` to it"))
  }

  static func otherwise(_ node: Node, in fields: Fields) -> Diagnostic {
    Diagnostic(
      rule, message: "\(fields.title) has no `otherwise`", at: node.span,
      label: "nobody says for how long where no day of return is given",
      help: Help("add `otherwise: 5 business days`"))
  }
}
