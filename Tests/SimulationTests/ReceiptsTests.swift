import Receivables
import TestSupport
import Testing

@testable import Simulation

/// Expected receipts by week: what the record says, in whole numbers, for whom and for whom not.
@Suite struct ReceiptsTests {
  private static let gbp = money("1").currency

  private static func paid(_ number: String, late days: Int) -> Receivable {
    invoice(number, due: "2026-01-05", balance: "0", lastPaid: ("2026-01-05" as Day) + days)
  }

  private static func receipts(
    _ accounts: [Account], from: Day = "2026-03-09", days: Int = 42, events: String = ""
  ) throws -> ExpectedReceipts {
    let run = try simulate("", accounts, from: from, days: days, events: events, behaviour: .history)
    return try #require(run.summary.receipts)
  }

  private static let one = account(
    "C1", email: "a@c1.example",
    [
      invoice("A1", "100", due: "2026-03-01"), paid("P1", late: 10),
    ])
  private static let other = account(
    "C2", email: "a@c2.example",
    [
      paid("P2", late: 12), paid("P3", late: 40),
    ])

  @Test func `a customer that always paid on one day of lateness pays on it`() throws {
    let receipts = try Self.receipts([Self.one])
    let first = receipts.estimate(Self.gbp, week: 0)
    #expect([first.expected, first.low, first.high] == [money("100"), money("100"), money("100")])
    #expect(receipts.estimate(Self.gbp, week: 1).high == money("0"))
  }

  // On day 10 one of three is paid by the common record, weighing 5, and one of one by the customer's own: 4/9. On
  // day 12 one of two: 13/18 by the end of the week. On day 40 the rest.
  @Test func `a short record is drawn towards that of all customers`() throws {
    let receipts = try Self.receipts([Self.one, Self.other])
    #expect(receipts.estimate(Self.gbp, week: 0).expected == money("72.22"))
    #expect(receipts.estimate(Self.gbp, week: 0).low == money("14.82"))
    #expect(receipts.estimate(Self.gbp, week: 0).high == money("100"))
    #expect(receipts.estimate(Self.gbp, week: 4).expected == money("27.78"))
    #expect(receipts.estimate(Self.gbp, week: nil).expected == money("100"))
    #expect(receipts.open(Self.gbp) == money("100"))
  }

  @Test func `a customer without a record is lent that of all`() throws {
    let new = account("C3", email: "a@c3.example", [invoice("A1", "100", due: "2026-03-01")])
    let receipts = try Self.receipts([Self.other, new])
    #expect(receipts.estimate(Self.gbp, week: 0).expected == money("50"))
  }

  @Test func `what is later than anything that was ever paid is not expected`() throws {
    let late = account("C3", email: "a@c3.example", [invoice("A1", "100", due: "2026-01-20")])
    let receipts = try Self.receipts([Self.other, late])
    #expect(receipts.estimate(Self.gbp, week: nil).expected == money("0"))
    #expect(receipts.open(Self.gbp) == money("100"))
  }

  @Test func `open invoices count as not paid so far`() throws {
    func expected(_ open: [Receivable]) throws -> Money {
      let customer = account("C3", email: "a@c3.example", [invoice("A1", "100", due: "2026-03-08")])
      return try Self.receipts([Self.other, customer, account("C4", email: "a@c4.example", open)])
        .estimate(Self.gbp, week: 1).expected
    }
    // Three invoices 20 days late that nobody paid on day 12 make it less likely that A1 is.
    let open = ["B1", "B2", "B3"].map { invoice($0, "1 EUR", due: "2026-02-17") }
    #expect(try [expected([]), expected(open)] == [money("50"), money("20")])
  }

  @Test func `disputed invoices are neither expected nor part of the record`() throws {
    let disputed = account(
      "C1", email: "a@c1.example",
      [
        invoice("A1", "100", due: "2026-03-01", isDisputed: true), Self.paid("P1", late: 10),
      ])
    #expect(try Self.receipts([disputed]).currencies == [])
    let byReply = try Self.receipts(
      [Self.one], events: "- { on: 2026-03-06, customer: C1, reply: dispute, invoice: A1 }")
    #expect(byReply.currencies == [])
  }

  @Test func `what was paid by the first morning is not expected again`() throws {
    let receipts = try Self.receipts(
      [Self.one], events: "- { on: 2026-03-06, customer: C1, payment: 60, invoice: A1 }")
    #expect(receipts.open(Self.gbp) == money("40"))
  }

  @Test func `currencies are never put together`() throws {
    let both = account(
      "C1", email: "a@c1.example",
      [
        invoice("A1", "100", due: "2026-03-01"), invoice("A2", "70 EUR", due: "2026-03-01"),
        Self.paid("P1", late: 10),
      ])
    let receipts = try Self.receipts([both])
    #expect(receipts.currencies.map(\.code) == ["EUR", "GBP"])
    #expect(
      receipts.currencies.map { receipts.estimate($0, week: 0).expected } == [money("70 EUR"), money("100")])
  }

  @Test func `weeks begin on Mondays and keep within the horizon`() throws {
    let weeks = ReceiptWeeks(from: "2026-03-05", days: 10)
    #expect(weeks.count == 2)
    #expect(weeks.days(of: 0) == ("2026-03-05" as Day)...("2026-03-08" as Day))
    #expect(weeks.days(of: 1) == ("2026-03-09" as Day)...("2026-03-14" as Day))
    #expect(ReceiptWeeks(from: "2026-03-08", days: 1).count == 1)
  }

  @Test func `without a paid invoice nothing is said`() throws {
    let run = try simulate(
      "", [account("C1", [invoice("A1", due: "2026-03-01")])], from: "2026-03-09", behaviour: .history)
    let text = TimelineText(run.scenario, TextStyle()).summary(run.summary)
    #expect(text.contains("nothing can be said"))
    #expect(!text.contains("week of"))
  }

  @Test func `without behaviour nothing is estimated`() throws {
    let run = try simulate([Self.one], from: "2026-03-09")
    #expect(run.summary.receipts == nil)
    #expect(!run.ndjson.contains { $0.contains("\"receipts\"") })
  }

  @Test func `receipts are rows of the preview, a week each and one for all`() throws {
    let run = try simulate(
      "", [Self.one, Self.other], from: "2026-03-09", days: 42, behaviour: .history)
    let rows = run.ndjson.filter { $0.hasPrefix("{\"kind\":\"receipts\"") }
    #expect(rows.count == 7)
    #expect(
      rows.first
        == #"{"kind":"receipts","span":"week","from":"2026-03-09","to":"2026-03-15","estimate":true,"#
        + #""expected":{"amount":"72.22","currency":"GBP"},"low":{"amount":"14.82","currency":"GBP"},"#
        + #""high":{"amount":"100.00","currency":"GBP"}}"#)
    #expect(rows.last?.contains(#""span":"horizon","from":"2026-03-09","to":"2026-04-19""#) ?? false)
    #expect(rows.last?.contains(#""open":{"amount":"100.00","currency":"GBP"}"#) ?? false)
    let object = run.json(.object)
    for row in rows { #expect(object.contains(row)) }
    expectGolden(
      TimelineText(run.scenario, TextStyle()).summary(run.summary), "receipts.txt")
  }

  @Test func `many customers add up to the same in any order`() throws {
    let books = RandomBooksOfPayers(count: 40)
    let forecast = PaymentForecast(books.accounts, from: "2026-03-09", days: 60)
    let parts = books.accounts.map { forecast.receipts($0) { _ in false } }
    var (forth, back) = (ExpectedReceipts(forecast.weeks), ExpectedReceipts(forecast.weeks))
    for part in parts { forth.add(part) }
    for part in parts.reversed() { back.add(part) }
    for week in 0..<forecast.weeks.count {
      #expect(forth.estimate(Self.gbp, week: week) == back.estimate(Self.gbp, week: week))
      let estimate = forth.estimate(Self.gbp, week: week)
      #expect(estimate.low.minorUnits <= estimate.expected.minorUnits)
      #expect(estimate.expected.minorUnits <= estimate.high.minorUnits)
    }
    #expect(forth.estimate(Self.gbp, week: nil).expected.minorUnits <= forth.open(Self.gbp).minorUnits)
  }
}

/// Customers with records of every kind, the same each time.
private struct RandomBooksOfPayers {
  let accounts: [Account]

  init(count: Int) {
    var random = SplitMix64(seed: 7)
    accounts = (0..<count).map { number in
      let settled = (0..<Int.random(in: 0...6, using: &random)).map { place in
        let due = ("2025-09-01" as Day) + Int.random(in: 0...120, using: &random)
        return invoice(
          "P\(place)", due: due, balance: "0", lastPaid: due + Int.random(in: -9...60, using: &random))
      }
      let open = (0..<Int.random(in: 0...3, using: &random)).map { place in
        invoice(
          "A\(place)", "\(Int.random(in: 1...9000, using: &random)).17",
          due: ("2026-01-20" as Day) + Int.random(in: 0...70, using: &random))
      }
      return account("C\(number)", email: "a@c\(number).example", settled + open)
    }
  }
}
