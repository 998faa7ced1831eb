import CEL
import Vocabulary

/// Walks the segments of one part and writes its bytes.
///
/// - Complexity: O(segments passed); both they and the bytes written are bounded.
struct Renderer {
  /// What the bytes are for.
  enum Output {
    /// One line of a header.
    case subject
    /// Plain text.
    case text
    /// Plain text with marks for tables, to make HTML from.
    case draft
    /// HTML, in which every value is escaped.
    case html
  }

  private(set) var bytes: [UInt8] = []
  private let program: TemplateProgram
  private let facts: RenderFacts
  private let language: LetterLanguage
  private let output: Output
  private let part: TemplatePart
  private var loops: [Loop] = []

  /// A loop in progress.
  private struct Loop {
    let elements: [Value]
    var place: Int
  }

  init(
    _ program: TemplateProgram, _ part: TemplatePart, _ facts: any LetterFacts, _ language: LetterLanguage,
    _ output: Output
  ) {
    self.program = program
    self.language = language
    self.output = output
    self.part = part
    self.facts = RenderFacts(facts, language, localCount: program.localCount)
    bytes.reserveCapacity(program.bytes.count + 512)
  }

  /// Writes the whole part.
  mutating func run() throws(LetterError) {
    let limit = output == .subject ? TemplateLimits.subjectBytes : TemplateLimits.letterBytes
    var place = 0
    var steps = 0
    while place < program.segments.count {
      steps += 1
      guard steps <= TemplateLimits.steps, bytes.count <= limit else {
        throw LetterError(kind: .tooLong, part: part)
      }
      switch program.segments[place] {
      case .text(let range):
        bytes.append(contentsOf: program.bytes[range])
        place += 1
      case .value(let insertion):
        try write(insertion)
        place += 1
      case .table(let site):
        try writeTable(site)
        place += 1
      case .jump(let target): place = target
      case .jumpUnless(let condition, let target, let site):
        guard case .bool(let isTrue) = try value(condition, site) else { throw error(.wrongType, site) }
        place = isTrue ? place + 1 : target
      case .loop(let list, let local, let exit, let site):
        guard case .list(let elements) = try value(list, site) else { throw error(.wrongType, site) }
        if let first = elements.first {
          loops.append(Loop(elements: elements, place: 0))
          facts.locals[local] = first
          place += 1
        } else {
          place = exit
        }
      case .next(let local, let body): place = next(local) ? body : place + 1
      }
    }
    guard bytes.count <= limit else { throw LetterError(kind: .tooLong, part: part) }
  }

  /// Whether the innermost loop has another element, which is then the value of its variable.
  private mutating func next(_ local: Int) -> Bool {
    guard let last = loops.indices.last else { return false }
    loops[last].place += 1
    if loops[last].place < loops[last].elements.count {
      facts.locals[local] = loops[last].elements[loops[last].place]
      return true
    }
    loops.removeLast()
    return false
  }

  private func error(_ kind: LetterError.Kind, _ site: Int) -> LetterError {
    let place = program.sites[site]
    return LetterError(kind: kind, part: place.part, range: place.range)
  }

  private func value(_ operand: TemplateProgram.Operand, _ site: Int) throws(LetterError) -> Value {
    do throws(EvaluationError) {
      switch operand {
      case .fact(let slot): return try facts.letter.fact(slot)
      case .local(let local): return facts.locals[local]
      case .field(let local, let place): return try facts.field(place, of: local)
      case .expression(let place):
        facts.bindings = program.expressions[place].bindings
        return try program.expressions[place].program.evaluate(facts)
      }
    } catch {
      throw self.error(.noValue(error), site)
    }
  }

  private mutating func write(_ insertion: TemplateProgram.Insertion) throws(LetterError) {
    let value = try value(insertion.operand, insertion.site)
    let start = bytes.count
    switch (value, insertion.format) {
    case (.string(let text), .automatic):
      guard CleanText.append(text, to: &bytes, escaping: output == .html) else {
        throw error(.emptyValue, insertion.site)
      }
    case (.int(let number), .automatic): LetterLanguage.append(number, to: &bytes)
    case (.uint(let number), .automatic): LetterLanguage.append(number, to: &bytes)
    case (.money(let money), .automatic): language.append(money, to: &bytes)
    case (.date(let day), .automatic): language.append(day, .medium, to: &bytes)
    case (.date(let day), .date(let style)): language.append(day, style, to: &bytes)
    case (.int(let number), .number(let decimals)):
      language.append(Decimal(number), decimals: decimals, to: &bytes)
    case (.double(let number), .number(let decimals)):
      guard let number = Decimal(shortest: number) else { throw error(.noValue(.overflow), insertion.site) }
      language.append(number, decimals: decimals, to: &bytes)
    case (.int(let rate), .percent): language.append(percent: Decimal(rate), to: &bytes)
    case (.double(let rate), .percent):
      guard let rate = Decimal(shortest: rate) else { throw error(.noValue(.overflow), insertion.site) }
      language.append(percent: rate, to: &bytes)
    case (.int(let count), .plural(let one, let few, let other)):
      let place =
        switch language.pluralRule.form(of: count) {
        case .one: one
        case .few: few ?? other
        case .other: other
        }
      let word = program.bytes[place]
      if output == .html { HTMLText.append(word, to: &bytes) } else { bytes += word }
    case (.null, _): throw error(.emptyValue, insertion.site)
    default: throw error(.wrongType, insertion.site)
    }
    if insertion.isLink, !HTMLText.isWebAddress(bytes[start...]) { throw error(.unsafeLink, insertion.site) }
  }

  private mutating func writeTable(_ site: Int) throws(LetterError) {
    if output == .draft {
      bytes.append(HTMLDocument.tableMark)
      return
    }
    if output == .text, let last = bytes.last, last != 10 { bytes.append(10) }
    do throws(InvoiceTable.Failure) {
      let table = try InvoiceTable(facts.letter, language)
      if output == .html { table.appendHTML(to: &bytes) } else { table.append(to: &bytes) }
    } catch {
      switch error {
      case .empty: throw self.error(.emptyValue, site)
      case .tooLong: throw self.error(.tooLong, site)
      }
    }
  }
}
