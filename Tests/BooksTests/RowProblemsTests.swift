import Receivables
import Testing

@testable import Books

/// Rows that cannot be read: each is reported with its place and what was expected, and costs its customer.
@Suite struct RowProblemsTests {
  struct Case: CustomTestStringConvertible {
    let file: String
    let text: String
    let problem: String
    /// The customers that are skipped.
    var bad = ["C1"]
    var testDescription: String { problem }
  }

  static let customers = [
    Case(
      file: "customers.csv", text: "customer_id,name,kind\nC1,Ada,person\nC2,Bolt,\n",
      problem: "customers.csv:2 kind: found `person`, expected `business`, `consumer` or `public`"),
    Case(
      file: "customers.csv", text: "customer_id,name,since\nC1,Ada,1.2.2020\nC2,Bolt,\n",
      problem: "customers.csv:2 since: found `1.2.2020`, expected a day written YYYY-MM-DD from 1900 to 2199"),
    Case(
      file: "customers.csv", text: "customer_id,name,revenue_12m\nC1,Ada,1.234.567\nC2,Bolt,\n",
      problem: "customers.csv:2 revenue_12m: found `1.234.567`, expected an amount like 1234.56"),
    Case(
      file: "customers.csv", text: "customer_id,name\nC1,\nC2,Bolt\n",
      problem: "customers.csv:2 name: found nothing, expected the customer's name"),
    Case(
      file: "customers.csv", text: "customer_id,name,tags\nC1,Ada,vip slow;old\nC2,Bolt,vip; old ;\n",
      problem:
        "customers.csv:2 tags: found a space inside a tag, expected `vip-slow` if `vip slow` is one tag "
        + "or `vip;slow` if these are 2"),
    Case(
      file: "customers.csv", text: "customer_id,name\nC1,Ada\nC2,Bolt\nC1,Eve\n",
      problem: "customers.csv:4 customer_id: found `C1` again, which is in line 2, expected each id once"),
    Case(
      file: "customers.csv", text: "customer_id,name\n,Ada\nC1,Ada\nC2,Bolt\n",
      problem: "customers.csv:2 customer_id: found no customer_id, expected one in every row", bad: []),
    Case(
      file: "customers.csv", text: "customer_id,name,tags\nC1,Ada\nC2,Bolt,\n",
      problem: "customers.csv:2 tags: the row has 2 fields, expected 3 as in the header"),
    Case(
      file: "customers.csv", text: "customer_id,name\nC1,Ada, Ltd\nC2,Bolt\n",
      problem: "customers.csv:2 name: the row has 3 fields, expected 2 as in the header"),
    Case(
      file: "contacts.csv", text: "customer_id,role,email\nC9,billing,a@b.example\n",
      problem: "contacts.csv:2 customer_id: found customer `C9`, expected one of customers.csv", bad: []),
    Case(
      file: "contacts.csv", text: "customer_id,role,email\nC1,,a@b.example\n",
      problem: "contacts.csv:2 role: found no role, expected one in every row"),
  ]

  private static let invoice = "invoice_number,customer_id,issue_date,due_date,amount,"
  static let invoices = [
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "A1,C9,2026-01-01,2026-02-01,5\n",
      problem: "invoices.csv:2 customer_id: found customer `C9`, expected one of customers.csv", bad: []),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "A1,C1,2026-02-30,2026-02-01,5\n",
      problem:
        "invoices.csv:2 issue_date: found `2026-02-30`, expected a day written YYYY-MM-DD from 1900 to 2199"),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "A1,C1,,2026-02-01,5\n",
      problem: "invoices.csv:2 issue_date: found nothing, expected a day written YYYY-MM-DD from 1900 to 2199"
    ),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "A1,C1,2026-01-01,tomorrow,5\n",
      problem:
        "invoices.csv:2 due_date: found `tomorrow`, expected a day written YYYY-MM-DD from 1900 to 2199"),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "A1,C1,2026-01-01,2026-02-01,\n",
      problem: "invoices.csv:2 amount: found nothing, expected an amount like 1234.56"),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "A1,C1,2026-01-01,2026-02-01,\"1,200\"\n",
      problem: "invoices.csv:2 amount: found `1,200`, expected an amount like 1234.56"),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "A1,C1,2026-01-01,2026-02-01,5.125\n",
      problem: "invoices.csv:2 amount: found `5.125`, expected at most 2 decimals, as GBP has"),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "A1,C1,2026-01-01,2026-02-01,99999999999999\n",
      problem: "invoices.csv:2 amount: found `99999999999999`, expected an amount up to 10^13 minor units"),
    Case(
      file: "invoices.csv", text: invoice + "currency\nA1,C1,2026-01-01,2026-02-01,5.5,JPY\n",
      problem: "invoices.csv:2 amount: found `5.5`, expected at most 0 decimals, as JPY has"),
    Case(
      file: "invoices.csv", text: invoice + "balance\nA1,C1,2026-01-01,2026-02-01,5,five\n",
      problem: "invoices.csv:2 balance: found `five`, expected an amount like 1234.56"),
    Case(
      file: "invoices.csv", text: invoice + "status\nA1,C1,2026-01-01,2026-02-01,5,OPEN\n",
      problem:
        "invoices.csv:2 status: found `OPEN`, expected `open`, `paid`, `void`, `draft` or `credit_note`"),
    Case(
      file: "invoices.csv", text: invoice + "collection\nA1,C1,2026-01-01,2026-02-01,5,sepa\n",
      problem:
        "invoices.csv:2 collection: found `sepa`, expected `transfer`, `direct_debit`, `card` or `failed`"),
    Case(
      file: "invoices.csv", text: invoice + "disputed\nA1,C1,2026-01-01,2026-02-01,5,yes\n",
      problem: "invoices.csv:2 disputed: found `yes`, expected `0`, `1`, `true` or `false`"),
    Case(
      file: "invoices.csv",
      text: BooksFolder.invoices + "A1,C1,2026-01-01,2026-02-01,5\nA1,C2,2026-01-01,2026-02-01,5\n",
      problem:
        "invoices.csv:3 invoice_number: found `A1` again, which is in line 2, expected each number once",
      bad: ["C1", "C2"]),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "\"A\n1\",C1,2026-01-01,2026-02-01,5\n",
      problem: "invoices.csv:2 invoice_number: found `A 1` with a line break or control character in it"),
    Case(
      file: "invoices.csv",
      text: BooksFolder.invoices + String(repeating: "9", count: 300) + ",C1,2026-01-01,2026-02-01,5\n",
      problem: "invoices.csv:2 invoice_number: found 300 bytes in `invoice_number`, expected at most 200"),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + ",C1,2026-01-01,2026-02-01,5\n",
      problem: "invoices.csv:2 invoice_number: found no invoice_number, expected one in every row"),
    Case(
      file: "invoices.csv", text: BooksFolder.invoices + "A1,C1\n",
      problem: "invoices.csv:2 issue_date: the row has 2 fields, expected 5 as in the header"),
  ]

  private static let payment = "payment_date,customer_id,amount,invoice_number,currency\n"
  private static let part = "invoice_number,instalment,due_date,amount\n"
  static let others = [
    Case(
      file: "payments.csv", text: payment + "2026-02-01,C9,5,A1,\n",
      problem: "payments.csv:2 customer_id: found customer `C9`, expected one of customers.csv"),
    Case(
      file: "payments.csv", text: payment + "2026-02-01,C2,5,A9,\n",
      problem: "payments.csv:2 invoice_number: found invoice `A9`, expected one of invoices.csv or nothing",
      bad: ["C2"]),
    Case(
      file: "payments.csv", text: payment + "2026-02-01,C1,5,A1/3,\n",
      problem:
        "payments.csv:2 invoice_number: found `A1/3`, but invoice `A1` has no instalment 3 in instalments.csv"
    ),
    Case(
      file: "payments.csv", text: payment + "2026-02-01,C1,5,A1,EUR\n",
      problem: "payments.csv:2 currency: found `EUR`, expected GBP, the currency of invoice `A1`"),
    Case(
      file: "payments.csv", text: payment + "2026-02-01,C1,5,,euro\n",
      problem: "payments.csv:2 currency: found `euro`, expected a currency of ISO 4217"),
    Case(
      file: "payments.csv", text: payment + "2026-02-01,C1,,A1,\n",
      problem: "payments.csv:2 amount: found nothing, expected an amount like 1234.56"),
    Case(
      file: "payments.csv", text: payment + "01/02/2026,C1,5,A1,\n",
      problem:
        "payments.csv:2 payment_date: found `01/02/2026`, expected a day written YYYY-MM-DD from 1900 to 2199"
    ),
    Case(
      file: "payments.csv", text: payment + "2026-02-01,C1\n",
      problem: "payments.csv:2 amount: the row has 2 fields, expected 5 as in the header"),
    Case(
      file: "instalments.csv", text: part + "A9,1,2026-02-01,5\n",
      problem: "instalments.csv:2 invoice_number: found invoice `A9`, expected one of invoices.csv", bad: []),
    Case(
      file: "instalments.csv", text: part + "A1,1,2026-02-01,5\nA1,1,2026-03-01,5\n",
      problem:
        "instalments.csv:3 instalment: found instalment 1 of `A1` again, which is in line 2, expected each once"
    ),
    Case(
      file: "instalments.csv", text: part + "A1,first,2026-02-01,5\n",
      problem: "instalments.csv:2 instalment: found `first`, expected a number from 1 to 9999"),
    Case(
      file: "instalments.csv", text: part + "A1,1,,5\n",
      problem:
        "instalments.csv:2 due_date: found nothing, expected a day written YYYY-MM-DD from 1900 to 2199"),
    Case(
      file: "instalments.csv", text: part + "A1,1,2026-02-01,5.001\n",
      problem: "instalments.csv:2 amount: found `5.001`, expected at most 2 decimals, as GBP has"),
  ]

  @Test(arguments: customers + invoices + others)
  func `a bad row is reported where it stands and skips its customer`(_ row: Case) throws {
    var files = ["invoices.csv": BooksFolder.invoices + "A1,C1,2026-01-01,2026-02-01,10\n"]
    files[row.file] = row.text
    let snapshot = try books(files)
    #expect(snapshot.problems.map { "\($0.file):\($0.line) \($0.column): \($0.message)" } == [row.problem])
    #expect(snapshot.accounts.map(\.customer.id.text) == ["C1", "C2"])
    #expect(snapshot.accounts.filter(\.hasBadRow).map(\.customer.id.text) == row.bad)
  }

  @Test func `every bad row of all files is reported at once, in order`() throws {
    let snapshot = try books([
      "customers.csv": "customer_id,name,kind,since\nC1,,x,y\nC2,Bolt,,\n",
      "invoices.csv": BooksFolder.invoices + "A1,C1,a,b,c\nA2,C3,2026-01-01,2026-02-01,1\n",
      "payments.csv": RowProblemsTests.payment
        + "2026-02-01,C2,5,A1,\n2026-02-01,C2,5,A2,\n2026-02-01,C2,x,A3,\n",
    ])
    #expect(
      snapshot.problems.map { "\($0.file):\($0.line) \($0.column)" } == [
        "customers.csv:2 kind", "customers.csv:2 name", "customers.csv:2 since", "invoices.csv:2 amount",
        "invoices.csv:2 due_date", "invoices.csv:2 issue_date", "invoices.csv:3 customer_id",
        "payments.csv:4 amount", "payments.csv:4 invoice_number",
      ])
    #expect(snapshot.accounts.map(\.hasBadRow) == [true, true])
  }

  @Test func `a value in a message is cut short and on one line`() throws {
    let long = String(repeating: "x\n", count: 100)
    let snapshot = try books([
      "customers.csv": "customer_id,name,kind\nC1,Ada,\"\(long)\"\n", "invoices.csv": BooksFolder.invoices,
    ])
    let message = try #require(snapshot.problems.first?.message)
    #expect(message.hasPrefix("found `\(String(repeating: "x ", count: 20))…`, expected"))
  }
}
