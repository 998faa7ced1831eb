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

  /// What a count is asked for as.
  static let wholeNumber = "a whole number"

  /// A plain number that is none; quotes around one, separators and signs of currency are taken off by the help.
  static func number(_ node: Node, _ what: String, _ expected: String) -> Diagnostic {
    guard let scalar = node.scalar, scalar.resolved != .null else {
      return WrongKind.diagnostic(node, expected: expected, of: what)
    }
    let message = "\(what) is `\(scalar.text)`, and that is not \(expected)"
    let mended = NumberSlip.mended(scalar.text)
    let isWhole = expected == wholeNumber
    guard let mended, !isWhole || !mended.utf8.contains(UInt8(ascii: ".")) else {
      return Diagnostic(
        rule, message: message, at: node.span,
        help: Help(
          isWhole ? "write digits alone, such as `200`" : "write digits with a point, such as `1234.56`"))
    }
    return Diagnostic(
      rule, message: message, at: node.span,
      help: Help(
        "write it as `\(mended)`", edits: [Edit(span: node.span, replacement: mended)],
        applicability: .maybeIncorrect))
  }

  static func span(_ node: Node, _ what: String, _ problem: TimingProblem) -> Diagnostic {
    Diagnostic(
      rule, message: "\(what) is no count of days: \(problem.message)", at: node.span,
      help: mended(node, node.scalar.flatMap { TimingSlip.mendedSpan($0.text) })
        ?? Help("write it as `5 days`, `5 business days`, `2 weeks` or `1 month`"))
  }

  static func timing(_ node: Node, _ text: String, _ problem: TimingProblem) -> Diagnostic {
    Diagnostic(
      rule, message: "`\(text)` is no time to send at: \(problem.message)", at: node.span,
      help: mended(node, TimingSlip.mendedTiming(text))
        ?? Help("write it as `on due`, `3 days before due` or `10 business days after previous`"))
  }

  /// A number with a decimal comma inside braces.
  static func split(_ whole: Span, in map: SourceMap) -> Diagnostic {
    let text = map.text(of: whole)
    let mended = NumberSlip.mended(text) ?? TimingSlip.mendedTiming(text)
    return Diagnostic(
      rule, message: "YAML splits `\(text)` at its comma", at: whole,
      help: mended.map {
        Help(
          "write it as `\($0)`", edits: [Edit(span: whole, replacement: $0)], applicability: .maybeIncorrect)
      } ?? Help("write numbers with a point, and days as whole numbers"))
  }

  /// Days of the week, with or without a window of the day.
  static func calendarText(_ node: Node, _ message: String, mended text: String?, _ example: String)
    -> Diagnostic
  {
    Diagnostic(
      rule, message: message, at: node.span,
      help: node.scalar == nil
        ? Help("write it as `\(example)`")
        : mended(node, text)
          ?? Help("write it as `\(example)`"))
  }

  static func days(_ node: Node, _ problem: TimingProblem, mended text: String?) -> Diagnostic {
    Diagnostic(
      rule, message: problem.message, at: node.span,
      help: mended(node, text)
        ?? Help("write a day as `2026-12-24`, a range as `2026-12-24..2027-01-01`"))
  }

  private static func mended(_ node: Node, _ text: String?) -> Help? {
    text.map {
      Help(
        "write it as `\($0)`", edits: [Edit(span: node.span, replacement: $0)],
        applicability: .maybeIncorrect)
    }
  }

  static func pause(_ node: Node, _ reason: String) -> Diagnostic {
    Diagnostic(
      rule, message: "`pause` cannot be `\(node.scalar?.text ?? "")` here: \(reason)", at: node.span,
      help: Help("write a count of days, such as `5 business days`"))
  }
}
