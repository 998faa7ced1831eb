import PolicySyntax

/// DN013: text without quotes that older YAML readers take for something else.
enum AmbiguousText {
  static let rule = Rule(
    id: "DN013", name: "ambiguous-text", severity: .note,
    title: "unquoted text other YAML readers would change",
    page: """
      A text is written without quotes that Duly reads as it stands, and that a reader of the older YAML 1.1 takes for
      something else: `NO` for false, `00501` for the number 321, `9:30` for 570.

      Nothing is wrong with the policy. But an editor, a script or a colleague's tool that reads the file by the older
      rules, and writes it back, would change your words.

      To mend it, put the text in quotes.
      """,
    triggering: """
      segments:
        - { name: everyone, schedule: standard, tone: friendly, note: 00501 }
      """,
    passing: """
      segments:
        - { name: everyone, schedule: standard, tone: friendly, note: "00501" }
      """)

  /// A note where a scalar that is text here is something else in YAML 1.1.
  static func diagnostic(_ node: Node) -> Diagnostic? {
    guard let scalar = node.scalar, let reading = scalar.readingIn11 else { return nil }
    return Diagnostic(
      rule, message: "`\(scalar.text)` is text here, and readers of YAML 1.1 take it for \(reading)",
      at: node.span,
      help: Help(
        "put it in quotes: `\"\(scalar.text)\"`",
        edits: [Edit(span: node.span, replacement: "\"\(scalar.text)\"")], applicability: .machineApplicable))
  }
}
