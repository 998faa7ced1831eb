/// Reads the text of a template into a tree; what cannot be read is reported, all at once.
///
/// - Complexity: O(n) in the text; blocks nest at most `TemplateLimits.blockDepth` deep.
package struct TemplateParser {
  /// The tree, as far as the text could be read.
  package private(set) var nodes: [TemplateNode] = []
  /// All mistakes of syntax, in order of the text.
  package private(set) var issues: [TemplateIssue] = []
  private let part: TemplatePart
  private var blocks: [Block] = []

  /// A block whose closing tag has not come yet.
  private struct Block {
    let isLoop: Bool
    let opening: Range<Int>
    var branches: [TemplateNode.Branch] = []
    var condition: TemplateNode.Source
    var name: TemplateNode.Source?
    var firstBody: [TemplateNode] = []
    /// The `{{else}}`, where there was one.
    var otherwise: Range<Int>?
    /// What stands since the last tag of this block.
    var body: [TemplateNode] = []

    var title: String { isLoop ? "each" : "if" }
  }

  /// Reads a text; `part` is where its issues say they are.
  package init(_ text: String, part: TemplatePart) {
    self.part = part
    let source = Array(text.utf8)
    guard source.count <= TemplateLimits.textBytes else {
      report(0..<source.count, .cost, "the text is longer than \(TemplateLimits.textBytes / 1024) KiB")
      return
    }
    let scanner = TemplateScanner(source, part: part)
    issues = scanner.issues
    for piece in scanner.pieces { add(piece) }
    while let block = blocks.last {
      report(
        block.opening, .unclosedBlock, "`#\(block.title)` is never closed",
        help: "close it with `{{/\(block.title)}}`")
      close(block, at: source.count)
    }
    issues.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  private mutating func add(_ piece: TemplatePiece) {
    switch piece.kind {
    case .text(let bytes): append(TemplateNode(range: piece.range, kind: .text(bytes)))
    case .value(let source): append(TemplateNode(range: piece.range, kind: .value(source)))
    case .table: append(TemplateNode(range: piece.range, kind: .table))
    case .partial(let name): append(TemplateNode(range: piece.range, kind: .partial(name)))
    case .comment: break
    case .openIf(let condition): open(Block(isLoop: false, opening: piece.range, condition: condition))
    case .openEach(let header): openLoop(piece.range, header)
    case .elseIf(let condition): addBranch(piece.range, condition)
    case .otherwise: addOtherwise(piece.range)
    case .close(let title): addClose(piece.range, title)
    }
  }

  private mutating func append(_ node: TemplateNode) {
    if let last = blocks.indices.last { blocks[last].body.append(node) } else { nodes.append(node) }
  }

  private mutating func open(_ block: Block) {
    if blocks.count == TemplateLimits.blockDepth {
      report(block.opening, .cost, "blocks stand more than \(TemplateLimits.blockDepth) deep in one another")
    }
    // Beyond the limit only the tags are still paired up, so that the tree stays shallow.
    blocks.append(block)
  }

  private mutating func openLoop(_ range: Range<Int>, _ header: TemplateNode.Source) {
    var block = Block(isLoop: true, opening: range, condition: header)
    if let (list, name) = LoopHeader.split(header) {
      block.condition = list
      block.name = name
    } else {
      report(
        header.range, .syntax, "`#each` gives its elements no name",
        help: "write `{{#each \(header.text) as \(header.text.hasPrefix("invoices") ? "inv" : "one")}}`")
    }
    open(block)
  }

  private mutating func addBranch(_ range: Range<Int>, _ condition: TemplateNode.Source) {
    guard let last = blocks.indices.last, !blocks[last].isLoop else {
      report(range, .syntax, "`else if` stands in no `#if`", help: outsideHelp)
      return
    }
    if let otherwise = blocks[last].otherwise {
      report(range, .syntax, "`else if` comes after `else`", label: (otherwise, "the `else`"))
      return
    }
    endBranch(last)
    blocks[last].condition = condition
  }

  private mutating func addOtherwise(_ range: Range<Int>) {
    guard let last = blocks.indices.last else {
      report(range, .syntax, "`else` stands in no block", help: outsideHelp)
      return
    }
    if let otherwise = blocks[last].otherwise {
      report(range, .syntax, "`#\(blocks[last].title)` has two `else`", label: (otherwise, "the first"))
      return
    }
    endBranch(last)
    blocks[last].otherwise = range
  }

  /// Ends what stands before an `else` or the closing tag.
  private mutating func endBranch(_ place: Int) {
    if blocks[place].otherwise != nil { return }
    if blocks[place].isLoop {
      blocks[place].firstBody = blocks[place].body
    } else {
      blocks[place].branches.append(
        TemplateNode.Branch(condition: blocks[place].condition, body: blocks[place].body))
    }
    blocks[place].body = []
  }

  private mutating func addClose(_ range: Range<Int>, _ title: String) {
    guard let block = blocks.last else {
      report(
        range, .syntax, "`/\(title)` closes no block",
        help: "remove it, or open a `{{#\(title) …}}` before it")
      return
    }
    if block.title == title {
      close(block, at: range.upperBound)
    } else if blocks.contains(where: { $0.title == title }) {
      report(
        block.opening, .unclosedBlock, "`#\(block.title)` is not closed before `/\(title)`",
        help: "close it with `{{/\(block.title)}}`", label: (range, "closes the block around it"))
      close(block, at: range.lowerBound)
      addClose(range, title)
    } else {
      report(
        range, .syntax, "`/\(title)` closes no block: the one that is open is `#\(block.title)`",
        help: "write `{{/\(block.title)}}`", label: (block.opening, "opened here"))
    }
  }

  private mutating func close(_ block: Block, at end: Int) {
    let place = blocks.count - 1
    endBranch(place)
    let closed = blocks.removeLast()
    let otherwise = closed.otherwise == nil ? [] : closed.body
    let range = closed.opening.lowerBound..<max(end, closed.opening.upperBound)
    guard blocks.count < TemplateLimits.blockDepth else { return }
    if !closed.isLoop {
      append(TemplateNode(range: range, kind: .conditional(closed.branches, otherwise: otherwise)))
    } else if let name = closed.name {
      append(
        TemplateNode(
          range: range,
          kind: .loop(list: closed.condition, name: name, body: closed.firstBody, otherwise: otherwise)))
    }
  }

  private var outsideHelp: String { "open an `{{#if CONDITION}}` before it" }

  private mutating func report(
    _ range: Range<Int>, _ kind: TemplateIssue.Kind, _ message: String, help: String? = nil,
    label: (range: Range<Int>, text: String)? = nil
  ) {
    issues.append(
      TemplateIssue(
        part: part, range: range, kind: kind, message: message, help: help,
        labels: label.map { [TemplateIssue.Label(range: $0.range, text: $0.text)] } ?? []))
  }
}

/// Takes `LIST as NAME` apart.
enum LoopHeader {
  /// The list and the name; nil where no name is given at the end.
  static func split(_ header: TemplateNode.Source) -> (list: TemplateNode.Source, name: TemplateNode.Source)?
  {
    let bytes = Array(header.text.utf8)
    func isInName(_ byte: UInt8) -> Bool {
      let letter = byte | 0x20
      return byte == 95 || (48...57).contains(byte) || (97...122).contains(letter)
    }
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    var start = bytes.count
    while start > 0, isInName(bytes[start - 1]) { start -= 1 }
    guard start < bytes.count, !(48...57).contains(bytes[start]) else { return nil }
    var word = start
    while word > 0, isSpace(bytes[word - 1]) { word -= 1 }
    guard word < start, word > 2, bytes[word - 2..<word].elementsEqual("as".utf8), isSpace(bytes[word - 3])
    else {
      return nil
    }
    let list = TagReader.trimmed(bytes, 0..<word - 2)
    guard !list.isEmpty else { return nil }
    func source(_ range: Range<Int>) -> TemplateNode.Source {
      let base = header.range.lowerBound
      return TemplateNode.Source(
        text: String(decoding: bytes[range], as: UTF8.self),
        range: base + range.lowerBound..<base + range.upperBound)
    }
    return (source(list), source(start..<bytes.count))
  }
}
