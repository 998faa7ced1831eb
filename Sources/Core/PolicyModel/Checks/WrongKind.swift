import PolicySyntax

/// DN103: a list where one value is due, text where a mapping is due, and so on.
enum WrongKind {
  static let rule = Rule(
    id: "DN103", name: "wrong-kind", severity: .error, title: "wrong kind of value",
    page: """
      The field takes one kind of value and another is written: a list where one value is due, a number where a name
      is due, nothing at all where something has to stand, or a text that has not the form of what is asked for.

      A few forms are narrower than plain text: the name of a policy holds small letters, digits and `-`; an address
      is one address, without a name and without brackets.

      To mend it, write the kind of value that the message asks for.
      """,
    triggering: """
      segments:
        - name: everyone
          schedule: [standard, gentle]
          tone: friendly
      """,
    passing: """
      segments:
        - name: everyone
          schedule: standard
          tone: friendly
      """)

  static func diagnostic(_ node: Node, expected: String, of what: String, help: String? = nil) -> Diagnostic {
    Diagnostic(
      rule, message: "\(what) is \(node.kindInWords), and \(expected) is expected", at: place(node),
      help: help.map { Help($0) })
  }

  /// One value where a list is due; a plain text on one line gets its brackets.
  static func noList(_ node: Node, _ what: String) -> Diagnostic {
    guard let scalar = node.scalar, scalar.style == .plain, scalar.resolved == .string,
      node.definition == nil,
      !scalar.text.contains(where: { ",[]{}#\n".contains($0) })
    else {
      return diagnostic(
        node, expected: "a list", of: what, help: "begin each item with `- ` on a line of its own")
    }
    return Diagnostic(
      rule, message: "\(what) is text, and a list is expected", at: node.span,
      help: Help(
        "put it in brackets", edits: [Edit(span: node.span, replacement: "[\(scalar.text)]")],
        applicability: .machineApplicable))
  }

  /// A name that is a number, true, false or nothing to YAML.
  static func name(_ node: Node, _ what: String) -> Diagnostic {
    guard let scalar = node.scalar, scalar.resolved != .null else {
      return diagnostic(node, expected: "one name", of: what)
    }
    return Diagnostic(
      rule, message: "\(what) is \(node.kindInWords), and text is expected", at: node.span,
      help: Help(
        "put it in quotes", edits: [Edit(span: node.span, replacement: "\"\(scalar.text)\"")],
        applicability: .machineApplicable))
  }

  static func empty(_ node: Node, _ what: String) -> Diagnostic {
    Diagnostic(rule, message: "\(what) is empty", at: node.span)
  }

  /// More of something than a policy can hold.
  static func tooMany(_ count: Int, _ limit: Int, _ what: String, at node: Node) -> Diagnostic {
    Diagnostic(
      rule, message: "there are \(count) \(what), and at most \(limit) are read", at: place(node),
      help: Help("leave some of them out"))
  }

  static func policyName(_ node: Node, _ name: String) -> Diagnostic {
    let slug = String(
      name.lowercased().map { character in
        character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
      })
    return Diagnostic(
      rule, message: "the name of the policy `\(name)` holds other characters than `a-z`, `0-9` and `-`",
      at: node.span,
      help: Help(
        "write it as `\(slug)`", edits: [Edit(span: node.span, replacement: slug)],
        applicability: .maybeIncorrect))
  }

  static func address(_ node: Node, _ text: String) -> Diagnostic {
    let inner = text.split(separator: "<").last.map { $0.prefix { $0 != ">" } } ?? ""
    if text.hasSuffix(">"), inner.count + 2 < text.count, inner.contains("@"), !inner.contains(" ") {
      return Diagnostic(
        rule, message: "`\(text)` is more than an email address", at: node.span,
        help: Help(
          "write the address alone", edits: [Edit(span: node.span, replacement: String(inner))],
          applicability: .machineApplicable))
    }
    return Diagnostic(
      rule, message: "`\(text)` is no email address", at: node.span,
      help: Help("write the address alone, such as `accounts@acme.example`"))
  }

  /// A mapping or a list of many lines is marked at its first line, by its first key or item.
  private static func place(_ node: Node) -> Span {
    if node.definition != nil { return node.span }
    switch node.content {
    case .scalar: return node.span
    case .mapping(let entries): return entries.first?.key.span ?? node.span
    case .sequence(let items): return items.first.map(place) ?? node.span
    }
  }
}
