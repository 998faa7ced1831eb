import PolicySyntax
import Receivables

/// Comments that allow a rule where they stand: `# duly:allow RULE: reason`, `# duly:allow RULE until 2026-12-31: reason`.
///
/// A comment behind something is about its line, a comment on lines of its own about the next line that is none; and
/// with that line about all that stands below it, indented further.
enum AllowComment {
  private static let mark = Array("duly:allow".utf8)

  /// The allowances of all files that a policy is made of, in order of the files.
  static func all(in sources: PolicySources) -> [Allowance] {
    var found: [Allowance] = []
    var texts: [FileID: [Scalar.Place]]?
    for id in sources.map.fileIDs {
      let file = sources.map[id]
      for hash in places(in: file) {
        let known = texts ?? Scalar.Place.all(of: sources)
        texts = known
        let isText = known[id, default: []].contains { $0.hides(hash, in: file) }
        if !isText { found.append(allowance(at: hash, in: file, id)) }
      }
    }
    return found
  }

  /// Where a `#` stands that begins such a comment, if it begins one at all.
  private static func places(in file: SourceFile) -> [Int] {
    let bytes = file.bytes
    var found: [Int] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "#") else {
        index += 1
        continue
      }
      let hash = index
      index += 1
      let isBegun = hash == 0 || [0x20, 0x09, 0x0A, 0x0D, 0xBF].contains(bytes[hash - 1])
      while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      if isBegun, bytes[index...].starts(with: mark) { found.append(hash) }
    }
    return found
  }

  private static func allowance(at hash: Int, in file: SourceFile, _ id: FileID) -> Allowance {
    let number = file.line(at: hash)
    let line = file.lineRange(number)
    let begin = (hash..<line.upperBound).first { file.bytes[$0] == UInt8(ascii: ":") } ?? hash
    // Behind the colon of the mark, and the word `allow`.
    let start = min(begin + 6, line.upperBound)
    var words = file.text(in: start..<line.upperBound).split(separator: " ")[...]
    var isOpen = true
    func take() -> String? {
      guard isOpen, let word = words.popFirst() else { return nil }
      isOpen = word.last != ":"
      return String(isOpen ? word : word.dropLast())
    }
    let rule = take() ?? ""
    var until: Day?
    if isOpen, words.first == "until", let day = words.dropFirst().first.flatMap({ day($0) }) {
      words = words.dropFirst(2)
      until = day
    }
    while let first = words.first, [":", "-", "–", "—"].contains(first) { words = words.dropFirst() }
    var name = start
    while name < line.upperBound, file.bytes[name] == UInt8(ascii: " ") { name += 1 }
    let written =
      rule.isEmpty
      ? Span(file: id, start: hash, end: line.upperBound)
      : Span(file: id, start: name, end: name + rule.utf8.count)
    let scope = scope(of: number, hash, in: file)
    return Allowance(
      place: Span(file: id, start: scope.lowerBound, end: scope.upperBound), rule: Located(rule, written),
      hasReason: !words.isEmpty, until: until, isComment: true)
  }

  private static func day(_ word: Substring) -> Day? {
    Day(iso: String(word.last == ":" ? word.dropLast() : word))
  }

  /// The bytes of the line that a comment is about, and of what stands below it, indented further.
  private static func scope(of number: Int, _ hash: Int, in file: SourceFile) -> Range<Int> {
    let own = file.lineRange(number)
    let isAlone = file.bytes[own.lowerBound..<hash].allSatisfy { $0 == UInt8(ascii: " ") }
    guard
      let first = isAlone
        ? (number + 1..<file.lineCount + 1).first(where: { hasContent($0, in: file) }) : number
    else { return hash..<hash }
    let start = file.lineRange(first).lowerBound
    var end = file.lineRange(first).upperBound
    let (indent, isItem) = layout(first, in: file)
    for line in first + 1..<max(first + 1, file.lineCount + 1) where hasContent(line, in: file) {
      let (other, otherIsItem) = layout(line, in: file)
      // A list may stand as far left as the key that it belongs to.
      guard other > indent || (other == indent && otherIsItem && !isItem) else { break }
      end = file.lineRange(line).upperBound
    }
    return start..<end
  }

  /// How far a line is indented, and whether it is an item of a list.
  private static func layout(_ line: Int, in file: SourceFile) -> (indent: Int, isItem: Bool) {
    let bytes = file.bytes[file.lineRange(line)]
    let text = bytes.drop { $0 == UInt8(ascii: " ") }
    let second = text.dropFirst().first ?? UInt8(ascii: " ")
    return (bytes.count - text.count, text.first == UInt8(ascii: "-") && second == UInt8(ascii: " "))
  }

  /// True for a line that is neither empty nor a comment alone.
  private static func hasContent(_ line: Int, in file: SourceFile) -> Bool {
    let text = file.bytes[file.lineRange(line)].drop { $0 == UInt8(ascii: " ") }
    return text.first.map { $0 != UInt8(ascii: "#") } ?? false
  }
}

extension Scalar {
  /// A scalar in quotes or in a block, in which a `#` begins no comment.
  fileprivate struct Place {
    let span: Span
    let isBlock: Bool

    /// Whether what stands at an offset is a part of the text; behind the mark that opens a block it is none.
    func hides(_ offset: Int, in file: SourceFile) -> Bool {
      guard span.range.contains(offset) else { return false }
      return !isBlock || file.line(at: offset) > file.line(at: Int(span.start))
    }

    /// Those of all files that a policy is made of.
    static func all(of sources: PolicySources) -> [FileID: [Place]] {
      var found: [FileID: [Place]] = [:]
      let files = sources.holidays.merging(sources.charges.files) { first, _ in first }
      for root in [sources.main] + sources.included + files.sorted(by: { $0.key < $1.key }).map(\.value) {
        gather(root, &found)
      }
      return found
    }

    private static func gather(_ node: Node, _ found: inout [FileID: [Place]]) {
      if node.definition != nil { return }
      switch node.content {
      case .mapping(let entries):
        for entry in entries {
          gather(entry.key, &found)
          gather(entry.value, &found)
        }
      case .sequence(let items): for item in items { gather(item, &found) }
      case .scalar(let scalar):
        switch scalar.style {
        case .plain: break
        case .singleQuoted, .doubleQuoted:
          found[node.span.file, default: []].append(Place(span: node.span, isBlock: false))
        case .literal, .folded:
          found[node.span.file, default: []].append(Place(span: node.span, isBlock: true))
        }
      }
    }
  }
}
