import CEL
import PolicySyntax

/// DN210: a pattern where plain words would say it.
enum PlainPattern {
  static let rule = Rule(
    id: "DN210", name: "plain-pattern", severity: .warning,
    title: "a pattern that a plain function says better",
    page: #"""
      `matches` finds its pattern anywhere in a text unless the pattern says where: `matches("DE")` takes `DE-1` and `NORDEN`
      alike. Where the pattern holds no signs but letters and digits, and perhaps `^` in front or `$` behind, a plain function
      says the same, and nobody has to know about patterns to read it.

      To mend it, write `startsWith`, `endsWith`, `contains` or `==`, whichever was meant.
      """#,
    triggering: #"""
      segments:
        - { name: german, when: 'customer.id.matches("^DE")', schedule: gentle, tone: friendly }
        - { name: rest, schedule: standard, tone: friendly }
      """#,
    passing: #"""
      segments:
        - { name: german, when: 'customer.id.startsWith("DE")', schedule: gentle, tone: friendly }
        - { name: rest, schedule: standard, tone: friendly }
      """#)

  static func diagnostics(_ condition: Condition) -> [Diagnostic] {
    look(condition.expression.root, condition)
  }

  /// A sign that means itself in a pattern.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == " "
      || scalar == "_"
  }

  private static func look(_ node: Expression, _ condition: Condition) -> [Diagnostic] {
    node.children.flatMap { look($0, condition) } + (diagnostic(node, condition).map { [$0] } ?? [])
  }

  private static func diagnostic(_ node: Expression, _ condition: Condition) -> Diagnostic? {
    guard case .call(let name, let receiver, let arguments) = node.kind, name.text == "matches",
      let pattern = arguments.last, case .string(let text)? = pattern.literal,
      let subject = receiver ?? (arguments.count == 2 ? arguments[0] : nil)
    else { return nil }
    var words = text[...]
    // What may stand before or behind says nothing where the pattern holds anywhere.
    let isFirst = words.hasPrefix("^")
    if isFirst { words = words.dropFirst() }
    let isLast = words.hasSuffix("$")
    if isLast { words = words.dropLast() } else if words.hasSuffix(".*") { words = words.dropLast(2) }
    guard !words.isEmpty, words.unicodeScalars.allSatisfy(isPlain) else { return nil }
    let (operand, quoted) = (condition.text(of: subject), "\"\(words)\"")
    let plain =
      switch (isFirst, isLast) {
      case (true, true): "\(operand) == \(quoted)"
      case (true, false): "\(operand).startsWith(\(quoted))"
      case (false, true): "\(operand).endsWith(\(quoted))"
      case (false, false): "\(operand).contains(\(quoted))"
      }
    return Diagnostic(
      rule, message: "this pattern says what `\(plain)` says", at: condition.place(of: node),
      help: Help("write `\(plain)`"))
  }
}
