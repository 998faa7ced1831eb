import Receivables
import Testing

@testable import Books

/// Invoices paid in parts.
@Suite struct InstalmentsTests {
  private func parts(
    _ invoice: String = "300", payments: [String] = [], instalments: String? = nil, others: String = ""
  ) throws -> Account {
    try account([
      "invoices.csv": "invoice_number,customer_id,issue_date,due_date,amount,balance,status\n"
        + "A1,C1,2026-01-01,2026-04-01,\(invoice)\n\(others)",
      "instalments.csv": "invoice_number,instalment,due_date,amount\n"
        + (instalments ?? "A1,2,2026-03-01,100\nA1,1,2026-02-01,100\nA1,3,2026-04-01,100\n"),
      "payments.csv": "payment_date,customer_id,amount,invoice_number\n"
        + payments.map { $0 + "\n" }.joined(),
    ])
  }

  @Test func `each part has its own due day and balance`() throws {
    let account = try parts("300,,")
    #expect(
      summary(account) == [
        "A1/1 100.00/100.00 GBP 2026-02-01", "A1/2 100.00/100.00 GBP 2026-03-01",
        "A1/3 100.00/100.00 GBP 2026-04-01",
      ])
    #expect(account.receivables.map(\.instalments) == [3, 3, 3])
    #expect(account.receivables.allSatisfy { $0.invoiceDue.description == "2026-04-01" })
  }

  @Test func `payments settle the oldest part first`() throws {
    let account = try parts("300,,", payments: ["2026-02-01,C1,150,A1"])
    #expect(account.receivables.map(\.balance.amountText) == ["0.00", "50.00", "100.00"])
  }

  @Test func `a payment that names a part settles that part`() throws {
    let account = try parts("300,,", payments: ["2026-02-01,C1,50,A1", "2026-02-01,C1,80,A1/3"])
    #expect(account.receivables.map(\.balance.amountText) == ["50.00", "100.00", "20.00"])
  }

  @Test func `what a named part does not need goes to the oldest`() throws {
    let account = try parts("300,,", payments: ["2026-02-01,C1,150,A1/3"])
    #expect(account.receivables.map(\.balance.amountText) == ["50.00", "100.00", "0.00"])
  }

  @Test func `a payment of a part that was charged back leaves it open`() throws {
    let account = try parts("300,,", payments: ["2026-02-01,C1,100,A1/2", "2026-02-03,C1,-100,A1/2"])
    #expect(account.receivables.map(\.balance.amountText) == ["100.00", "100.00", "100.00"])
  }

  @Test func `a stated balance is what is open of all parts`() throws {
    let account = try parts("300,120,")
    #expect(account.receivables.map(\.balance.amountText) == ["0.00", "20.00", "100.00"])
  }

  @Test func `a paid invoice has settled parts`() throws {
    #expect(try parts("300,,paid").receivables.map(\.balance.amountText) == ["0.00", "0.00", "0.00"])
  }

  @Test func `parts that do not add up set the invoice aside, once`() throws {
    let account = try parts("301,,")
    #expect(account.setAside.map(\.reason) == [.inconsistentAmounts])
    #expect(account.receivables.isEmpty)
  }

  @Test func `an invoice number with a slash in it goes before a part`() throws {
    let account = try parts(
      "300,,", payments: ["2026-02-01,C1,70,A1/2"], others: "A1/2,C1,2026-01-01,2026-04-01,70,,\n")
    #expect(account.receivables.map(\.balance.amountText) == ["100.00", "100.00", "100.00", "0.00"])
    #expect(account.places(named: "A1/2") == [3])
  }

  @Test func `a part of a number with a slash in it can be named`() throws {
    let account = try parts(
      "300,,", payments: ["2026-02-01,C1,70,2026/7/1"],
      instalments: "2026/7,1,2026-02-01,70\n2026/7,2,2026-03-01,30\n",
      others: "2026/7,C1,2026-01-01,2026-04-01,100,,\n")
    #expect(
      account.receivables.map { "\($0.id) \($0.balance.amountText)" } == [
        "2026/7/1 0.00", "2026/7/2 30.00", "A1 300.00",
      ])
  }
}
