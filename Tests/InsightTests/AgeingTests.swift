import Insight
import Receivables
import TestSupport
import Testing

@Suite struct AgeingTests {
  @Test(arguments: [
    (-1, AgeingBucket.current), (0, .current), (1, .days1To30), (30, .days1To30), (31, .days31To60),
    (60, .days31To60), (61, .days61To90), (90, .days61To90), (91, .over90), (4000, .over90),
  ])
  func `an item is in the bucket of its days past due`(days: Int, expected: AgeingBucket) {
    let day: Day = "2026-02-20"

    #expect(AgeingBucket(due: day - days, on: day) == expected)
    let part = figures([invoice("A1", "7.50", due: day - days)]).currencies.first
    #expect(part?[expected].minorUnits == 750)
    #expect(part?.open.minorUnits == 750)
  }

  @Test func `days are counted across the end of February in a leap year`() {
    #expect(AgeingBucket(due: "2024-02-28", on: "2024-03-29") == .days1To30)
    #expect(AgeingBucket(due: "2024-02-27", on: "2024-03-29") == .days31To60)
  }

  @Test func `what is open counts, not what was invoiced`() {
    let found = figures([
      invoice("A1", "100", due: "2026-02-01", balance: "30"),
      invoice("A2", "100", due: "2026-02-01", balance: "0"),
    ])
    #expect(ageing(found) == ["GBP: 0 0.00, 1 30.00, 0 0.00, 0 0.00, 0 0.00"])
  }

  @Test func `an invoice whose collection failed is as late as its due day says`() {
    let failed = invoice("A1", due: "2026-01-01", collection: .failed, countsFrom: "2026-02-20")
    #expect(ageing(figures([failed])) == ["GBP: 0 0.00, 0 0.00, 1 100.00, 0 0.00, 0 0.00"])
  }

  @Test func `each instalment ages by itself`() {
    let parts = instalments(
      "A1", issued: "2026-01-01", [("10", "2026-01-10"), ("20", "2026-02-19"), ("30", "2026-02-20")])
    let found = figures(parts)
    #expect(ageing(found) == ["GBP: 1 30.00, 1 20.00, 1 10.00, 0 0.00, 0 0.00"])
    #expect(found.currencies.map { text($0.instalments, $0) } == ["3 60.00"])
    #expect(found.currencies.map { text($0.instalmentsPastDue, $0) } == ["2 30.00"])
  }

  @Test func `currencies are never put together, and stand in order of code`() {
    let found = figures([
      invoice("A1", "5 USD", due: "2026-02-19"), invoice("A2", "7 JPY", due: "2026-02-19"),
      invoice("A3", "9 EUR", due: "2026-02-20"), invoice("A4", "11 USD", due: "2026-02-19"),
    ])
    #expect(
      ageing(found) == [
        "EUR: 1 9.00, 0 0.00, 0 0.00, 0 0.00, 0 0.00", "JPY: 0 0, 1 7, 0 0, 0 0, 0 0",
        "USD: 0 0.00, 2 16.00, 0 0.00, 0 0.00, 0 0.00",
      ])
    #expect(found.currencies.map { text($0.pastDue, $0) } == ["0 0.00", "1 7", "2 16.00"])
  }

  @Test func `disputed money is in its bucket and told apart`() {
    let found = figures([
      invoice("A1", "5", due: "2026-02-19", isDisputed: true), invoice("A2", "6", due: "2026-02-19"),
    ])
    #expect(found.currencies.map { text($0.disputed, $0) } == ["1 5.00"])
    #expect(found.currencies.map { text($0[.days1To30], $0) } == ["2 11.00"])
  }

  @Test func `an invoice counts from its issue day on`() {
    let later = invoice("A1", "5", due: "2026-03-20", issued: "2026-02-21")
    let before = figures([later]).currencies
    #expect(before.map { text($0.open, $0) } == ["0 0.00"])
    #expect(before.map { text($0.notIssuedYet, $0) } == ["1 5.00"])
    let after = figures([later], on: "2026-02-21").currencies
    #expect(after.map { text($0.open, $0) } == ["1 5.00"])
    #expect(after.map { text($0.notIssuedYet, $0) } == ["0 0.00"])
  }

  @Test func `credits lower the net, not the buckets, and may exceed what is open`() {
    let account = account("C1", credits: ["30", "4 EUR"], [invoice("A1", "10", due: "2026-02-19")])
    let found = figures([account])
    #expect(found.currencies.map { "\($0.net)" } == ["-4.00 EUR", "-20.00 GBP"])
    #expect(found.currencies.map { text($0.open, $0) } == ["0 0.00", "1 10.00"])
  }

  @Test func `a customer with a bad row is in no sum`() {
    let bad = account("C1", credits: ["5"], hasBadRow: true, [invoice("A1", "10", due: "2026-02-19")])
    let good = account("C2", [invoice("A2", "3", due: "2026-02-19")])
    let found = figures([bad, good])
    #expect(ageing(found) == ["GBP: 0 0.00, 1 3.00, 0 0.00, 0 0.00, 0 0.00"])
    #expect(lines(found.leftOut) == ["C1 10.00 GBP"])
    #expect(found.oldest.map { "\($0.id)" } == ["A2"])
    #expect(found.unallocated.isEmpty)
  }
}
