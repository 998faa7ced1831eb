import PolicySyntax

/// DN015: YAML has taken a part of a condition for something else.
enum EatenCondition {
  static let rule = Rule(
    id: "DN015", name: "eaten-condition", severity: .error, title: "YAML consumed part of a condition",
    page: """
      A part of this condition never arrived: YAML took it for something of its own.

      - `when: !invoice.disputed`: a `!` at the start begins a YAML tag.
      - `when: "vip" in customer.tags`: for YAML the value ends at the closing quote.
      - `when: customer.name == 'Smith #2'`: a `#` behind a space begins a comment.
      - `{ when: f(a, b) }`: inside braces a comma begins the next field.

      What was left would be another condition than the one you wrote, and letters would go to the wrong people, so
      Duly refuses it.

      To mend it, put the whole condition in single quotes, or on a line of its own under `when: |-`.
      """,
    triggering: """
      escalations:
        - name: late
          when: !invoice.disputed
          do: flag
      """,
    passing: """
      escalations:
        - name: late
          when: '!invoice.disputed'
          do: flag
      """)

  /// A `!` at the start, which YAML reads as a tag.
  static func tag(_ tag: Span, _ node: Node, in map: SourceMap) -> Diagnostic {
    let whole = tag.joined(with: node.span)
    let text = map.text(of: whole)
    let isShort = !text.utf8.contains(UInt8(ascii: "\n"))
    return Diagnostic(
      rule, message: "YAML takes `\(map.text(of: tag))` for a tag, and the condition loses it", at: tag,
      help: isShort ? quoting(whole, text) : Help("put the whole condition in single quotes, or under `|-`"))
  }

  /// A condition inside braces that its commas have split.
  static func split(_ whole: Span, in map: SourceMap) -> Diagnostic {
    Diagnostic(
      rule, message: "YAML splits this condition at its commas", at: whole,
      help: quoting(whole, map.text(of: whole)))
  }

  /// A plain condition behind which a comment begins that was meant as a part of it; nil where there is none.
  static func cut(_ node: Node, in map: SourceMap) -> Diagnostic? {
    guard let scalar = node.scalar, isOpen(scalar.text), let (rest, whole) = comment(behind: node, in: map)
    else {
      return nil
    }
    return Diagnostic(
      rule, message: "YAML cuts this condition at ` #`, where it sees a comment", at: node.span,
      label: "this is all that is left", labels: [Label(span: rest, text: "a comment to YAML")],
      help: quoting(whole, map.text(of: whole)))
  }

  /// Words of a letter behind which a comment with `{{` begins, which was meant as a part of them.
  static func cutWords(_ node: Node, in map: SourceMap) -> Diagnostic? {
    guard let (rest, whole) = comment(behind: node, in: map), map.text(of: rest).contains("{{") else {
      return nil
    }
    let text = map.text(of: whole)
    let quoted = "'" + String(text.flatMap { $0 == "'" ? "''" : String($0) }) + "'"
    return Diagnostic(
      rule, message: "YAML cuts these words at ` #`, where it sees a comment", at: node.span,
      label: "this is all that is left", labels: [Label(span: rest, text: "a comment to YAML")],
      help: Help(
        "put the whole text in quotes, or on a line of its own under `|-`",
        edits: [Edit(span: whole, replacement: quoted)], applicability: .maybeIncorrect))
  }

  /// The comment behind a plain text on its line, and both together; nil where there is none.
  static func comment(behind node: Node, in map: SourceMap) -> (rest: Span, whole: Span)? {
    guard let scalar = node.scalar, scalar.style == .plain, node.definition == nil else { return nil }
    let file = map[node.span.file]
    let end = Int(node.span.end)
    let line = file.lineRange(file.line(at: end))
    guard end < line.upperBound else { return nil }
    let rest = file.text(in: end..<line.upperBound)
    guard rest.first == " ", rest.drop(while: { $0 == " " }).first == "#" else { return nil }
    var stop = rest.utf8.count
    while stop > 0, Array(rest.utf8)[stop - 1] == UInt8(ascii: " ") { stop -= 1 }
    let whole = Span(file: node.span.file, start: Int(node.span.start), end: end + stop)
    return (Span(file: node.span.file, start: end + 1, end: end + stop), whole)
  }

  /// Whether a quote or a bracket is left open: then what follows the `#` was meant as a part. A condition that is
  /// whole, though wrong, may well have a comment behind it.
  private static func isOpen(_ text: String) -> Bool {
    var quote: Character?
    var depth = 0
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "(" || character == "[" {
        depth += 1
      } else if character == ")" || character == "]" {
        depth -= 1
      }
    }
    return quote != nil || depth > 0
  }

  private static func quoting(_ span: Span, _ text: String) -> Help {
    let quoted = "'" + String(text.flatMap { $0 == "'" ? "''" : String($0) }) + "'"
    return Help(
      "put the whole condition in single quotes, or on a line of its own under `|-`",
      edits: [Edit(span: span, replacement: quoted)], applicability: .maybeIncorrect)
  }
}
