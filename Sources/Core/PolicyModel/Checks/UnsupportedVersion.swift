import PolicySyntax

/// DN108: the version of the language is missing, or is none that this Duly understands.
enum UnsupportedVersion {
  static let rule = Rule(
    id: "DN108", name: "unsupported-version", severity: .error,
    title: "unsupported or missing policy version",
    page: """
      A policy begins with the version of the language it is written in: `duly: 1`. A later version may give the same
      words another meaning, so a file without the line, or with another number, is not read any further.

      To mend it, write `duly: 1` as the first line; or, where the number is higher, use a newer Duly.
      """,
    triggering: """
      duly: 3
      """,
    passing: """
      duly: 1
      """)

  /// Nil where the version is understood, and where the root is no mapping, which is another finding.
  static func diagnostic(_ root: Node, in file: FileID) -> Diagnostic? {
    guard let entries = root.mapping else { return nil }
    guard let entry = entries.first(where: { $0.name == "duly" }) else {
      let first = entries.first?.key.span ?? Span(file: file, start: 0, end: 0)
      let start = Span(file: file, start: first.start, end: first.start)
      return Diagnostic(
        rule, message: "the policy does not say which version of the language it is written in", at: first,
        help: Help(
          "begin with `duly: 1`", edits: [Edit(span: start, replacement: "duly: 1\n")],
          applicability: .maybeIncorrect))
    }
    if entry.value.scalar?.resolved == .int(1) { return nil }
    let text = entry.value.scalar?.text ?? entry.value.kindInWords
    return Diagnostic(
      rule, message: "version `\(text)` of the language is not one that this Duly understands",
      at: entry.value.span,
      help: Help("write `duly: 1`, or use a newer Duly"))
  }
}
