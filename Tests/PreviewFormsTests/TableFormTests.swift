import Receivables
import Simulation
import TestSupport
import Testing

@testable import PreviewForms

/// The table: a spreadsheet reads it back as it was, and takes nothing in it for a formula.
@Suite struct TableFormTests {
  private func file(_ run: SimulatedRun) -> String {
    let form = TableForm(run.scenario)
    return String(decoding: form.head() + run.previews.flatMap { form.lines($0) }, as: UTF8.self)
  }

  /// The rows as RFC 4180 reads them.
  private func rows(_ file: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    let scalars = Array(file.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      func add(_ text: String) { rows[rows.count - 1][rows[rows.count - 1].count - 1] += text }
      switch (scalar, isQuoted) {
      case ("\"", true) where next == "\"":
        add("\"")
        place += 1
      case ("\"", _): isQuoted.toggle()
      case (",", false): rows[rows.count - 1].append("")
      case ("\r", false) where next == "\n":
        rows.append([""])
        place += 1
      default: add(String(scalar))
      }
      place += 1
    }
    return Array(rows.dropLast())
  }

  @Test func `the whole file`() throws {
    expectGolden(file(try HostileRun.run()), "table.csv")
  }

  @Test func `every row has every column, and values come back`() throws {
    let run = try HostileRun.run()
    let rows = rows(file(run))
    #expect(rows[0] == TableForm.columns + ["subject", "text"])
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    let messages = rows.filter { $0[0] == "message" }
    #expect(messages.count == run.summary.messages)
    #expect(messages.contains { $0[4] == HostileRun.customers[0].customer.name && $0[16] == "1450.00" })
    #expect(rows.contains { $0[0] == "skipped" && $0[19] == "no-address" })
  }

  @Test func `nothing begins like a formula`() throws {
    let cells = rows(file(try HostileRun.run())).flatMap { $0 }
    for cell in cells { #expect(!"=+-@\t\r".contains(cell.first ?? "x"), "\(cell)") }
    #expect(cells.contains("'=C1"))
    #expect(cells.contains { $0.hasPrefix("'=HYPERLINK") })
  }

  @Test(arguments: [
    ("plain", "plain"), ("=1", "'=1"), (" =1", "' =1"), ("\u{200B}@x", "'\u{200B}@x"), ("-5", "'-5"),
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("\tx", "'\tx"), ("A1;A2", "\"A1;A2\""),
  ])
  func `one cell`(_ text: String, written: String) {
    #expect(TableCell.text(text).written == written)
  }
}
