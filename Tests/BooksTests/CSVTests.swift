import Receivables
import Testing

@testable import Books

/// The text of CSV files, days and numbers.
@Suite struct CSVTests {
  private func names(_ text: String) throws -> [String] {
    try books(["customers.csv": text, "invoices.csv": BooksFolder.invoices]).accounts.map(\.customer.name)
  }

  @Test(arguments: [
    "customer_id,name\nC1,Ada\nC2,Bolt\n",
    "customer_id;name\nC1;Ada\nC2;Bolt\n",
    "customer_id\tname\nC1\tAda\nC2\tBolt\n",
    "\u{FEFF}customer_id,name\r\nC1,Ada\r\nC2,Bolt\r\n",
    "customer_id,name\rC1,Ada\rC2,Bolt",
    "\"customer_id\",\"name\"\n\"C1\",\"Ada\"\n\n\n\"C2\",\"Bolt\"",
    " customer_id , name \nC1,Ada\nC2,Bolt",
    "name,customer_id\nAda,C1\nBolt,C2\n",
    "customer_id,name,,\nC1,Ada,,\nC2,Bolt,,\n",
  ]) func `delimiter, line ends, quotes and blank lines are found out`(_ text: String) throws {
    #expect(try names(text) == ["Ada", "Bolt"])
  }

  @Test(arguments: [
    ("\"a,b\"", "a,b"), ("\"a\nb\"", "a\nb"), ("\"say \"\"hi\"\"\"", "say \"hi\""), ("\"\"\"\"", "\""),
    ("5\" pipe", "5\" pipe"), ("Zoë 株式会社", "Zoë 株式会社"), (" a ", " a "),
  ]) func `a value is read as RFC 4180 writes it`(_ written: String, _ meant: String) throws {
    #expect(try names("customer_id,name\nC1,\(written)\nC2,next\n") == [meant, "next"])
  }

  @Test func `the line of a problem counts line breaks inside quotes`() throws {
    let snapshot = try books([
      "customers.csv": "customer_id,name,since\nC1,\"a\nb\r\nc\",\nC2,d,never\n",
      "invoices.csv": BooksFolder.invoices,
    ])
    #expect(snapshot.problems.map(\.line) == [5])
  }

  @Test(arguments: [
    ("YYYY-MM-DD", "2026-02-28", "2026-02-28"), ("DD.MM.YYYY", "28.02.2026", "2026-02-28"),
    ("D.M.YYYY", "1.2.2026", "2026-02-01"), ("D.M.YYYY", "01.12.2026", "2026-12-01"),
    ("MM/DD/YYYY", "02/28/2026", "2026-02-28"), ("YYYYMMDD", "20260228", "2026-02-28"),
  ]) func `a day is read in the format of the books`(_ pattern: String, _ text: String, _ expected: String)
    throws
  {
    let format = try #require(DateFormat(pattern))
    let bytes = Array(text.utf8)
    let found = format.day(bytes.span, CSVScanner.Field(start: 0, end: bytes.count))
    #expect(found?.description == expected)
  }

  @Test(arguments: [
    ("YYYY-MM-DD", "2026-02-29"), ("YYYY-MM-DD", "1899-12-31"), ("YYYY-MM-DD", "2200-01-01"),
    ("YYYY-MM-DD", "2026-2-28"), ("YYYY-MM-DD", "2026-02-28T00:00"), ("YYYY-MM-DD", "28.02.2026"),
    ("DD.MM.YYYY", "28.2.2026"), ("DD.MM.YYYY", "28.02.26"), ("D.M.YYYY", "128.2.2026"), ("DD.MM.YYYY", ""),
  ]) func `what is no day in that format is refused`(_ pattern: String, _ text: String) throws {
    let format = try #require(DateFormat(pattern))
    let bytes = Array(text.utf8)
    #expect(format.day(bytes.span, CSVScanner.Field(start: 0, end: bytes.count)) == nil)
  }

  @Test(arguments: ["", "DD.MM.YY", "DD.MM", "DD.MM.YYYY hh", "DDMMYYYYDD", "DMYYYY", "dd.mm.yyyy"])
  func `what is no format of days is refused`(_ pattern: String) {
    #expect(DateFormat(pattern) == nil)
  }

  @Test(arguments: [
    ("1234.56", "1234.56", 123_456), ("1234.56", "-0.5", -50), ("1234.56", "+7", 700),
    ("1234.56", "7.500", 750),
    ("1,234.56", "12,345,678.90", 1_234_567_890), ("1,234.56", "1234.5", 123_450),
    ("1.234,56", "1.234,56", 123_456), ("1 234,56", "1 234,56", 123_456),
    ("1\u{A0}234,56", "1\u{A0}234\u{A0}567,89", 123_456_789), ("1'234.56", "1'234.56", 123_456),
    ("1234,56", "1234,56", 123_456), ("1234.56", "100000000000.00", 10_000_000_000_000),
  ]) func `a number is read in the format of the books`(_ example: String, _ text: String, _ units: Int64)
    throws
  {
    guard case .minorUnits(let found) = try read(text, example) else {
      Issue.record("\(text) is not read as \(example)")
      return
    }
    #expect(found == units)
  }

  @Test(arguments: [
    ("1234.56", ""), ("1234.56", "-"), ("1234.56", "1."), ("1234.56", ".5"), ("1234.56", "1,234.56"),
    ("1234.56", "1e3"), ("1234.56", "1 "), ("1234.56", "£5"), ("1234.56", "--5"), ("1234.56", "1.2.3"),
    ("1,234.56", "12,34.5"), ("1,234.56", ",123"), ("1,234.56", "1234,567"), ("1,234.56", "1,234,"),
    ("1.234,56", "1.5"), ("1234.56", "٣"),
  ]) func `what is no number in that format is refused`(_ example: String, _ text: String) throws {
    guard case .notANumber = try read(text, example) else {
      Issue.record("\(text) is read as \(example)")
      return
    }
  }

  @Test func `more decimals and larger amounts than can be are told apart`() throws {
    guard case .tooManyDecimals = try read("1.234", "1234.56"),
      case .tooLarge = try read("100000000000.01", "1234.56"),
      case .tooLarge = try read(String(repeating: "9", count: 5000), "1234.56")
    else {
      Issue.record("a number that does not fit is read")
      return
    }
  }

  private func read(_ text: String, _ example: String) throws -> NumberFormat.Reading {
    let format = try #require(NumberFormat(example))
    let bytes = Array(text.utf8)
    return format.read(bytes.span, CSVScanner.Field(start: 0, end: bytes.count), decimals: 2)
  }

  @Test(arguments: ["", "1234", "1.234.56", "1234.5", "2345.67", "1-234.56"])
  func `what is no format of numbers is refused`(_ example: String) {
    #expect(NumberFormat(example) == nil)
  }
}
