import PolicySyntax

/// Says in plain words why libyaml gave up, the place first where something was opened.
struct FailureExplanation {
  let source: YAMLSource
  let failure: YAMLFailure
  /// Where the reading failed, and where the thing began that could not be read.
  private let problem: Int
  private let opening: Int?

  init(_ source: YAMLSource, _ failure: YAMLFailure) {
    self.source = source
    self.failure = failure
    problem =
      failure.isByteOffset
      ? min(source.base + failure.problemStart, source.bytes.count) : source.offset(failure.problemStart)
    opening = failure.contextStart.map { source.offset($0) }
  }

  var diagnostic: Diagnostic {
    conditionAsTag ?? quoted ?? bracket ?? line ?? other
      ?? unreadable("this cannot be read as YAML: \(failure.problem)", at: here)
  }

  private func unreadable(
    _ message: String, at span: Span, label: String? = nil, labels: [Label] = [], help: Help? = nil
  ) -> Diagnostic {
    Diagnostic(.unreadableYAML, message: message, at: span, label: label, labels: labels, help: help)
  }

  /// The character at which the reading failed; at the end of the file the last one with text before it.
  private var here: Span {
    var start = problem
    if start >= source.bytes.count {
      start = source.bytes.count
      while start > source.base, source.bytes[start - 1] <= 0x20 { start -= 1 }
      return source.span(max(source.base, start - 1), start)
    }
    return source.span(start, start + (source.character(at: start)?.utf8.count ?? 1))
  }

  private var isAtEnd: Bool {
    source.skipSpace(from: problem) >= source.bytes.count
  }

  private var openingCharacter: Span? {
    opening.map { source.span($0, $0 + 1) }
  }

  /// `when: !a && b`: the tag eats the condition, and what follows is no YAML.
  private var conditionAsTag: Diagnostic? {
    let start = source.lineStart(before: problem)
    let end = source.textEnd(after: start)
    var index = start
    while index + 2 < end, !(source.bytes[index] == 0x3A && source.bytes[index + 1] == 0x20) { index += 1 }
    guard index + 2 < end else { return nil }
    index = source.skipSpace(from: index + 1)
    guard index < end, source.bytes[index] == 0x21, problem >= index else { return nil }
    let tag = source.span(index, source.propertyEnd(from: index))
    return Diagnostic(
      .forbiddenYAML,
      message:
        "`\(source.text(Int(tag.start), Int(tag.end)))` is read as a YAML tag, and tags are not allowed",
      at: tag, help: .quoting(source, source.span(index, end)))
  }

  private var quoted: Diagnostic? {
    guard let context = failure.context, context.hasSuffix("a quoted scalar"), let opening,
      let mark = openingCharacter
    else { return nil }
    let quote = source.text(opening, opening + 1)
    switch failure.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      return unreadable(
        "the quoted text that begins here is never closed", at: mark, label: "opened here",
        help: Help(
          "close it with `\(quote)`, and double a `\(quote)` that belongs to the text".quoteFor(quote)))
    case "found unknown escape character":
      let escape = source.span(problem, problem + 2)
      let written = source.text(problem, problem + 2)
      return unreadable(
        "`\(written)` means nothing in a text in double quotes", at: escape,
        help: Help("write `\\\\` for a backslash, or put the text in single quotes"))
    default:
      return unreadable(
        "an escape in a text in double quotes is not complete", at: here,
        labels: [Label(span: mark, text: "the text begins here")],
        help: Help("write `\\x` with two, `\\u` with four or `\\U` with eight hexadecimal digits"))
    }
  }

  private var bracket: Diagnostic? {
    guard let context = failure.context,
      context == "while parsing a flow sequence" || context == "while parsing a flow mapping",
      let mark = openingCharacter, let opening
    else { return nil }
    if let unquotedTemplate { return unquotedTemplate }
    let isList = context == "while parsing a flow sequence"
    let (open, close, kind) = isList ? ("[", "]", "list") : ("{", "}", "mapping")
    let atBlock = source.lineStart(before: problem) > opening
    if isAtEnd || atBlock {
      return unreadable(
        "the \(kind) that begins here with `\(open)` is never closed", at: mark, label: "opened here",
        labels: isAtEnd ? [] : [Label(span: here, text: "`,` or `\(close)` is missing before this")],
        help: Help("close it with `\(close)`"))
    }
    return unreadable(
      "`,` or `\(close)` is missing in the \(kind)", at: here,
      labels: [Label(span: mark, text: "the \(kind) begins here")],
      help: Help(
        "separate the parts with commas, and put a text that holds `,`, `[`, `]`, `{` or `}` in quotes"))
  }

  private var line: Diagnostic? {
    switch failure.problem {
    case "could not find expected ':'":
      let start = opening ?? problem
      if let space = noBreakSpace(from: start) { return space }
      return unreadable(
        "this line is no `key: value`: the colon with a space behind it is missing",
        at: source.span(start, max(start + 1, source.textEnd(after: start))),
        help: Help("write `key: value`, or indent the line so that it belongs to the text above"))
    case "mapping values are not allowed in this context":
      return secondColon
    case "did not find expected key", "did not find expected '-' indicator":
      return misplacedLine
    case "block sequence entries are not allowed in this context":
      return unreadable(
        "a list item cannot begin here", at: here,
        help: Help("put each `-` on a line of its own, below the key"))
    case "mapping keys are not allowed in this context":
      return unreadable(
        "a key cannot begin here", at: here, help: Help("put a text that begins with `?` in quotes"))
    case "found character that cannot start any token":
      return badStart
    case "did not find expected <document start>":
      return unreadable(
        "the file goes on after its value has ended", at: here,
        help: Help("indent every line alike, and close each list and mapping only once"))
    default: return nil
    }
  }

  /// A space that looks like any other and is none to YAML; pasted from a web page or a word processor.
  private func noBreakSpace(from start: Int) -> Diagnostic? {
    let end = source.textEnd(after: start)
    guard
      let place = (start..<max(start, end - 1)).first(where: {
        source.bytes[$0] == 0xC2 && source.bytes[$0 + 1] == 0xA0
      })
    else { return nil }
    let space = source.span(place, place + 2)
    return unreadable(
      "the space here is a no-break space, which YAML does not take for one", at: space,
      help: Help(
        "write a plain space", edits: [Edit(span: space, replacement: " ")], applicability: .machineApplicable
      ))
  }

  /// `subject: {{ … }}` without quotes: braces begin a mapping, and the rest of the file is read as a part of it.
  private var unquotedTemplate: Diagnostic? {
    guard let opening else { return nil }
    let candidates = [opening, opening - 1].filter { $0 >= source.base && $0 + 2 <= source.bytes.count }
    guard let start = candidates.first(where: { source.text($0, $0 + 2) == "{{" }) else { return nil }
    return .unquotedTemplate(source, from: start)
  }

  /// `subject: {{#if …}}` without quotes, one line above the place where YAML gave up: the `#` hid the closing braces.
  private var templateAbove: Diagnostic? {
    let line = source.lineStart(before: problem)
    guard line > source.base else { return nil }
    let start = source.lineStart(before: line - 1)
    let end = source.textEnd(after: start)
    guard let braces = (start..<max(start, end - 4)).first(where: { source.text($0, $0 + 4) == ": {{" })
    else {
      return nil
    }
    return .unquotedTemplate(source, from: braces + 2)
  }

  private var secondColon: Diagnostic {
    let start = source.lineStart(before: problem)
    let key = source.skipSpace(from: start)
    let before = source.text(key, problem)
    guard let colon = before.utf8.firstIndex(of: 0x3A) else {
      return unreadable(
        "the key `\(before)` stands further in than the keys above it", at: source.span(key, problem),
        help: Help(
          "indent it like the keys beside it, and put nothing but a key and a colon before its block"))
    }
    let offset = before.utf8.distance(from: before.utf8.startIndex, to: colon)
    let value = source.skipSpace(from: key + offset + 1)
    return unreadable(
      "a second `: ` on one line", at: here,
      labels: [Label(span: source.span(key + offset, key + offset + 1), text: "the key ends here")],
      help: .quoting(source, source.span(value, source.textEnd(after: value))))
  }

  private var misplacedLine: Diagnostic {
    var before = problem
    let start = source.lineStart(before: problem)
    while before > start, source.bytes[before - 1] == 0x20 { before -= 1 }
    if before > start, [0x22, 0x27].contains(source.bytes[before - 1]) {
      return textBehindQuote(before, start)
    }
    let kind = failure.problem.hasSuffix("key") ? "keys" : "items"
    let character = source.text(problem, problem + 1)
    if character == "]" || character == "}" {
      return unreadable(
        "this `\(character)` closes nothing", at: here,
        help: Help("delete it, or put the text that holds it in quotes"))
    }
    if kind == "keys", character == "-" {
      return unreadable(
        "a list item stands among keys", at: here,
        labels: opening.map { [Label(span: source.span($0, $0 + 1), text: "the keys begin here")] } ?? [],
        help: Help("give the list a key of its own, and put the items below it"))
    }
    return unreadable(
      "this line does not belong to the \(kind) above it", at: here,
      labels: opening.map { [Label(span: source.span($0, $0 + 1), text: "the \(kind) begin here")] } ?? [],
      help: Help("indent it like the \(kind) it belongs to"))
  }

  /// `when: "a" in b`: for YAML the value ends at the closing quote.
  private func textBehindQuote(_ quoteEnd: Int, _ lineStart: Int) -> Diagnostic {
    let quote = source.bytes[quoteEnd - 1]
    var begin = quoteEnd - 2
    let earliest = max(source.base, quoteEnd - 10_000)
    while begin > earliest, source.bytes[begin] != quote { begin -= 1 }
    if begin < lineStart, source.bytes[begin] == quote {
      // The quote before the text closes one of an earlier line, where the closing quote was forgotten.
      return unreadable(
        "the quoted text that begins here is not closed on its line", at: source.span(begin, begin + 1),
        label: "opened here",
        labels: [Label(span: source.span(quoteEnd - 1, quoteEnd), text: "closed only here")],
        help: Help("close it where it ends"))
    }
    return unreadable(
      "text follows the closing quote of a value", at: source.span(problem, source.textEnd(after: problem)),
      labels: [Label(span: source.span(begin, quoteEnd), text: "for YAML the value is this")],
      help: .quoting(source, source.span(begin, source.textEnd(after: problem))))
  }

  private var badStart: Diagnostic {
    guard let character = source.character(at: problem) else {
      return unreadable("a value cannot begin here", at: here)
    }
    if character == "\t" { return .indentationTab(here) }
    if problem >= source.base + 2, source.text(problem - 2, problem) == "{{" {
      return .unquotedTemplate(source, from: problem - 2)
    }
    if let template = templateAbove { return template }
    if source.lineStart(before: problem) == problem, character == "%" {
      return .directive(
        source.span(problem, source.textEnd(after: problem)),
        source.text(problem, source.textEnd(after: problem)))
    }
    let name = character == "`" ? "a backtick" : "`\(character)`"
    return unreadable(
      "a text cannot begin with \(name) unless it is quoted", at: here,
      help: .quoting(source, source.span(problem, source.textEnd(after: problem))))
  }

  private var other: Diagnostic? {
    let context = failure.context ?? ""
    if context.contains("directive") || failure.problem.contains("%YAML") || failure.problem.contains("%TAG")
      || failure.problem == "found incompatible YAML document"
    {
      let start = source.lineStart(before: opening ?? problem)
      let end = source.textEnd(after: start)
      return .directive(source.span(start, max(end, start + 1)), source.text(start, end))
    }
    if context.contains("a tag") || failure.problem == "found undefined tag handle" {
      let start = opening ?? problem
      return .tag(source, source.span(start, source.propertyEnd(from: start)), scalar: nil, end: start)
    }
    switch context {
    case "while scanning an anchor", "while scanning an alias":
      let start = opening ?? problem
      let mark = source.text(start, start + 1)
      return unreadable(
        "`\(mark)` has to be followed by a name of letters and digits", at: source.span(start, start + 1),
        help: .quoting(source, source.span(start, source.textEnd(after: start))))
    case "while scanning a block scalar":
      return blockScalar
    case "while scanning a plain scalar":
      return failure.problem.contains("tab") ? .indentationTab(here) : nil
    case "while parsing a node", "while parsing a block node", "while parsing a flow node":
      return unreadable(
        "a value is missing here", at: here, labels: [],
        help: Help("write the value, or take out the sign before it"))
    default: return nil
    }
  }

  private var blockScalar: Diagnostic? {
    if failure.problem.contains("tab") { return .indentationTab(here) }
    let start = opening ?? problem
    let mark = source.text(start, start + 1)
    return unreadable(
      "nothing but `-`, `+` or an indentation may follow `\(mark)` on its line", at: here,
      labels: [Label(span: source.span(start, start + 1), text: "the block of text begins here")],
      help: Help("put the text on the next line, two spaces further in than the key"))
  }
}

extension String {
  /// The advice to close a quote, without the part that only holds for single quotes.
  fileprivate func quoteFor(_ quote: String) -> String {
    quote == "'" ? self : "close it with `\(quote)`, and write `\\\(quote)` for one that belongs to the text"
  }
}
