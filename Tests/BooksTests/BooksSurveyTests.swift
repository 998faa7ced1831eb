import Receivables
import Testing

@testable import Books

@Suite struct BooksSurveyTests {
  private static let mixed =
    BooksFolder.invoices.replacing("amount\n", with: "amount,status\n") + """
      A1,C1,2026-01-01,2026-02-01,10,open
      A2,C1,2026-01-01,2026-02-01,10,paid

      A3,C1,2026-01-01,2026-02-01,10,void
      A4,C1,2026-01-01,2026-02-01,10,draft
      A5,C1,2026-01-01,2026-02-01,10,credit_note
      A6,C1,2026-01-01,2026-02-01,10,
      A7,C1,someday,2026-02-01,10,open
      ,C1,2026-01-01,2026-02-01,10,open

      """

  private func survey(
    _ files: [String: String], base: Currency?, on date: String = "2026-02-20"
  ) throws -> BooksSurvey {
    let folder = try BooksFolder(["customers.csv": BooksFolder.customers].merging(files) { $1 })
    return try BooksSurvey.read(folder: folder.path, baseCurrency: base, on: day(date))
  }

  @Test func `rows are counted by file, blank lines left aside, and invoices by status`() throws {
    let found = try survey(
      [
        "invoices.csv": Self.mixed, "contacts.csv": "customer_id,role,email\nC1,billing,a@b.example\n",
        "instalments.csv": "invoice_number,instalment,due_date,amount\n",
        "payments.csv": "payment_date,customer_id,amount\n2026-01-01,C1,5\n2026-01-01,C9,5\n",
      ], base: pounds())

    #expect(
      found.files.map { "\($0.name) \($0.rows ?? -1)" } == [
        "customers.csv 2", "contacts.csv 1", "invoices.csv 8", "instalments.csv 0", "payments.csv 2",
      ])
    #expect(
      found.statuses.map { "\($0.status) \($0.rows)" } == [
        "open 2", "paid 1", "void 1", "draft 1", "credit_note 1", "unreadable 2",
      ])
  }

  @Test func `a file that is not there has no number of rows`() throws {
    let found = try survey(["invoices.csv": BooksFolder.invoices], base: pounds())
    #expect(found.files.map(\.rows) == [2, nil, 0, nil, nil])
  }

  @Test func `the snapshot is the one of a simulation`() throws {
    let found = try survey(["invoices.csv": Self.mixed], base: pounds()).snapshot
    let read = try books(["invoices.csv": Self.mixed])
    #expect(found.problems == read.problems)
    #expect(found.accounts.map(summary) == read.accounts.map(summary))
  }

  @Test func `the currency of the books is taken where none is given, and one of both is needed`() throws {
    let files = ["invoices.csv": BooksFolder.invoices, "books.yaml": "currency: EUR\n"]
    #expect(try survey(files, base: nil).baseCurrency.code == "EUR")
    #expect(throws: BooksError.self) { try survey(["invoices.csv": BooksFolder.invoices], base: nil) }
  }

  @Test func `a day before the books is refused, their own day is not`() throws {
    let files = ["invoices.csv": BooksFolder.invoices, "books.yaml": "as_of: 2026-02-20\n"]
    #expect(try survey(files, base: pounds(), on: "2026-02-20").snapshot.asOf == "2026-02-20")
    #expect(throws: BooksError.self) { try survey(files, base: pounds(), on: "2026-02-19") }
  }
}
