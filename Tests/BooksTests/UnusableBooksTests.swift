import Foundation
import Receivables
import Testing

@testable import Books

/// Folders that cannot be used: one sentence says which file, what is wrong and how to remedy it.
@Suite struct UnusableBooksTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var file = "customers.csv"
    let bytes: [UInt8]
    let message: String

    init(_ description: String, file: String = "customers.csv", _ text: String, _ message: String) {
      self.init(description, file: file, bytes: Array(text.utf8), message)
    }

    init(_ description: String, file: String = "customers.csv", bytes: [UInt8], _ message: String) {
      testDescription = description
      self.file = file
      self.bytes = bytes
      self.message = message
    }
  }

  private static let header = "customer_id,name\n"
  static let cases = [
    Case("an empty file", "", "customers.csv is empty: it needs a header row with the names of its columns"),
    Case(
      "a file of blank lines", "\n\r\n\n",
      "customers.csv is empty: it needs a header row with the names of its columns"),
    Case(
      "a column that is missing", "customer,name\nC1,Ada\n",
      "customers.csv has no column `customer_id`: add it, or say in books.yaml what it is called here; "
        + "found `customer`, `name`"),
    Case(
      "a file without header", file: "invoices.csv", "A1,C1,2026-01-01,2026-02-01,10\n",
      "invoices.csv has no column `invoice_number`: add it, or say in books.yaml what it is called here; "
        + "found `A1`, `C1`, `2026-01-01`, `2026-02-01`, `10`"),
    Case(
      "a column twice", "customer_id,name,name\n",
      "customers.csv has two columns named `name`: rename one of them"),
    Case(
      "10 000 columns", "customer_id,name" + String(repeating: ",x", count: 9998) + "\n",
      "customers.csv has 10000 columns, more than the 500 that are read: leave out those that Duly does not need"
    ),
    Case(
      "10 MB in one line", header + String(repeating: "a", count: 10_000_000),
      "customers.csv:2: the row is longer than 1048576 bytes: look for a quote that is not closed"),
    Case(
      "10 MB in one header", String(repeating: "a", count: 10_000_000),
      "customers.csv:1: the row is longer than 1048576 bytes: look for a quote that is not closed"),
    Case(
      "10 MB of delimiters", header + String(repeating: ",", count: 10_000_000),
      "customers.csv:2: the row is longer than 1048576 bytes: look for a quote that is not closed"),
    Case(
      "10 MB of quotes", header + String(repeating: "\"", count: 10_000_001),
      "customers.csv:2: the row is longer than 1048576 bytes: look for a quote that is not closed"),
    Case(
      "a quote that is not closed", header + "C1,\"Ada\nC2,Bolt\n",
      "customers.csv:2: the row has a quote that is never closed: close it or take it out"),
    Case(
      "text after a quote", header + "C1,\"Ada\" Ltd\n",
      "customers.csv:2: text follows a closing quote: quote the whole value and double the quotes inside it"),
    Case(
      "a NUL byte", header + "C1,A\0da\n",
      "customers.csv:2: a NUL byte stands in the text: export the file anew as CSV"),
    Case(
      "UTF-8 that is cut off", bytes: Array((header + "C1,Ada\nC2,Zo").utf8) + [0xC3],
      "customers.csv:3: the text is not UTF-8: save the file as UTF-8"),
    Case(
      "Latin-1", bytes: Array((header + "C1,Zo").utf8) + [0xEB, 0x0A],
      "customers.csv:2: the text is not UTF-8: save the file as UTF-8"),
    Case(
      "UTF-16", bytes: [0xFF, 0xFE, 0x63, 0x00],
      "customers.csv:1: the text is not UTF-8: save the file as UTF-8"),
  ]

  @Test(arguments: cases) func `a broken file is one clear error`(_ row: Case) throws {
    let folder = try BooksFolder([
      "customers.csv": BooksFolder.customers, "invoices.csv": BooksFolder.invoices,
    ])
    try folder.write(row.file, row.bytes)
    #expect(try folder.refusal() == row.message)
  }

  @Test func `a folder in place of a file is refused`() throws {
    let folder = try BooksFolder(["customers.csv": BooksFolder.customers])
    try FileManager.default.createDirectory(
      atPath: folder.path + "/invoices.csv", withIntermediateDirectories: false)
    #expect(try folder.refusal() == "invoices.csv is not a regular file: put the file itself in its place")
  }

  @Test func `a pipe in place of a file is refused and never waited for`() throws {
    let folder = try BooksFolder(["customers.csv": BooksFolder.customers])
    #expect(mkfifo(folder.path + "/invoices.csv", 0o600) == 0)
    #expect(try folder.refusal() == "invoices.csv is not a regular file: put the file itself in its place")
  }

  @Test func `a file that is missing is asked for`() throws {
    #expect(
      try BooksFolder([:]).refusal()
        == "customers.csv is not in the folder of the books: put it there, with customer_id, name")
    #expect(
      try BooksFolder(["customers.csv": BooksFolder.customers]).refusal()
        == "invoices.csv is not in the folder of the books: put it there, with invoice_number, customer_id, "
        + "issue_date, due_date, amount")
  }

  @Test func `amounts beyond what can be counted are refused, not summed`() throws {
    var text = BooksFolder.invoices
    for number in 0..<100_001 { text += "A\(number),C1,2026-01-01,2026-02-01,100000000000\n" }
    let folder = try BooksFolder(["customers.csv": BooksFolder.customers, "invoices.csv": text])
    #expect(
      try folder.refusal()
        == "the amounts of the books add up to more than can be counted (10^18 minor units): "
        + "check the number format in books.yaml")
  }

  @Test func `more bad rows than anyone reads end in one error`() throws {
    var text = BooksFolder.invoices
    for number in 0..<100_001 { text += "A\(number),C1,2026-01-01,2026-02-01,x\n" }
    let folder = try BooksFolder(["customers.csv": BooksFolder.customers, "invoices.csv": text])
    #expect(try folder.refusal().contains("100000 bad rows, the first invoices.csv:2: found `x`"))
  }

  @Test func `a start before the day of the books is refused`() throws {
    let folder = try BooksFolder([
      "customers.csv": BooksFolder.customers, "invoices.csv": BooksFolder.invoices,
      "books.yaml": "as_of: 2026-02-20\n",
    ])
    #expect(
      try folder.refusal(from: "2026-02-19")
        == "--from 2026-02-19 lies before 2026-02-20, the day of the books: begin on that day or later")
    #expect(try folder.refusal(from: "2026-02-20").isEmpty)
  }
}
