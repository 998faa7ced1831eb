import CEL
import Vocabulary

/// The words of a letter, checked: that every name exists, every value has a form and none can be missing.
///
/// What is left to go wrong when a letter is made is in the facts alone (`LetterError`): a text that is empty,
/// an amount without its rate, a letter that grows too long.
package struct LetterTemplate: Sendable {
  /// The facts that the letter may read, as slots of `Vocabulary.letters`; the table reads `invoices` and
  /// `also_listed` too.
  package let slots: Set<Int>
  private let subject: TemplateProgram
  private let body: TemplateProgram
  private let html: TemplateProgram?
  /// Whether the HTML template is a whole document, not just what stands in its body.
  private let isHTMLDocument: Bool

  /// Reads and checks the texts of a letter.
  ///
  /// - Parameters:
  ///   - subject: One line; line breaks at its end are left out.
  ///   - body: The text. Where there is no `html`, the HTML alternative is made from it.
  ///   - partials: The texts that `{{> name}}` stands for, by name; those that are not included are not looked
  ///     at.
  ///   - rates: What amounts are worth that are compared with bare numbers or other currencies.
  ///   - zones: The time zones that expressions can ask for.
  ///   - language: The tag of the language that the texts are written in; nil where it is not known, and nothing is
  ///     said of the forms of counted words.
  /// - Returns: The template, or nil and all issues at once: of the subject, the body, the HTML.
  package static func check(
    subject: String, body: String, html: String? = nil, partials: [String: String] = [:], rates: MoneyRates,
    zones: any TimeZoneDatabase = UniversalTime(), language: String? = nil
  ) -> (template: LetterTemplate?, issues: [TemplateIssue]) {
    let line = String(subject.reversed().drop { $0.isNewline }.reversed())
    let texts = [(TemplatePart.subject, line), (.body, body)] + (html.map { [(.html, $0)] } ?? [])
    var programs: [TemplateProgram] = []
    var issues: [TemplateIssue] = []
    var slots: Set<Int> = []
    for (part, text) in texts {
      var compiler = TemplateCompiler(
        target: part, partials: partials, rates: rates, zones: zones, language: language)
      programs.append(compiler.compile(text))
      let known = Set(issues)
      issues += compiler.issues.inOrder.filter { !known.contains($0) }
      slots.formUnion(compiler.slots)
    }
    guard issues.isEmpty else { return (nil, issues) }
    let template = LetterTemplate(
      slots: slots, subject: programs[0], body: programs[1], html: programs.count > 2 ? programs[2] : nil,
      isHTMLDocument: html?.lowercased().contains("<html") ?? false)
    return (template, [])
  }

  /// Whether it names `invoice` and nothing that stands for all invoices of the message.
  package var usesOnlySingleInvoice: Bool {
    let facts = slots.map { Vocabulary.letterFacts[$0] }
    let namesAll = facts.contains { fact in
      switch fact {
      case .letter(.invoices), .letter(.alsoListed), .letter(.invoiceTable), .letter(.totalDue): true
      case .letter, .today, .customer, .history, .invoice: false
      }
    }
    let namesOne = facts.contains { if case .invoice = $0 { true } else { false } }
    return namesOne && !namesAll
  }

  /// Whether it names the owner of the business.
  package var readsOwner: Bool {
    slots.contains {
      Vocabulary.letterFacts[$0] == .letter(.ownerName) || Vocabulary.letterFacts[$0] == .letter(.ownerEmail)
    }
  }

  /// Makes the letter's subject and text.
  ///
  /// - Throws: `LetterError` where a value is empty or has none, or the letter grows too long.
  package func render(_ facts: any LetterFacts, language: LetterLanguage) throws(LetterError) -> Letter {
    Letter(
      subject: try text(subject, .subject, facts, language, .subject),
      text: try text(body, .body, facts, language, .text))
  }

  /// Makes the letter's HTML alternative: a whole document that loads nothing from elsewhere, unless its own
  /// template does.
  ///
  /// - Throws: As `render`, and where a value that begins a link is no address of a web page.
  package func renderHTML(
    _ facts: any LetterFacts, language: LetterLanguage
  ) throws(LetterError) -> String {
    let content =
      if let html {
        try bytes(html, .html, facts, language, .html)
      } else {
        try inside(facts, language)
      }
    guard content.count <= TemplateLimits.letterBytes else { throw LetterError(kind: .tooLong, part: .body) }
    if isHTMLDocument { return String(decoding: content, as: UTF8.self) }
    let title = try text(subject, .subject, facts, language, .subject)
    return String(
      decoding: HTMLDocument.document(content: content, subject: title, language: language), as: UTF8.self)
  }

  /// Makes what stands inside of the HTML alternative that is made from the text: paragraphs, links and the table, every
  /// value escaped; nil where the letter has an HTML template of its own.
  ///
  /// - Throws: As `render`.
  package func renderInside(
    _ facts: any LetterFacts, language: LetterLanguage
  ) throws(LetterError) -> String? {
    html == nil ? String(decoding: try inside(facts, language), as: UTF8.self) : nil
  }

  private func inside(_ facts: any LetterFacts, _ language: LetterLanguage) throws(LetterError) -> [UInt8] {
    let draft = try bytes(body, .body, facts, language, .draft)
    var content: [UInt8] = []
    HTMLDocument.appendContent(of: draft, table: try table(facts, language, in: draft), to: &content)
    return content
  }

  private func table(
    _ facts: any LetterFacts, _ language: LetterLanguage, in draft: [UInt8]
  ) throws(LetterError) -> [UInt8] {
    guard let table = body.table, draft.contains(HTMLDocument.tableMark) else { return [] }
    return try bytes(table, .body, facts, language, .html)
  }

  private func bytes(
    _ program: TemplateProgram, _ part: TemplatePart, _ facts: any LetterFacts, _ language: LetterLanguage,
    _ output: Renderer.Output
  ) throws(LetterError) -> [UInt8] {
    var renderer = Renderer(program, part, facts, language, output)
    try renderer.run()
    return renderer.bytes
  }

  private func text(
    _ program: TemplateProgram, _ part: TemplatePart, _ facts: any LetterFacts, _ language: LetterLanguage,
    _ output: Renderer.Output
  ) throws(LetterError) -> String {
    let bytes = try bytes(program, part, facts, language, output)
    guard bytes.contains(where: { $0 > 32 }) else { throw LetterError(kind: .emptyPart, part: part) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [TemplateIssue] {
  /// The issues of each text in its order, the texts in the order in which they were met.
  fileprivate var inOrder: [TemplateIssue] {
    var parts: [TemplatePart] = []
    for issue in self where !parts.contains(issue.part) { parts.append(issue.part) }
    return parts.flatMap { part in
      filter { $0.part == part }.enumerated().sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }.map(\.element)
    }
  }
}
