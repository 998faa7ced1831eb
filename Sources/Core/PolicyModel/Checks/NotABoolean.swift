import PolicySyntax

/// DN012: a place that takes `true` or `false` has something else.
enum NotABoolean {
  static let rule = Rule(
    id: "DN012", name: "not-a-boolean", severity: .error, title: "not true or false",
    page: """
      This field takes `true` or `false`, and something else is written.

      `yes`, `no`, `on` and `off` are plain words in YAML today, though some programs still read them as true and
      false. A policy that means one thing to one program and another to the next is one you cannot trust, so Duly
      takes only the two words that everybody reads alike.

      To mend it, write `true` or `false`.
      """,
    triggering: """
      responses:
        reply: { pause: 5 business days, flag: yes }
      """,
    passing: """
      responses:
        reply: { pause: 5 business days, flag: true }
      """)

  static func diagnostic(_ node: Node, _ what: String) -> Diagnostic {
    guard let scalar = node.scalar, scalar.resolved != .null else {
      return WrongKind.diagnostic(node, expected: "`true` or `false`", of: what)
    }
    let message = "\(what) is `\(scalar.text)`, and it takes `true` or `false`"
    let lowered = scalar.text.lowercased()
    let meant: String? =
      ["yes", "on", "y", "true", "1"].contains(lowered)
      ? "true" : (["no", "off", "n", "false", "0"].contains(lowered) ? "false" : nil)
    guard let meant else {
      return Diagnostic(rule, message: message, at: node.span, help: Help("write `true` or `false`"))
    }
    return Diagnostic(
      rule, message: message, at: node.span,
      help: Help(
        "write `\(meant)`", edits: [Edit(span: node.span, replacement: meant)],
        applicability: .machineApplicable))
  }
}
