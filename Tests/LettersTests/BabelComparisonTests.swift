import CEL
import Foundation
import Receivables
import Testing

@testable import Letters

/// Compares what is written with the rows of `Goldens/babel.tsv`, which `scripts/make-language-tables.py` made.
@Suite struct BabelComparisonTests {
  /// The cells of a row behind its three keys.
  private struct Row {
    let kind: String
    let language: String
    let key: String
    let cells: [String]
  }

  private let rows: [Row]

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/babel.tsv")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    rows = text.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(kind: cells[0], language: cells[1], key: cells[2], cells: Array(cells[3...]))
    }
  }

  /// Expects each cell of the rows of a kind to be what is written of the cell above it in the row `inputs`.
  private func compare(
    _ kind: String, with inputs: String, atLeast count: Int,
    write: (LetterLanguage, _ key: String, _ input: String) -> String?
  ) throws {
    let given = try #require(rows.first { $0.kind == inputs }).cells
    var compared = 0
    var differences: [String] = []
    for row in rows where row.kind == kind {
      let language = LetterLanguage(row.language)
      #expect(language.tag == row.language)
      #expect(row.cells.count == given.count)
      for (input, cell) in zip(given, row.cells) {
        compared += 1
        let written = write(language, row.key, input)
        if written != cell {
          differences.append("\(row.language) \(row.key) \(input): \(written ?? "nothing"), not \(cell)")
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20).joined(separator: "; "))")
    #expect(compared >= count)
    #expect(Set(rows.filter { $0.kind == kind }.map(\.language)) == Set(LetterLanguage.all.map(\.tag)))
  }

  private func text(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `amounts are written as babel writes them`() throws {
    try compare("money", with: "amounts", atLeast: 6000) { language, code, input in
      guard let currency = CurrencyCode(code), let amount = CEL.Decimal(input) else { return nil }
      return text { language.append(MoneyAmount(amount: amount, currency: currency), to: &$0) }
    }
  }

  @Test func `numbers are written as babel writes them`() throws {
    try compare("number", with: "numbers", atLeast: 200) { language, _, input in
      CEL.Decimal(input).map { number in text { language.append(number, decimals: nil, to: &$0) } }
    }
  }

  @Test func `rates are written as babel writes them`() throws {
    try compare("percent", with: "numbers", atLeast: 200) { language, _, input in
      CEL.Decimal(input).map { number in text { language.append(percent: number, to: &$0) } }
    }
  }

  @Test func `days are written as babel writes them`() throws {
    try compare("date", with: "days", atLeast: 2000) { language, style, input in
      guard let style = DateStyle(rawValue: style), let day = Day(iso: input) else { return nil }
      return text { language.append(day.number, style, to: &$0) }
    }
  }

  @Test func `counts take the words that babel gives them`() throws {
    let counts = try #require(rows.first { $0.kind == "counts" }).cells.compactMap { Int64($0) }
    #expect(counts.count == 141)
    for row in rows where row.kind == "plural" {
      let rule = LetterLanguage(row.language).pluralRule
      let forms = counts.map { count in
        switch rule.form(of: count) {
        case .one: "1"
        case .few: "f"
        case .other: "o"
        }
      }
      // Where a language has few, babel calls the others many.
      #expect(forms.joined() == row.cells[0].replacing("m", with: "o"), "\(row.language)")
    }
  }
}
