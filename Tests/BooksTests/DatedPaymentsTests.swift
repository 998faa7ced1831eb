import Receivables
import Testing

@testable import Books

/// The days on which invoices were paid, where the policy charges.
@Suite struct DatedPaymentsTests {
  private static let invoices =
    "invoice_number,customer_id,issue_date,due_date,amount,balance\n"
    + "A1,C1,2026-01-01,2026-04-01,300,\nA2,C1,2026-01-01,2026-02-01,100,60\n"

  private func payments(_ rows: [String], instalments: Bool = true) throws -> [String] {
    var files = [
      "invoices.csv": Self.invoices,
      "payments.csv": "payment_date,customer_id,amount,invoice_number\n" + rows.map { $0 + "\n" }.joined(),
    ]
    if instalments {
      files["instalments.csv"] =
        "invoice_number,instalment,due_date,amount\nA1,1,2026-02-01,100\nA1,2,2026-03-01,100\nA1,3,2026-04-01,100\n"
    }
    return try #require(account(files).payments).map { "\($0.id) \($0.day) \($0.minorUnits)" }
  }

  @Test func `payments stand in order of invoice and day`() throws {
    #expect(
      try payments(
        ["2026-02-12,C1,10,A2", "2026-02-11,C1,-5,A2", "2026-02-10,C1,30,A1", "2026-02-10,C1,1,"],
        instalments: false)
        == ["A1 2026-02-10 3000", "A2 2026-02-11 -500", "A2 2026-02-12 1000"])
  }

  @Test func `what names the whole goes to the oldest part that has room, in order of days`() throws {
    #expect(
      try payments(["2026-02-12,C1,80,A1", "2026-02-11,C1,70,A1", "2026-02-10,C1,60,A1/2"])
        == [
          "A1/1 2026-02-11 7000", "A1/1 2026-02-12 3000", "A1/2 2026-02-10 6000", "A1/2 2026-02-12 4000",
          "A1/3 2026-02-12 1000",
        ])
  }

  @Test func `they are not kept where nobody asks`() throws {
    let folder = try BooksFolder(["customers.csv": BooksFolder.customers, "invoices.csv": Self.invoices])
    let snapshot = try BooksReader.read(
      folder: folder.path, baseCurrency: pounds(), from: day("2026-02-20"), keepingPayments: false)
    #expect(snapshot.accounts.allSatisfy { $0.payments == nil })
    #expect(try folder.read().accounts.allSatisfy { $0.payments == [] })
  }
}
