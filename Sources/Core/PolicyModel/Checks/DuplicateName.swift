import PolicySyntax

/// DN105: one name for two things.
enum DuplicateName {
  static let rule = Rule(
    id: "DN105", name: "duplicate-name", severity: .error, title: "duplicate name",
    page: """
      Two things have one name: two segments, two tiers of a schedule, or a schedule here and another in an included
      file. Whatever refers to the name could mean either, and the journal, which remembers what was sent by name,
      could not tell them apart: a tier whose name was sent already is never sent again.

      To mend it, rename one of the two, or delete it.
      """,
    triggering: """
      segments:
        - { name: vip, when: customer.revenue_12m > 500, schedule: gentle, tone: friendly }
        - { name: vip, schedule: standard, tone: friendly }
      """,
    passing: """
      segments:
        - { name: vip, when: customer.revenue_12m > 500, schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      """)

  static func diagnostic(_ what: String, again: Span, first: Span) -> Diagnostic {
    Diagnostic(
      rule, message: "\(what) is defined twice", at: again, label: "again here",
      labels: [Label(span: first, text: "first here")], help: Help("rename one of the two, or delete it"))
  }

  static func tier(_ name: Located<String>, first: Span) -> Diagnostic {
    Diagnostic(
      rule, message: "the tier `\(name.value)` stands twice in one schedule", at: name.span,
      label: "again here",
      labels: [Label(span: first, text: "first here")],
      notes: ["a name that was sent for an invoice is never sent for it again"],
      help: Help("give one of the two another name"))
  }
}
