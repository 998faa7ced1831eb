import Receivables
import Testing

@testable import Books

/// What is open, what is credit and what is set aside: the amounts of the books.
@Suite struct BalancesTests {
  private static let header =
    "invoice_number,customer_id,issue_date,due_date,amount,balance,currency,status\n"
  private static let payments = "payment_date,customer_id,amount,invoice_number,currency\n"

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let invoice: String
    var payments: [String] = []
    var open: [String] = []
    var credits: [String] = []
    var aside: [String] = []
  }

  static let cases = [
    Case(
      testDescription: "without payments all is open", invoice: "100,,GBP,open",
      open: ["A1 100.00/100.00 GBP 2026-03-02"]),
    Case(
      testDescription: "payments lower the balance", invoice: "100,,,",
      payments: ["2026-02-10,C1,30,A1,", "2026-02-11,C1,20.50,A1,GBP"],
      open: ["A1 49.50/100.00 GBP 2026-03-02"]),
    Case(
      testDescription: "a balance below amount less payments is believed", invoice: "100,40,GBP,open",
      payments: ["2026-02-10,C1,30,A1,GBP"], open: ["A1 40.00/100.00 GBP 2026-03-02"]),
    Case(
      testDescription: "a balance above amount less payments is inconsistent", invoice: "100,80,GBP,open",
      payments: ["2026-02-10,C1,30,A1,GBP"], aside: ["A1 inconsistent-amounts"]),
    Case(
      testDescription: "a surplus is credit", invoice: "100,,GBP,open",
      payments: ["2026-02-10,C1,130,A1,GBP"],
      open: ["A1 0.00/100.00 GBP 2026-03-02"], credits: ["30.00 GBP"]),
    Case(
      testDescription: "a negative balance is credit", invoice: "100,-12.5,GBP,open",
      open: ["A1 0.00/100.00 GBP 2026-03-02"], credits: ["12.50 GBP"]),
    Case(
      testDescription: "a positive balance after a surplus is inconsistent", invoice: "100,5,GBP,open",
      payments: ["2026-02-10,C1,130,A1,GBP"], aside: ["A1 inconsistent-amounts"]),
    Case(
      testDescription: "paid is settled whatever the rows say", invoice: "100,,GBP,paid",
      open: ["A1 0.00/100.00 GBP 2026-03-02"]),
    Case(
      testDescription: "paid with a stated zero is settled", invoice: "100,0.00,GBP,paid",
      open: ["A1 0.00/100.00 GBP 2026-03-02"]),
    Case(
      testDescription: "paid with a balance is inconsistent", invoice: "100,40,GBP,paid",
      aside: ["A1 inconsistent-amounts"]),
    Case(
      testDescription: "a negative amount that is no credit note is inconsistent", invoice: "-100,,GBP,open",
      aside: ["A1 inconsistent-amounts"]),
    Case(testDescription: "void is left out", invoice: "100,,GBP,void"),
    Case(testDescription: "an unfinished draft is left out", invoice: ",,,draft"),
    Case(
      testDescription: "a payment for a void invoice counts for nothing", invoice: "100,,GBP,void",
      payments: ["2026-02-10,C1,30,A1,GBP"]),
    Case(
      testDescription: "a credit note is credit", invoice: "100,,GBP,credit_note", credits: ["100.00 GBP"]),
    Case(
      testDescription: "a credit note is credit with either sign", invoice: "-100,,EUR,credit_note",
      credits: ["100.00 EUR"]),
    Case(
      testDescription: "of a credit note the open amount is credit", invoice: "-100,-40,GBP,credit_note",
      credits: ["40.00 GBP"]),
    Case(
      testDescription: "a credit note that was paid out leaves what is open",
      invoice: "-100,,GBP,credit_note",
      payments: ["2026-02-10,C1,-60,A1,GBP"], credits: ["40.00 GBP"]),
    Case(
      testDescription: "an unknown currency is set aside", invoice: "100.123,,XYZ,open",
      aside: ["A1 unknown-currency"]),
    Case(
      testDescription: "a payment without invoice is credit", invoice: "100,,GBP,open",
      payments: ["2026-02-10,C1,60,,", "2026-02-10,C1,5,,EUR"], open: ["A1 100.00/100.00 GBP 2026-03-02"],
      credits: ["60.00 GBP", "5.00 EUR"]),
    Case(
      testDescription: "credit that was paid back is none", invoice: "100,,GBP,open",
      payments: ["2026-02-10,C1,60,,", "2026-02-11,C1,-60,,"], open: ["A1 100.00/100.00 GBP 2026-03-02"]),
    Case(
      testDescription: "a payment after today counts", invoice: "100,,GBP,open",
      payments: ["2026-12-10,C1,60,A1,GBP"],
      open: ["A1 40.00/100.00 GBP 2026-03-02"]),
    Case(
      testDescription: "a currency without decimals", invoice: "1200,,JPY,open",
      open: ["A1 1200/1200 JPY 2026-03-02"]),
    Case(
      testDescription: "decimals that are zeros are none", invoice: "1200.000,,JPY,open",
      open: ["A1 1200/1200 JPY 2026-03-02"]),
  ]

  @Test(arguments: cases) func `an invoice and its payments say what is open`(_ row: Case) throws {
    let account = try account([
      "invoices.csv": BalancesTests.header + "A1,C1,2026-02-01,2026-03-02,\(row.invoice)\n",
      "payments.csv": BalancesTests.payments + row.payments.map { $0 + "\n" }.joined(),
    ])
    #expect(summary(account) == row.open)
    #expect(account.credits.map(\.description) == row.credits)
    #expect(account.setAside.map { "\($0.number) \($0.reason.rawValue)" } == row.aside)
    #expect(!account.hasBadRow)
  }

  @Test func `an invoice without due date is set aside, and its customer stays`() throws {
    let account = try account([
      "invoices.csv": BalancesTests.header
        + "A2,C1,2026-02-01,,10,,,\nA1,C1,2026-02-01,,10,,XXX,\nA3,C1,2026-02-01,2026-02-02,10,,,\n"
    ])
    #expect(
      account.setAside.map { "\($0.number) \($0.reason.rawValue)" } == [
        "A1 unknown-currency", "A2 no-due-date",
      ])
    #expect(summary(account) == ["A3 10.00/10.00 GBP 2026-02-02"])
  }

  @Test func `the last payment's day is kept, whatever the order of the rows`() throws {
    let account = try account([
      "invoices.csv": BalancesTests.header + "A1,C1,2026-02-01,2026-03-02,100,,,\n",
      "payments.csv": BalancesTests.payments + "2026-02-12,C1,1,A1,\n2026-02-10,C1,1,A1,\n",
    ])
    #expect(account.receivables.first?.lastPaid == (try day("2026-02-12")))
  }

  @Test func `a failed collection counts from the first day, or from the due day if that is later`() throws {
    let header = "invoice_number,customer_id,issue_date,due_date,amount,collection,disputed\n"
    let account = try account([
      "invoices.csv": header + """
        A1,C1,2026-01-01,2026-02-01,100,failed,0
        A2,C1,2026-01-01,2026-03-01,100,failed,1
        A3,C1,2026-01-01,2026-02-01,100,direct_debit,true
        A4,C1,2026-01-01,2026-02-01,100,,false

        """
    ])
    #expect(
      account.receivables.map(\.countsFrom.description) == [
        "2026-02-20", "2026-03-01", "2026-02-01", "2026-02-01",
      ])
    #expect(account.receivables.map(\.isBeingCollected) == [false, false, true, false])
    #expect(account.receivables.map(\.isDisputedByBooks) == [false, true, true, false])
  }

  @Test func `what was billed is summed over the year up to the day of the books`() throws {
    let account = try account(
      [
        "books.yaml": "as_of: 2026-02-20\n",
        "invoices.csv": BalancesTests.header + """
          A1,C1,2025-02-20,2025-03-01,1,,,
          A2,C1,2025-02-21,2025-03-01,2,,,paid
          A3,C1,2026-02-20,2026-03-01,4,,EUR,
          A4,C1,2026-02-21,2026-03-01,8,,,
          A5,C1,2026-02-01,2026-03-01,16,,,void
          A6,C1,2026-02-01,2026-03-01,32,,,credit_note
          A7,C1,2026-02-01,,64,,,

          """,
      ], from: "2026-03-01")
    #expect(account.billed.map(\.description) == ["2.00 GBP", "4.00 EUR"])
  }
}
