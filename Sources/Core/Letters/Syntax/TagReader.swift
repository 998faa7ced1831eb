/// Reads what stands between the braces of one tag.
struct TagReader {
  private(set) var issues: [TemplateIssue] = []
  private let source: [UInt8]
  /// What stands between the braces, without the spaces around it; not empty.
  private let inside: Range<Int>
  private let tag: Range<Int>
  private let part: TemplatePart

  /// Nil where nothing stands between the braces.
  init?(_ source: [UInt8], _ inside: Range<Int>, tag: Range<Int>, part: TemplatePart) {
    let trimmed = TagReader.trimmed(source, inside)
    guard !trimmed.isEmpty else { return nil }
    self.source = source
    self.inside = trimmed
    self.tag = tag
    self.part = part
  }

  /// The kind of the tag; nil where it cannot be read, which is then reported.
  mutating func kind() -> TemplatePiece.Kind? {
    switch source[inside.lowerBound] {
    case UInt8(ascii: "#"): return opening()
    case UInt8(ascii: "/") where inside.count < 2 || source[inside.lowerBound + 1] != UInt8(ascii: "/"):
      return closing()
    case UInt8(ascii: ">"): return partial()
    default: break
    }
    let (word, rest) = firstWord(inside)
    switch word.text {
    case "else": return otherwise(rest)
    case "elseif", "elif", "elsif":
      report(word.range, "`\(word.text)` is written `else if`", replacing: word.range, with: "else if")
      return nil
    case "endif", "endfor", "endeach", "end", "fi":
      guard rest.isEmpty else { return .value(piece(inside)) }
      let block = word.text == "endfor" || word.text == "endeach" ? "each" : "if"
      report(word.range, "`\(word.text)` is written `/\(block)`", replacing: word.range, with: "/\(block)")
      return .close(block)
    case "invoice_table" where rest.isEmpty: return .table
    default: return .value(piece(inside))
    }
  }

  private mutating func opening() -> TemplatePiece.Kind? {
    let (word, rest) = firstWord(inside.lowerBound + 1..<inside.upperBound)
    switch word.text {
    case "if", "each":
      guard !rest.isEmpty else {
        report(
          tag, "`#\(word.text)` says nothing to \(word.text == "if" ? "test" : "go through")",
          help: word.text == "if" ? "write `{{#if CONDITION}}`" : "write `{{#each invoices as inv}}`")
        return nil
      }
      return word.text == "if" ? .openIf(piece(rest)) : .openEach(piece(rest))
    default:
      report(
        inside.lowerBound..<word.range.upperBound, "no block is called `#\(word.text)`",
        help: "blocks are `#if` and `#each`")
      return nil
    }
  }

  private mutating func closing() -> TemplatePiece.Kind? {
    let (word, rest) = firstWord(inside.lowerBound + 1..<inside.upperBound)
    guard word.text == "if" || word.text == "each", rest.isEmpty else {
      report(
        inside, "no block is closed by `\(text(inside))`",
        help: "blocks are closed by `{{/if}}` and `{{/each}}`")
      return nil
    }
    return .close(word.text)
  }

  private mutating func partial() -> TemplatePiece.Kind? {
    let name = TagReader.trimmed(source, inside.lowerBound + 1..<inside.upperBound)
    let isName = !name.isEmpty && source[name].allSatisfy { TagReader.isInName($0) || $0 == 45 || $0 == 46 }
    guard isName else {
      report(tag, "a partial is included by its name", help: "write `{{> NAME}}`")
      return nil
    }
    return .partial(piece(name))
  }

  private mutating func otherwise(_ rest: Range<Int>) -> TemplatePiece.Kind? {
    if rest.isEmpty { return .otherwise }
    let (word, condition) = firstWord(rest)
    guard word.text == "if" else {
      report(
        rest, "after `else` stands nothing, or `if` and a condition", help: "write `{{else if CONDITION}}`")
      return nil
    }
    guard !condition.isEmpty else {
      report(tag, "`else if` says nothing to test", help: "write `{{else if CONDITION}}`")
      return nil
    }
    return .elseIf(piece(condition))
  }

  private mutating func report(
    _ range: Range<Int>, _ message: String, help: String? = nil, replacing: Range<Int>? = nil,
    with text: String = ""
  ) {
    issues.append(
      TemplateIssue(
        part: part, range: range, kind: .syntax, message: message, help: help,
        replacement: replacing.map { TemplateIssue.Replacement(range: $0, text: text) }))
  }

  /// The word that begins a range, maybe empty, and what stands after the spaces behind it.
  private func firstWord(_ range: Range<Int>) -> (word: TemplateNode.Source, rest: Range<Int>) {
    let start = TagReader.trimmed(source, range).lowerBound
    var end = start
    while end < range.upperBound, TagReader.isInName(source[end]) { end += 1 }
    return (piece(start..<end), TagReader.trimmed(source, end..<range.upperBound))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  private func piece(_ range: Range<Int>) -> TemplateNode.Source {
    TemplateNode.Source(text: text(range), range: range)
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return byte == 95 || (48...57).contains(byte) || (97...122).contains(letter)
  }

  /// The range without spaces and line breaks at its ends.
  static func trimmed(_ source: [UInt8], _ range: Range<Int>) -> Range<Int> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(source[start]) { start += 1 }
    while end > start, isSpace(source[end - 1]) { end -= 1 }
    return start..<end
  }
}
