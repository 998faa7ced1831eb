import PolicySyntax

// What a policy does without, and what is too much: the sentences and their remedies.
extension Diagnostic {
  var isSecondDocument: Bool {
    rule == .forbiddenYAML && message.hasPrefix("a second document")
  }

  static func secondDocument(_ span: Span) -> Diagnostic {
    Diagnostic(
      .forbiddenYAML, message: "a second document begins here, and a file holds one", at: span,
      help: Help("move what follows into a file of its own"))
  }

  static func directive(_ span: Span, _ text: String) -> Diagnostic {
    Diagnostic(
      .forbiddenYAML, message: "the directive `\(text)` is not allowed", at: span,
      help: Help("delete the line: the language version is given by `duly:`"))
  }

  static func mergeKey(_ span: Span) -> Diagnostic {
    Diagnostic(
      .forbiddenYAML, message: "the merge key `<<` is not allowed", at: span,
      help: Help("write the keys out: YAML 1.2 has no merging, and a reader could not see what counts"))
  }

  static func complexKey(_ span: Span, kind: String) -> Diagnostic {
    Diagnostic(
      .forbiddenYAML, message: "a key has to be text, and this one is \(kind)", at: span,
      help: Help("put a text with `{` or `[` at its begin in quotes"))
  }

  /// The same where a mapping was found for a key: nil where it is not the inner brace of a tag.
  static func unquotedTemplate(_ source: YAMLSource, behind key: Span) -> Diagnostic? {
    let start = Int(key.start) - 1
    guard start >= source.base, source.text(start, start + 2) == "{{" else { return nil }
    return unquotedTemplate(source, from: start)
  }

  /// `subject: {{ … }}` without quotes: braces begin a mapping, and the rest of the file is read as a part of it.
  static func unquotedTemplate(_ source: YAMLSource, from start: Int) -> Diagnostic {
    let text = source.span(start, source.textEnd(after: start))
    let isOnItsOwn = source.skipSpace(from: source.lineStart(before: start)) >= start
    return Diagnostic(
      .forbiddenYAML,
      message: "a text cannot begin with `{{` unless it is quoted: for YAML a mapping begins here", at: text,
      help: isOnItsOwn
        ? Help("put `|` behind the key of this text, on the line above it") : .quoting(source, text))
  }

  static func duplicateKey(_ key: String, _ span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateKey, message: "the key `\(key)` stands twice in one mapping", at: span, label: "again here",
      labels: [Label(span: first, text: "first here")], help: Help("delete one of the two, or join them"))
  }

  static func indentationTab(_ span: Span) -> Diagnostic {
    Diagnostic(
      .forbiddenYAML, message: "a tab is used for indentation", at: span,
      help: Help(
        "indent with spaces", edits: [Edit(span: span, replacement: "  ")], applicability: .maybeIncorrect))
  }

  /// A tag; before a plain text it is most often the `!` of a condition, and quotes give it back.
  static func tag(_ source: YAMLSource, _ tag: Span, scalar: Scalar?, end: Int) -> Diagnostic {
    let name = source.text(Int(tag.start), Int(tag.end))
    let message = "`\(name)` is read as a YAML tag, and tags are not allowed"
    let line = source.lineEnd(after: Int(tag.start))
    guard let scalar, scalar.style == .plain, end <= line, !name.hasPrefix("!!"), !name.hasPrefix("!<") else {
      return Diagnostic(
        .forbiddenYAML, message: message, at: tag,
        help: Help("delete the tag, or put the whole text in quotes"))
    }
    let whole = source.span(Int(tag.start), max(end, Int(tag.end)))
    return Diagnostic(.forbiddenYAML, message: message, at: tag, help: .quoting(source, whole))
  }

  static func unknownAlias(_ name: String, _ span: Span, open: Span?, known: [String]) -> Diagnostic {
    if let open {
      return Diagnostic(
        .unknownAlias, message: "the alias `*\(name)` stands inside the value it would repeat", at: span,
        labels: [Label(span: open, text: "the value is marked here")], help: Help("write the value out"))
    }
    var help = Help("put the text in quotes, or mark a value further up with `&\(name)`")
    if let near = Nearest.name(to: name, among: known) {
      help = Help(
        "an anchor with a similar name exists: `&\(near)`",
        edits: [Edit(span: span, replacement: "*\(near)")],
        applicability: .maybeIncorrect)
    }
    return Diagnostic(
      .unknownAlias, message: "the alias `*\(name)` has no anchor `&\(name)` further up", at: span, help: help
    )
  }

  static func unusedAnchor(_ name: String, _ span: Span, deletion: Span) -> Diagnostic {
    Diagnostic(
      .unusedAnchor, message: "the anchor `&\(name)` is never used", at: span,
      help: Help(
        "delete the anchor", edits: [Edit(span: deletion, replacement: "")], applicability: .machineApplicable
      ))
  }

  static func tooDeep(_ span: Span, outermost: Span?, limit: Int) -> Diagnostic {
    Diagnostic(
      .yamlLimit, message: "values are nested more than \(limit) deep", at: span,
      labels: outermost.map { [Label(span: $0, text: "the outermost value begins here")] } ?? [],
      help: Help("close the lists and mappings that are open, or nest less"))
  }

  static func aliasTooDeep(_ name: String, _ span: Span, anchor: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      .yamlLimit, message: "with `*\(name)` repeated here, values are nested more than \(limit) deep",
      at: span,
      labels: [Label(span: anchor, text: "what it repeats is marked here")], help: Help("repeat less"))
  }

  static func tooManyAliases(_ span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      .yamlLimit, message: "the file uses aliases more than \(limit) times", at: span,
      help: Help("split the file with `include:`"))
  }

  static func tooManyValues(_ span: Span, anchor: Span?, limit: Int) -> Diagnostic {
    guard let anchor else {
      return Diagnostic(
        .yamlLimit, message: "the file holds more than \(limit) values", at: span,
        help: Help("split the file with `include:`"))
    }
    return Diagnostic(
      .yamlLimit, message: "with its aliases written out the file would hold more than \(limit) values",
      at: span,
      labels: [Label(span: anchor, text: "what is repeated is marked here")], help: Help("repeat less"))
  }

  static func unsafeCharacter(_ character: UnsafeCharacter, _ span: Span) -> Diagnostic {
    Diagnostic(
      .unsafeCharacters, message: "the character \(character.code) is not allowed: \(character.effect)",
      at: span,
      help: Help(
        "delete the character", edits: [Edit(span: span, replacement: "")], applicability: .maybeIncorrect))
  }

  static func unsafeEscape(_ character: UnsafeCharacter, _ span: Span, written: String) -> Diagnostic {
    Diagnostic(
      .unsafeCharacters,
      message: "`\(written)` stands for \(character.code), which is not allowed: \(character.effect)",
      at: span,
      help: Help(
        "delete the escape, or double the backslash where one is meant",
        edits: [Edit(span: span, replacement: "")], applicability: .maybeIncorrect))
  }
}

extension Help {
  /// Single quotes around a text, which double the quotes inside.
  static func quoting(_ source: YAMLSource, _ span: Span) -> Help {
    let text = source.text(Int(span.start), Int(span.end))
    let quoted = "'" + String(text.flatMap { $0 == "'" ? "''" : String($0) }) + "'"
    return Help(
      "put the whole text in quotes, or on a line of its own under `|-`",
      edits: [Edit(span: span, replacement: quoted)], applicability: .maybeIncorrect)
  }
}
