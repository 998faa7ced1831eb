import CEL
import Vocabulary

/// Checks the tree of one part against the names that letters know, and compiles it on the way.
struct TemplateCompiler {
  var issues: [TemplateIssue] = []
  /// The facts that the part may read, as slots of `Vocabulary.letters`.
  private(set) var slots: Set<Int> = []
  /// The part whose text is being compiled: a partial, while one is put in.
  private(set) var part: TemplatePart
  /// The part of the letter that the text ends up in.
  let target: TemplatePart
  let rates: MoneyRates
  let zones: any TimeZoneDatabase
  /// The tag of the language that the text is written in, where that is known.
  let language: String?
  var markup = MarkupPlace()
  private let partials: [String: String]
  private var included: [String] = []
  private var includedBytes = 0
  private var segments: [TemplateProgram.Segment] = []
  private var bytes: [UInt8] = []
  private var expressions: [TemplateProgram.Expression] = []
  private var sites: [TemplateProgram.Site] = []
  private var localCount = 0

  init(
    target: TemplatePart, partials: [String: String], rates: MoneyRates, zones: any TimeZoneDatabase,
    language: String?
  ) {
    self.language = language
    self.target = target
    part = target
    self.partials = partials
    self.rates = rates
    self.zones = zones
  }

  /// Compiles the whole text of the part; the program is sound only where there are no issues.
  mutating func compile(_ text: String) -> TemplateProgram {
    let parser = TemplateParser(text, part: part)
    issues += parser.issues
    compile(parser.nodes, in: TemplateScope())
    if segments.count > TemplateLimits.segments { reportTooLarge(0..<text.utf8.count) }
    return TemplateProgram(
      segments: segments, bytes: bytes, expressions: expressions, sites: sites, localCount: localCount)
  }

  var isHTML: Bool { target == .html }

  mutating func compile(_ nodes: [TemplateNode], in scope: TemplateScope) {
    for node in nodes {
      guard segments.count <= TemplateLimits.segments else { return }
      switch node.kind {
      case .text(let bytes): addText(bytes, at: node.range)
      case .value(let source): addValue(source, in: scope)
      case .table: addTable(node.range)
      case .conditional(let branches, let otherwise): addConditional(node, branches, otherwise, in: scope)
      case .loop(let list, let name, let body, let otherwise):
        addLoop(node, list, name, (body, otherwise), in: scope)
      case .partial(let name): addPartial(name, node.range, in: scope)
      }
    }
  }

  /// How many segments there are: the place of the next one.
  var count: Int { segments.count }

  mutating func add(_ segment: TemplateProgram.Segment) { segments.append(segment) }

  /// Leaves room for a jump whose end is not known yet.
  mutating func reserve() -> Int {
    segments.append(.jump(to: 0))
    return segments.count - 1
  }

  /// Puts a jump where room was left for it.
  mutating func patch(_ place: Int, _ segment: TemplateProgram.Segment) { segments[place] = segment }

  /// Adds a value that is written when the letter is made.
  mutating func add(
    _ operand: TemplateProgram.Operand, _ format: TemplateProgram.Format, _ range: Range<Int>
  ) {
    let insertion = TemplateProgram.Insertion(
      operand: operand, format: format, isLink: isHTML && markup.beginsLink, site: site(range))
    segments.append(.value(insertion))
  }

  /// Adds a text that an expression writes out.
  mutating func addConstant(_ text: String) {
    var clean = CleanText.bytes(text)
    if isHTML { clean = HTMLText.escaped(clean) }
    segments.append(.text(store(clean)))
  }

  /// Keeps bytes for when the letter is made.
  mutating func store(_ text: [UInt8]) -> Range<Int> {
    let start = bytes.count
    bytes += text
    return start..<bytes.count
  }

  /// Keeps an expression for when the letter is made.
  mutating func store(_ checked: Checked) -> TemplateProgram.Operand {
    expressions.append(
      TemplateProgram.Expression(
        program: Program(checked.expression, rates: rates, zones: zones), bindings: checked.names.bindings))
    return .expression(expressions.count - 1)
  }

  /// Adds plain text, which is joined to plain text before it where no jump ends between the two.
  mutating func addText(_ text: [UInt8], at range: Range<Int>) {
    if target == .subject, !range.isEmpty, text.contains(10) {
      report(
        range, .misplaced, "a subject has one line", help: "write it on one line, or fold it with `>-`")
    }
    if isHTML { markup.read(text) }
    segments.append(.text(store(text)))
  }

  mutating func site(_ range: Range<Int>) -> Int {
    sites.append(TemplateProgram.Site(part: part, range: range))
    return sites.count - 1
  }

  mutating func read(_ slots: some Sequence<Int>, in names: TemplateNames) {
    for slot in slots {
      if case .fact(let fact) = names.binding(slot) { self.slots.insert(fact) }
    }
  }

  private mutating func addTable(_ range: Range<Int>) {
    if target == .subject {
      report(
        range, .misplaced, "`invoice_table` takes several lines, and a subject has one",
        help: "name the number: `{{ invoice.number }}`")
    }
    if isHTML, markup.state != .text {
      report(range, .misplaced, "`invoice_table` stands inside a tag", help: "put it between two tags")
    }
    slots.formUnion([LetterSlots.invoices, LetterSlots.alsoListed, LetterSlots.invoiceTable])
    add(.table(site: site(range)))
  }

  private mutating func addConditional(
    _ node: TemplateNode, _ branches: [TemplateNode.Branch], _ otherwise: [TemplateNode],
    in scope: TemplateScope
  ) {
    var scope = scope
    let before = markup
    var ends: [MarkupPlace] = []
    var jumps: [Int] = []
    for branch in branches {
      markup = before
      let condition = condition(branch.condition, in: scope)
      let test = reserve()
      compile(branch.body, in: condition.map { scope.knowing($0.shown.whenTrue) } ?? scope)
      ends.append(markup)
      jumps.append(reserve())
      if let condition {
        segments[test] = .jumpUnless(
          condition.operand, to: segments.count, site: site(branch.condition.range))
        scope = scope.knowing(condition.shown.whenFalse)
      }
    }
    markup = before
    compile(otherwise, in: scope)
    ends.append(markup)
    for jump in jumps { segments[jump] = .jump(to: segments.count) }
    joinMarkup(ends, node.range)
  }

  private mutating func addLoop(
    _ node: TemplateNode, _ list: TemplateNode.Source, _ name: TemplateNode.Source,
    _ bodies: (body: [TemplateNode], otherwise: [TemplateNode]), in scope: TemplateScope
  ) {
    let before = markup
    let found = self.list(list, in: scope)
    let start = reserve()
    let local = scope.localCount
    localCount = max(localCount, local + 1)
    if isLoopName(name) {
      let inner = scope.with(variable: name.text, type: found?.element ?? .dyn)
      let issueCount = issues.count
      compile(bodies.body, in: inner)
      // Of a list that is itself mistaken, nothing is known that would make the body's issues true.
      if found == nil { issues.removeSubrange(issueCount...) }
    }
    var ends = [before, markup]
    add(.next(local: local, body: start + 1))
    let end = reserve()
    if let found {
      segments[start] = .loop(found.operand, local: local, exit: segments.count, site: site(list.range))
    }
    markup = before
    compile(bodies.otherwise, in: scope)
    ends.append(markup)
    segments[end] = .jump(to: segments.count)
    joinMarkup(ends, node.range)
  }

  private mutating func isLoopName(_ name: TemplateNode.Source) -> Bool {
    let reserved = [
      "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if",
      "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    ]
    guard reserved.contains(name.text) else { return true }
    report(name.range, .syntax, "`\(name.text)` is a word of the language and names nothing else")
    return false
  }

  /// Goes on behind a block, whose ways must all end in the same place of the markup.
  private mutating func joinMarkup(_ ends: [MarkupPlace], _ range: Range<Int>) {
    guard isHTML, let first = ends.first else { return }
    if !ends.allSatisfy({ $0.isSamePlace(as: first) }) {
      report(
        range, .misplaced, "the ways through this block end in different places of the markup",
        help: "begin and end tags and attributes on the same side of `{{#…}}` and `{{/…}}`")
    }
    markup = first
    markup.isAtStart = ends.contains(where: \.isAtStart)
  }

  private mutating func addPartial(_ name: TemplateNode.Source, _ range: Range<Int>, in scope: TemplateScope)
  {
    guard let text = partials[name.text] else {
      let near = Suggestion.near(name.text, among: partials.keys.sorted()).first
      report(
        name.range, .unknownName, "no partial is called `\(name.text)`",
        help: near.map { "a partial with a similar name exists: `\($0)`" },
        replacement: near.map { TemplateIssue.Replacement(range: name.range, text: $0) })
      return
    }
    guard !included.contains(name.text) else {
      let ring = included.drop { $0 != name.text } + [name.text]
      report(
        range, .cost, "the partial `\(name.text)` includes itself",
        help: ring.count > 2 ? "the ring is \(ring.map { "`\($0)`" }.joined(separator: " → "))" : nil)
      return
    }
    guard included.count < TemplateLimits.partialDepth else {
      report(range, .cost, "partials include one another more than \(TemplateLimits.partialDepth) deep")
      return
    }
    guard includedBytes <= TemplateLimits.includedBytes else { return }
    includedBytes += max(256, text.utf8.count)
    guard includedBytes <= TemplateLimits.includedBytes else {
      report(range, .cost, "partials put in more than \(TemplateLimits.includedBytes / 1024) KiB of text")
      return
    }
    let (outer, outerIssues) = (part, issues)
    issues = []
    part = .partial(name.text)
    included.append(name.text)
    // The last line break of a partial belongs to its file, not to its text.
    let parser = TemplateParser(TemplateCompiler.withoutLastLineBreak(text), part: part)
    issues += parser.issues
    compile(parser.nodes, in: scope)
    included.removeLast()
    part = outer
    // A partial that is included twice tells its mistakes once.
    let known = issues.isEmpty ? [] : Set(outerIssues)
    issues = outerIssues + issues.filter { !known.contains($0) }
  }

  private static func withoutLastLineBreak(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if bytes.last == 10 { bytes.removeLast() }
    if bytes.last == 13 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func reportTooLarge(_ range: Range<Int>) {
    issues.append(
      TemplateIssue(
        part: target, range: range, kind: .cost,
        message: "the text has more than \(TemplateLimits.segments) pieces once its partials are put in"))
  }

  mutating func report(
    _ range: Range<Int>, _ kind: TemplateIssue.Kind, _ message: String, help: String? = nil,
    replacement: TemplateIssue.Replacement? = nil
  ) {
    issues.append(
      TemplateIssue(
        part: part, range: range, kind: kind, message: message, help: help, replacement: replacement))
  }
}
