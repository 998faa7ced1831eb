import CEL
import PolicySyntax
import Vocabulary

extension PolicyReader {
  /// A condition, checked in its environment.
  mutating func condition(_ node: Node, in fields: Fields, _ environment: Environment) -> Condition? {
    guard fields.splitCondition == nil else { return nil }
    if let tag = node.tag {
      report(EatenCondition.tag(tag, node, in: sources.map))
      return nil
    }
    guard let scalar = node.scalar, scalar.resolved != .null else {
      report(
        WrongKind.diagnostic(
          node, expected: "a condition", of: "`when` in \(fields.title)",
          help: node.sequence != nil
            ? "write one text, and join its parts with `&&` (both) or `||` (one of them)"
            : "write it as text, such as `customer.overdue > 500`, in a block under `|-` where it holds quotes"
        )
      )
      return nil
    }
    let result = CEL.check(text: scalar.text, in: environment, expecting: .bool)
    if let expression = result.expression {
      let condition = Condition(expression: expression, scalar: scalar, span: node.span)
      conditions.append(condition)
      report(LookalikeComment.diagnostic(node, in: sources.map))
      return condition
    }
    if result.issues.contains(where: { $0.kind == .syntax }),
      let cut = EatenCondition.cut(node, in: sources.map)
    {
      report(cut)
      return nil
    }
    for issue in result.issues {
      let slip = issue.kind == .unknownName ? UnknownFact.ofAnInvoice(issue, scalar) : nil
      report(slip ?? Self.finding(issue, scalar))
    }
    return nil
  }

  /// The finding that an issue of the expression language is, with its places in the file.
  private static func finding(_ issue: Issue, _ scalar: Scalar) -> Diagnostic {
    let rule: Rule =
      switch issue.kind {
      case .syntax, .unsupported, .invalidLiteral: ConditionSyntax.rule
      case .unknownName, .unknownFunction: UnknownFact.rule
      case .typeMismatch: TypesDoNotFit.rule
      case .notBoolean: NotACondition.rule
      case .nullableUnguarded: MayBeMissing.rule
      case .limit: ConditionTooLong.rule
      }
    // A `!` at the start of a plain text would be a tag to YAML: the whole has to be quoted with it.
    let isTag = issue.replacement.map { $0.text == "!" && $0.range.lowerBound == 0 } ?? false
    if isTag, scalar.style == .plain {
      return Diagnostic(
        rule, message: issue.message, at: scalar.source(issue.range),
        help: Help("write `!`, and put the whole condition in single quotes"))
    }
    let edit = issue.replacement.map { Edit(span: scalar.source($0.range), replacement: $0.text) }
    let help: Help? =
      switch (issue.help, edit) {
      case (let text?, let edit?): Help(text, edits: [edit], applicability: .maybeIncorrect)
      case (let text?, nil): Help(text)
      case (nil, let edit?):
        Help("write `\(edit.replacement)`", edits: [edit], applicability: .maybeIncorrect)
      case (nil, nil):
        issue.expected.isEmpty ? nil : Help("one of these is expected here: \(Nearest.list(issue.expected))")
      }
    return Diagnostic(
      rule, message: issue.message, at: scalar.source(issue.range),
      labels: issue.labels.map { Label(span: scalar.source($0.range), text: $0.text) }, help: help)
  }
}
