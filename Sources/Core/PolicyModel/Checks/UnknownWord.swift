import PolicySyntax

/// DN104: a word outside a closed list of words.
enum UnknownWord {
  static let rule = Rule(
    id: "DN104", name: "unknown-word", severity: .error, title: "value outside a closed vocabulary",
    page: """
      This field takes one of a few words, and another one is written. The words are fixed by the language, by ISO
      4217 for currencies and by the time zone database for time zones; they are written in small letters, except
      where those lists say otherwise.

      To mend it, write one of the words that the help names.
      """,
    triggering: """
      limits:
        group_by: custmer
      """,
    passing: """
      limits:
        group_by: customer
      """)

  static func diagnostic(_ node: Node, _ word: String, _ what: String, _ words: [String]) -> Diagnostic {
    let expected = words.count == 1 ? "`\(words[0])`" : "one of \(Nearest.list(words))"
    return Diagnostic(
      rule, message: "`\(word)` is no word for \(what)", at: node.span,
      help: near(node.span, word, words) ?? Help("write \(expected)"))
  }

  static func action(_ node: Node, _ word: String, _ words: [String]) -> Diagnostic {
    let parts = word.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    if parts.count > 1, parts.allSatisfy({ ["flag", "notify", "hold"].contains($0) }) {
      let list = "[\(parts.joined(separator: ", "))]"
      return Diagnostic(
        rule, message: "`\(word)` is several actions in one", at: node.span,
        help: Help(
          "write them as a list", edits: [Edit(span: node.span, replacement: list)],
          applicability: .machineApplicable))
    }
    if word == "task" || word == "schedule" {
      let example = word == "task" ? "task: call" : "schedule: NAME"
      return Diagnostic(
        rule, message: "the action `\(word)` does not say which", at: node.span,
        help: Help("write it with its name, as in `\(example)`"))
    }
    return Diagnostic(
      rule, message: "no action is called `\(word)`", at: node.span,
      help: near(node.span, word, Shape.action.fields)
        ?? Help("write \(words.prefix(5).map { "`\($0)`" }.joined(separator: ", ")) or `schedule: NAME`"))
  }

  static func timezone(_ node: Node, _ name: String) -> Diagnostic {
    Diagnostic(
      rule, message: "no time zone is called `\(name)`", at: node.span,
      help: Help("write the name of the time zone database, such as `Europe/London`"))
  }

  static func currency(_ node: Node, _ code: String) -> Diagnostic {
    let capital = code.uppercased()
    let isCase = capital != code && capital.utf8.count == 3
    return Diagnostic(
      rule, message: "no currency has the code `\(code)`", at: node.span,
      help: isCase
        ? Help(
          "write `\(capital)`", edits: [Edit(span: node.span, replacement: capital)],
          applicability: .maybeIncorrect)
        : Help("write the three letters of ISO 4217, such as `GBP`"))
  }

  static func language(_ node: Node, _ code: String) -> Diagnostic {
    Diagnostic(
      rule, message: "`\(code)` is no code of a language", at: node.span,
      help: Help("write it as `en`, `de` or `de-AT`"))
  }

  static func baseRate(_ entry: Entry) -> Diagnostic {
    Diagnostic(
      rule, message: "`\(entry.name)` is the currency of the business, which is always worth 1",
      at: entry.key.span,
      help: Help("delete this rate: `rates` has the other currencies"))
  }

  private static func near(_ span: Span, _ word: String, _ words: [String]) -> Help? {
    Nearest.name(to: word, among: words).map { near in
      Help(
        "a similar word exists: `\(near)`", edits: [Edit(span: span, replacement: near)],
        applicability: .maybeIncorrect)
    }
  }
}
