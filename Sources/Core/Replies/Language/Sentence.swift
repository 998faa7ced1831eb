internal import Receivables

/// One sentence of a text with what its words can be: the place where patterns are tried.
struct Sentence: Sendable {
  /// A date of the sentence.
  struct DateFound: Sendable {
    let range: Range<Int>
    let meaning: DateMeaning
  }

  let tokens: [Token]
  /// In UTF-8 bytes of the text.
  let range: Range<Int>
  let isQuestion: Bool
  /// The part of the visible reply it belongs to: parts are what stands between quoted lines.
  let part: Int
  private(set) var terms: [[Int32]]
  /// True where a clause ends before the token.
  private(set) var breaks: [Bool]
  /// The index of the invoice of the context that a token names.
  private(set) var invoices: [Int?]
  var dates: [DateFound] = []
  /// For each token the date that begins there.
  var dateAt: [Int?]

  init(tokens: [Token], part: Int, grammar: Grammar, common: Set<String>, invoices names: InvoiceNames) {
    let kept = tokens.filter { token in
      guard token.kind == .sign else { return true }
      return [",", "?", ":", "(", ")", "-", ";", "%", "€", "$", "£"].contains(token.text)
    }
    self.tokens = kept
    self.part = part
    range = (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0)
    isQuestion = tokens.suffix(4).contains { $0.kind == .sign && ($0.text == "?" || $0.text == "¿") }
    terms = kept.map { grammar.lexicon.numbers(of: $0, common: common) }
    breaks = kept.map { $0.kind == .sign && !["%", "€", "$", "£"].contains($0.text) }
    for (index, terms) in terms.enumerated() where terms.contains(where: grammar.breaks.contains) {
      breaks[index] = true
    }
    invoices = names.find(in: kept)
    dateAt = Array(repeating: nil, count: kept.count)
  }

  /// The clause around a range of tokens: from one break to the next.
  func clause(around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, !breaks[start] { start -= 1 }
    var end = range.upperBound
    while end < tokens.count, !breaks[end] { end += 1 }
    return start..<end
  }

  /// True for a clause behind which only signs stand.
  func isLast(_ clause: Range<Int>) -> Bool { tokens[clause.upperBound...].allSatisfy { $0.kind == .sign } }

  /// The bytes of a range of tokens.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return self.range }
    return tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }
}

/// The numbers of the invoices that were reminded, in the ways in which people write them.
struct InvoiceNames: Sendable {
  private let exact: [String: Int]
  private let figures: [String: Int]

  init(_ invoices: [ReminderContext.Invoice]) {
    var exact: [String: Int] = [:]
    var figures: [String: Int] = [:]
    for (index, invoice) in invoices.enumerated() {
      exact[Self.plain(invoice.number)] = index
      let last = invoice.number.split(whereSeparator: { !$0.isNumber }).last.map(String.init) ?? ""
      // The number without its year: `0447` of `2026-0447`, but `393` of `393/2025`.
      let first = invoice.number.split(whereSeparator: { !$0.isNumber }).first.map(String.init) ?? ""
      let chosen = last.count == 4 && last.hasPrefix("20") && first != last ? first : last
      for form in [chosen, Self.withoutZeros(chosen)] where form.utf8.count >= 3 { figures[form] = index }
    }
    self.exact = exact
    self.figures = figures
  }

  /// For each token the invoice it names, or nil.
  func find(in tokens: [Token]) -> [Int?] {
    guard !exact.isEmpty else { return Array(repeating: nil, count: tokens.count) }
    return tokens.indices.map { index in
      let token = tokens[index]
      switch token.kind {
      case .email, .link, .sign, .date, .decimal, .span: return nil
      case .number(_, ordinal: true): return nil
      case .word, .number: break
      }
      guard token.text.utf8.contains(where: \.isDigit) || token.text.utf8.count >= 3 else { return nil }
      let plain = Self.plain(token.text)
      if let found = exact[plain] { return found }
      guard plain.utf8.contains(where: \.isDigit) else { return nil }
      if index > 0, tokens[index - 1].text.utf8.allSatisfy(\.isLetter),
        let found = exact[Self.plain(tokens[index - 1].text) + plain]
      {
        return found
      }
      return figures[plain] ?? figures[Self.withoutZeros(plain)]
    }
  }

  private static func plain(_ text: String) -> String {
    String(decoding: text.utf8.filter { $0.isDigit || $0.isLetter }.map(\.small), as: UTF8.self)
  }

  private static func withoutZeros(_ text: String) -> String {
    String(text.drop { $0 == "0" })
  }
}
