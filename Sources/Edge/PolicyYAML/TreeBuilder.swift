import PolicySyntax

/// Builds one tree from libyaml's events and reports what a policy does without.
///
/// Depth, alias uses and the count of values with aliases expanded are kept as the events come, so a hostile file
/// is refused at the event that passes a limit; nothing is ever expanded.
struct TreeBuilder {
  /// An open mapping or list.
  struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    let start: Int
    let tag: Span?
    let anchor: Int?
    var entries: [Entry] = []
    var items: [Node] = []
    var key: Node?
    /// Whether the entry of `key` is left out because its key was refused.
    var dropsValue = false
    var keys: [String: Span] = [:]
    var lastEnd: Int
    var weight = 1
    var height = 1

    /// Takes a finished node in, as an item, a key or a value; gives the finding where a key is refused.
    mutating func add(_ node: Node, weight added: Int, height below: Int) -> Diagnostic? {
      weight += added
      height = max(height, below + 1)
      lastEnd = max(lastEnd, Int(node.span.end))
      guard isMapping else {
        items.append(node)
        return nil
      }
      if let key {
        if !dropsValue { entries.append(Entry(key: key, value: node)) }
        self.key = nil
        dropsValue = false
        return nil
      }
      key = node
      let refusal = refusal(of: node)
      dropsValue = refusal != nil
      return refusal
    }

    /// A key has to be text that the mapping has not got yet, and no `<<`.
    private mutating func refusal(of key: Node) -> Diagnostic? {
      guard let scalar = key.scalar else { return .complexKey(key.span, kind: key.kindInWords) }
      if scalar.style == .plain, scalar.text == "<<" { return .mergeKey(key.span) }
      let identity = scalar.keyIdentity
      if let first = keys[identity] { return .duplicateKey(scalar.text, key.span, first: first) }
      keys[identity] = key.span
      return nil
    }
  }

  /// A node that `&name` marks.
  struct Anchor {
    let name: String
    let span: Span
    var node: Node?
    var weight = 1
    var height = 1
    var isUsed = false
  }

  /// Findings of one file beyond this are left out.
  static let mostFindings = 200

  let source: YAMLSource
  let limits: YAMLLimits
  var diagnostics: [Diagnostic] = []
  /// Quoted and block scalars, where a tab at the begin of a line is text or harmless.
  private var opaqueRanges: [Range<Int>] = []
  private(set) var root: Node?
  /// Whether an alias without its anchor left a hole, so that the tree is of no use.
  private(set) var hasHole = false
  private(set) var isStopped = false
  var frames: [Frame] = []
  var anchors: [Anchor] = []
  private var anchorsByName: [String: Int] = [:]
  private var aliases = 0
  private var values = 0
  private var documents = 0

  init(_ source: YAMLSource, limits: YAMLLimits) {
    self.source = source
    self.limits = limits
  }

  /// Whether a byte stands inside a quoted or block scalar; they are in order and never overlap.
  func isOpaque(_ offset: Int) -> Bool {
    var low = 0
    var high = opaqueRanges.count
    while low < high {
      let middle = (low + high) / 2
      if opaqueRanges[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && opaqueRanges[low - 1].contains(offset)
  }

  /// Takes one event in; `isStopped` afterwards says that no further event is wanted.
  mutating func take(_ event: YAMLEvent) {
    let start = source.offset(event.start)
    let end = source.offset(event.end)
    switch event.kind {
    case .streamStart, .documentEnd: break
    case .streamEnd: isStopped = true
    case .documentStart(_, let hasDirectives): beginDocument(start, end, hasDirectives: hasDirectives)
    case .alias(let name): takeAlias(name, start, end)
    case .scalar(let text, let style): takeScalar(event, text, style, start, end)
    case .sequenceStart(let isFlow): open(event, isMapping: false, isFlow: isFlow, start, end)
    case .mappingStart(let isFlow): open(event, isMapping: true, isFlow: isFlow, start, end)
    case .sequenceEnd, .mappingEnd: close(end)
    }
  }

  private mutating func beginDocument(_ start: Int, _ end: Int, hasDirectives: Bool) {
    documents += 1
    if documents > 1 {
      report(.secondDocument(source.span(start, max(end, start + 1))))
    } else if hasDirectives {
      let line = source.lineEnd(after: start)
      report(.directive(source.span(start, line), source.text(start, line)))
    }
  }

  private mutating func takeAlias(_ name: String, _ start: Int, _ end: Int) {
    let span = source.span(start, end)
    aliases += 1
    guard aliases <= limits.aliases else {
      report(.tooManyAliases(span, limit: limits.aliases), stops: true)
      return
    }
    guard let index = anchorsByName[name], let node = anchors[index].node else {
      let open = anchorsByName[name].map { anchors[$0].span }
      report(.unknownAlias(name, span, open: open, known: anchors.map(\.name)))
      hasHole = true
      if let open, let index = anchorsByName[name], anchors[index].span == open {
        anchors[index].isUsed = true
      }
      add(Node(span: span, content: .sequence([])), weight: 1, height: 0)
      return
    }
    anchors[index].isUsed = true
    let anchor = anchors[index]
    guard frames.count + anchor.height <= limits.depth else {
      report(.aliasTooDeep(name, span, anchor: anchor.span, limit: limits.depth), stops: true)
      return
    }
    let copy = Node(span: span, definition: node.definition ?? node.span, content: node.content)
    count(anchor.weight, at: span, anchor: anchor)
    add(copy, weight: anchor.weight, height: anchor.height)
  }

  private mutating func takeScalar(
    _ event: YAMLEvent, _ text: String, _ style: Scalar.Style, _ start: Int, _ end: Int
  ) {
    let properties = readProperties(event, start, end)
    let isEmptyPlain = style == .plain && text.isEmpty
    let contentStart = isEmptyPlain ? end : min(properties.contentStart, end)
    let places = ScalarPlaces.read(source.bytes, in: contentStart..<end, text: text, style: style)
    let span = source.span(contentStart, places.end)
    let scalar = Scalar(text: text, style: style, span: span, origin: places.origin)
    if style != .plain { opaqueRanges.append(contentStart..<end) }
    if style == .doubleQuoted { checkEscapes(scalar) }
    if let tag = properties.tag {
      report(.tag(source, tag, scalar: scalar, end: places.end))
    }
    let node = Node(span: span, tag: properties.tag, content: .scalar(scalar))
    if let anchor = properties.anchor { anchors[anchor].node = node }
    count(1, at: span, anchor: nil)
    add(node, weight: 1, height: 0)
  }

  private mutating func open(_ event: YAMLEvent, isMapping: Bool, isFlow: Bool, _ start: Int, _ end: Int) {
    let properties = readProperties(event, start, end)
    let contentStart = properties.contentStart
    guard frames.count < limits.depth else {
      let outermost = frames.first.map { source.span($0.start, $0.start + 1) }
      report(
        .tooDeep(source.span(contentStart, contentStart + 1), outermost: outermost, limit: limits.depth),
        stops: true)
      return
    }
    if let tag = properties.tag { report(.tag(source, tag, scalar: nil, end: contentStart)) }
    count(1, at: source.span(contentStart, contentStart + 1), anchor: nil)
    frames.append(
      Frame(
        isMapping: isMapping, isFlow: isFlow, start: contentStart, tag: properties.tag,
        anchor: properties.anchor, lastEnd: max(contentStart, end)))
  }

  private mutating func close(_ end: Int) {
    guard let frame = frames.popLast() else { return }
    // A block ends for libyaml at the next token, behind comments; its last child knows better.
    let bracket: UInt8 = frame.isMapping ? 0x7D : 0x5D
    let isClosed = frame.isFlow && end > frame.start && source.bytes[end - 1] == bracket
    let span = source.span(frame.start, isClosed ? end : frame.lastEnd)
    let content: Node.Content = frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items)
    let node = Node(span: span, tag: frame.tag, content: content)
    if let anchor = frame.anchor {
      anchors[anchor].node = node
      anchors[anchor].weight = frame.weight
      anchors[anchor].height = frame.height
    }
    add(node, weight: frame.weight, height: frame.height)
  }

  private mutating func count(_ weight: Int, at span: Span, anchor: Anchor?) {
    values += weight
    guard values > limits.values, !isStopped else { return }
    report(.tooManyValues(span, anchor: anchor?.span, limit: limits.values), stops: true)
  }

  /// Puts a finished node where it belongs: the root, an item, a key or a value.
  private mutating func add(_ node: Node, weight: Int, height: Int) {
    let last = frames.count - 1
    guard last >= 0 else {
      root = node
      return
    }
    if let refusal = frames[last].add(node, weight: weight, height: height) {
      report(Diagnostic.unquotedTemplate(source, behind: refusal.span) ?? refusal)
    }
  }

  private mutating func checkEscapes(_ scalar: Scalar) {
    guard scalar.text.unicodeScalars.contains(where: Self.isUnsafeInText) else { return }
    var offset = 0
    for character in scalar.text.unicodeScalars where diagnostics.count < Self.mostFindings {
      let length = UTF8.width(character)
      let span = scalar.source(offset..<offset + length)
      // What is no escape stands in the file itself and was found there.
      if Self.isUnsafeInText(character), source.bytes[span.range].first == 0x5C {
        let found = UnsafeCharacter(value: character.value, range: span.range)
        report(.unsafeEscape(found, span, written: source.text(Int(span.start), Int(span.end))))
      }
      offset += length
    }
  }

  private static func isUnsafeInText(_ character: Unicode.Scalar) -> Bool {
    character != "\n" && character != "\t" && UnsafeCharacter.isUnsafe(character.value)
  }

  private mutating func report(_ diagnostic: Diagnostic, stops: Bool = false) {
    // Nobody reads more; a limit's finding is kept, for it says why the tree is missing.
    if stops || diagnostics.count < Self.mostFindings { diagnostics.append(diagnostic) }
    if stops || diagnostic.isSecondDocument { isStopped = true }
  }

  /// Finds `&name` and `!tag` before a value, and registers the anchor.
  private mutating func readProperties(
    _ event: YAMLEvent, _ start: Int, _ end: Int
  ) -> (anchor: Int?, tag: Span?, contentStart: Int) {
    guard event.anchor != nil || event.tag != nil else { return (nil, nil, start) }
    var wanted = (event.anchor == nil ? 0 : 1) + (event.tag == nil ? 0 : 1)
    var index = start
    var anchor: Int?
    var tag: Span?
    while wanted > 0, index < source.bytes.count {
      let byte = source.bytes[index]
      guard byte == 0x26 || byte == 0x21 else { break }
      let stop = source.propertyEnd(from: index)
      if byte == 0x21 {
        tag = source.span(index, stop)
      } else if let name = event.anchor {
        anchors.append(Anchor(name: name, span: source.span(index, stop)))
        anchor = anchors.count - 1
        anchorsByName[name] = anchors.count - 1
      }
      index = source.skipSpace(from: stop)
      wanted -= 1
    }
    return (anchor, tag, index)
  }
}

extension Scalar {
  /// What makes two keys the same: the text, and for plain nulls, booleans and numbers what they stand for.
  fileprivate var keyIdentity: String {
    switch resolved {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .float, .string: text
    }
  }
}
