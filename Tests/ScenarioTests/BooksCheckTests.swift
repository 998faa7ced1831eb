import Foundation
import TestSupport
import Testing

/// `duly books check` as a bookkeeper runs it: what it prints, and how it ends.
@Suite struct BooksCheckTests {
  private static let troubled =
    "duly books check Tests/Books/troubled --policy policies/acme-joinery.yaml --as-of 2026-03-02"
  private static let sound = "duly books check examples/first-look/books --currency GBP --as-of 2026-02-20"

  @Test(arguments: ["text", "json"])
  func `books with every kind of trouble are told apart row by row`(format: String) throws {
    let outcome = try BuiltCommand("duly").run("\(Self.troubled) --format \(format)")

    #expect(outcome.status == 1)
    #expect(outcome.errors == "8 customers and 16 open items checked: 10 errors, 3 warnings\n")
    expectGolden(outcome.output, "books-troubled.\(format == "json" ? "json" : "txt")")
  }

  @Test(arguments: [
    ("first-look", "first-look/books --currency GBP --as-of 2026-02-20"),
    ("studio", "studio/books --policy policies/studio-net30.yaml --as-of 2026-03-20"),
  ])
  func `the books of an example can be read without an error`(name: String, arguments: String) throws {
    let outcome = try BuiltCommand("duly").run("duly books check examples/\(arguments) --quiet")

    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    expectGolden(outcome.output, "books-\(name).txt")
  }

  @Test func `the folder may be named as in the other commands`() throws {
    let named = try BuiltCommand("duly").run(Self.sound.replacing("check ", with: "check --books "))
    #expect(try named.output == BuiltCommand("duly").run(Self.sound).output)
    #expect(named.status == 0)
  }

  @Test func `a project says where the books are and in which currency`() throws {
    let folder = try TemporaryFolder([
      "duly.yaml": "duly: 1\npolicies: [p.yaml]\nbooks: { csv: b }\n",
      "p.yaml": try Self.text("policies/studio-net30.yaml"),
      "b/customers.csv": "customer_id,name,email\nC1,Ada,ap@ada.example\n",
      "b/invoices.csv":
        "invoice_number,customer_id,issue_date,due_date,amount\nA1,C1,2025-01-01,2026-02-01,5\n",
      "b/books.yaml": "as_of: 2026-02-20\n",
    ])
    let outcome = try BuiltCommand("duly").run("duly books check --as-of 2026-02-20", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("amounts without a currency are USD (policy\nstudio-net30)."))
  }

  @Test(arguments: [
    (
      "duly books check nowhere --currency GBP",
      "the folder of the books, `nowhere`, is no folder that is there"
    ),
    ("duly books check examples --currency GBP", "customers.csv is not in the folder of the books"),
    ("duly books check examples/first-look/books --as-of 2026-02-20", "nothing says in which currency"),
    ("\(sound) --policy policies/acme-joinery.yaml", "--policy says the currency already"),
    (
      "duly books check examples/first-look/books --currency gbp",
      "--currency `gbp` is no currency of ISO 4217"
    ),
    ("\(sound)0", "--as-of `2026-02-200` is no day written YYYY-MM-DD"),
    ("\(sound.dropLast(2))19", "--as-of 2026-02-19 lies before 2026-02-20, the day of the books"),
    ("\(sound) --books examples/studio/books", "the folder of the books is given twice"),
    ("duly books check", "no books were named; say where they are: `duly books check DIR`"),
    ("duly books check examples/first-look/books --policy nothing.yaml", "nothing.yaml"),
  ])
  func `what cannot be used is said once, and nothing is printed`(line: String, sentence: String) throws {
    let outcome = try BuiltCommand("duly").run(line)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.lowercased().hasPrefix("error: "), "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: sentence).count == 2, "\(outcome.errors)")
  }

  @Test(arguments: [
    ("C1,\u{0}", "customers.csv:2: a NUL byte stands in the text"),
    ("C1,\"open", "customers.csv:2: the row has a quote that is never closed"),
    ("C1,\"a\"b", "customers.csv:2: text follows a closing quote"),
  ])
  func `a file that is no table is one error`(row: String, sentence: String) throws {
    let folder = try TemporaryFolder([
      "customers.csv": "customer_id,name\n\(row)\n", "invoices.csv": "",
    ])
    let outcome = try BuiltCommand("duly").run("duly books check \(folder.url.path) --currency GBP")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: \(sentence)"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `amounts beyond what can be counted are refused, not cut`() throws {
    let rows = (1...100_001).map { "A\($0),C1,2026-01-01,2026-02-01,100000000000.00\n" }.joined()
    let folder = try TemporaryFolder([
      "customers.csv": "customer_id,name\nC1,Ada\n",
      "invoices.csv": "invoice_number,customer_id,issue_date,due_date,amount\n\(rows)",
    ])
    let outcome = try BuiltCommand("duly").run("duly books check \(folder.url.path) --currency GBP")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: the amounts of the books add up to more than can be counted"))
  }

  @Test func `values from outside neither steer the terminal nor widen the report`() throws {
    let long = String(repeating: "wide ", count: 60) + String(repeating: "漢", count: 200)
    let evil = "\u{1B}[2J\u{9B}31m\u{202E}\u{2028}end"
    let rows = (1...30).map { number in
      "N\(number)-\(String(repeating: "9", count: 150)),C1,2026-01-01,2026-02-01,100000000000.00\n"
    }
    let folder = try TemporaryFolder([
      "customers.csv":
        "customer_id,name,email,\"\(evil)\"\nC1,\"\(evil)\n\(long)\",\(evil)\(long),\nC2,\(long),,,,\n",
      "invoices.csv": "invoice_number,customer_id,issue_date,due_date,amount,\"\(long)\"\n"
        + rows.map { $0.replacing("\n", with: ",\n") }.joined() + "\(evil),\(long),never,,1e9\n",
    ])
    let outcome = try BuiltCommand("duly").run(
      "duly books check \(folder.url.path) --currency GBP --as-of 2026-02-20")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("3000000000000.00"))
    #expect(outcome.output.contains("and 10 more") == false)
    for line in outcome.output.split(separator: "\n") {
      #expect(Self.width(line) <= 80, "\(line)")
    }
    let steering = outcome.output.unicodeScalars.filter { scalar in
      scalar != "\n"
        && (scalar.properties.generalCategory == .control || [0x202E, 0x2028].contains(scalar.value))
    }
    #expect(steering.isEmpty)
  }

  @Test func `a report is the same bytes twice, and titles are bold only where asked for`() throws {
    let plain = try BuiltCommand("duly").run(Self.troubled).output
    let bold = try BuiltCommand("duly").run("\(Self.troubled) --color always").output
    #expect(try plain == BuiltCommand("duly").run(Self.troubled).output)
    #expect(bold.contains("\u{1B}[1mFiles\u{1B}[0m"))
    #expect(bold.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == plain)
  }

  /// Wide characters take two columns.
  private static func width(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 2 : 1) }
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: BuiltCommand.root.appendingPathComponent(path)), as: UTF8.self)
  }
}
