import PolicySyntax

/// DN014: a number, amount, count of days, time or date that cannot be read as one.
enum NotANumber {
  static let rule = Rule(
    id: "DN014", name: "not-a-number", severity: .error, title: "not a number, amount, day count or date",
    page: """
      This field takes a number, an amount, a count of days, a time or a date, and what is written cannot be read as
      one. Duly never guesses: `5.000,00` is five thousand in one country and five in another.

      - Amounts and numbers: digits with a point, `1234.56`, without separators, signs of currency or quotes.
      - Counts of days: `5 days`, `5 business days`, `2 weeks`, `1 month`.
      - When a tier is sent: `on due`, `3 days before due`, `14 days after due`, `10 business days after previous`,
        `5 days after end of month`.
      - Dates: `2026-12-24`; ranges of them: `2026-12-24..2027-01-01`.

      To mend it, write it in one of these forms.
      """,
    triggering: """
      limits:
        min_balance: 1_000
      """,
    passing: """
      limits:
        min_balance: 1000
      """)

  static func diagnostic(_ node: Node, _ message: String, help: String? = nil) -> Diagnostic {
    Diagnostic(rule, message: message, at: node.span, help: help.map { Help($0) })
  }

  /// A plain number that is none; quotes around one, and separators of thousands, are taken off by the help.
  static func number(_ node: Node, _ what: String, _ expected: String) -> Diagnostic {
    guard let scalar = node.scalar, scalar.resolved != .null else {
      return WrongKind.diagnostic(node, expected: expected, of: what)
    }
    let message = "\(what) is `\(scalar.text)`, and that is not \(expected)"
    let digits = scalar.text.filter { $0 != "_" && $0 != " " }
    let isNumber =
      !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    guard isNumber, digits.utf8.filter({ $0 == UInt8(ascii: ".") }).count < 2 else {
      return Diagnostic(
        rule, message: message, at: node.span, help: Help("write digits with a point, such as `1234.56`"))
    }
    return Diagnostic(
      rule, message: message, at: node.span,
      help: Help(
        "write it as `\(digits)`", edits: [Edit(span: node.span, replacement: digits)],
        applicability: .maybeIncorrect))
  }

  static func span(_ node: Node, _ what: String, _ problem: TimingProblem) -> Diagnostic {
    Diagnostic(
      rule, message: "\(what) is no count of days: \(problem.message)", at: node.span,
      help: Help("write it as `5 days`, `5 business days`, `2 weeks` or `1 month`"))
  }

  static func timing(_ node: Node, _ text: String, _ problem: TimingProblem) -> Diagnostic {
    let words = text.split(separator: " ").map(String.init)
    let vocabulary = [
      "on", "before", "after", "due", "issued", "previous", "end", "of", "day", "days", "business", "week",
      "weeks",
      "month", "months",
    ]
    let mended = words.map { word in
      vocabulary.contains(word) || word.utf8.allSatisfy { (48...57).contains($0) }
        ? word : Nearest.name(to: word, among: vocabulary) ?? word
    }.joined(separator: " ")
    let message = "`\(text)` is no time to send at: \(problem.message)"
    guard mended != words.joined(separator: " "), case .success = Timing.parse(mended) else {
      return Diagnostic(
        rule, message: message, at: node.span,
        help: Help("write it as `on due`, `3 days before due` or `10 business days after previous`"))
    }
    return Diagnostic(
      rule, message: message, at: node.span,
      help: Help(
        "write `\(mended)`", edits: [Edit(span: node.span, replacement: mended)],
        applicability: .maybeIncorrect))
  }

  static func pause(_ node: Node, _ reason: String) -> Diagnostic {
    Diagnostic(
      rule, message: "`pause` cannot be `\(node.scalar?.text ?? "")` here: \(reason)", at: node.span,
      help: Help("write a count of days, such as `5 business days`"))
  }
}
