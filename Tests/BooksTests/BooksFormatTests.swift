import Receivables
import Testing

@testable import Books

/// `books.yaml`: other names, days and numbers.
@Suite struct BooksFormatTests {
  @Test func `files, columns, days and numbers are read as books.yaml says`() throws {
    let folder = try BooksFolder([
      "books.yaml": """
      as_of: 2026-02-20T07:00:00Z
      currency: EUR
      date_format: DD.MM.YYYY
      number_format: 1.234,56
      customers:
        file: Kunden.csv
        columns: { customer_id: Kundennummer, name: Firma }
      invoices:
        columns:
          invoice_number: Nummer
          due_date: Fällig
      """,
      "Kunden.csv": "Kundennummer;Firma;name\nK1;Müller;x\n",
      "invoices.csv": "Nummer;customer_id;issue_date;Fällig;amount\nR1;K1;01.02.2026;03.03.2026;1.234,5\n",
    ])
    let snapshot = try folder.read()
    #expect(snapshot.asOf == "2026-02-20T07:00:00Z")
    #expect(snapshot.problems.isEmpty)
    let account = try #require(snapshot.accounts.first)
    #expect(account.customer.name == "Müller")
    #expect(account.customer.fields.names == ["name"])
    #expect(summary(account) == ["R1 1234.50/1234.50 EUR 2026-03-03"])
  }

  @Test func `a problem names the column as the file does`() throws {
    let snapshot = try books([
      "books.yaml": "date_format: D.M.YYYY\ninvoices: { columns: { due_date: Fällig } }\n",
      "invoices.csv": "invoice_number,customer_id,issue_date,Fällig,amount\nA1,C1,1.2.2026,2026-03-03,1\n",
    ])
    #expect(
      snapshot.problems.map { "\($0.column): \($0.message)" }
        == ["Fällig: found `2026-03-03`, expected a day written D.M.YYYY from 1900 to 2199"])
  }

  @Test(arguments: [
    ("as_of: 2026-02-20", "2026-02-20"), ("as_of: '2026-02-20 07:00'", "2026-02-20 07:00"),
    ("as_of: 2026-02-20T07:00:00.5+01:00", "2026-02-20T07:00:00.5+01:00"),
  ]) func `the moment of the books is kept as stated`(_ text: String, _ expected: String) throws {
    #expect(try books(["books.yaml": text, "invoices.csv": BooksFolder.invoices]).asOf == expected)
  }

  @Test(arguments: [
    ("curency: EUR", "books.yaml:1:1: unknown key `curency`: did you mean `currency`?"),
    ("currency: Euro", "books.yaml:1:11: found `Euro`, expected a currency of ISO 4217 in capital letters"),
    ("currency: [EUR]", "books.yaml:1:11: found a list, expected a currency like EUR"),
    (
      "as_of: yesterday",
      "books.yaml:1:8: found `yesterday`, expected a day or an instant like 2026-02-20T07:00:00Z"
    ),
    (
      "as_of: 2026-02-30",
      "books.yaml:1:8: found `2026-02-30`, expected a day or an instant like 2026-02-20T07:00:00Z"
    ),
    (
      "as_of: 2026-02-20T25:00Z",
      "books.yaml:1:8: found `2026-02-20T25:00Z`, expected a day or an instant like 2026-02-20T07:00:00Z"
    ),
    (
      "date_format: dd.mm.yy",
      "books.yaml:1:14: found `dd.mm.yy`, expected YYYY, MM or M, and DD or D in any order, like DD.MM.YYYY"
    ),
    (
      "number_format: german",
      "books.yaml:1:16: found `german`, expected the number 1234.56 as the books write it, like 1.234,56"
    ),
    ("invoices: Rechnungen.csv", "books.yaml:1:11: found text, expected `file:` and `columns:`"),
    (
      "invoices: { file: ../x.csv }",
      "books.yaml:1:19: found `../x.csv`, expected the name of a file in the folder"
    ),
    (
      "invoices: { columns: { due_day: X } }",
      "books.yaml:1:24: unknown key `due_day`: did you mean `due_date`?"
    ),
    (
      "invoices: { columns: { due_date: X, issue_date: X } }",
      "books.yaml:1:49: found `X`, which is `due_date` already, expected another column"
    ),
    ("- currency", "books.yaml:1:1: found a list, expected keys like `date_format: DD.MM.YYYY`"),
  ]) func `a mistake in books.yaml is reported where it stands`(_ text: String, _ message: String) throws {
    let folder = try BooksFolder(["books.yaml": text, "customers.csv": BooksFolder.customers])
    #expect(try folder.refusal() == message)
  }

  @Test func `all mistakes in books.yaml are reported at once`() throws {
    let folder = try BooksFolder(["books.yaml": "currency: Euro\ncolour: red\ndate_format: x\n"])
    let lines = try folder.refusal().split(separator: "\n").map { $0.prefix(14) }
    #expect(lines == ["books.yaml:1:1", "books.yaml:2:1", "books.yaml:3:1"])
  }

  @Test func `text that is no YAML is reported with its place`() throws {
    let message = try BooksFolder(["books.yaml": "currency: EUR\ninvoices: {\n"]).refusal()
    #expect(message.hasPrefix("books.yaml:"))
  }

  @Test func `a file or column that books.yaml names has to be there`() throws {
    let folder = try BooksFolder([
      "books.yaml": "payments: { file: Zahlungen.csv }", "customers.csv": BooksFolder.customers,
      "invoices.csv": BooksFolder.invoices,
    ])
    #expect(
      try folder.refusal()
        == "Zahlungen.csv is not in the folder of the books: correct `payments` in books.yaml")
    let other = try BooksFolder([
      "books.yaml": "customers: { columns: { phone: Telefon } }", "customers.csv": BooksFolder.customers,
    ])
    #expect(
      try other.refusal()
        == "customers.csv has no column `Telefon`: add it, or say in books.yaml what it is called here; "
        + "found `customer_id`, `name`, `email`")
  }
}
