import Insight
import Receivables
import TestSupport
import Testing

@Suite struct BooksFiguresTests {
  @Test func `the oldest open items are the ten earliest due, ties in order of customer and number`() {
    let day: Day = "2026-02-20"
    let first = account("C1", (1...9).map { invoice("A\($0)", due: day - 2 * $0) })
    let second = account("C2", (1...9).map { invoice("B\($0)", due: day - 2 * $0) })
    let third = account("C3", (1...9).map { invoice("C\($0)", due: day - 2 * $0) })
    let found = figures([third, second, first]).oldest
    #expect(
      found.map { "\($0.id)" } == ["A9", "B9", "C9", "A8", "B8", "C8", "A7", "B7", "C7", "A6"])
    #expect(found.first?.customer.id == CustomerID("C1"))
  }

  @Test func `a settled invoice is no old item`() {
    #expect(figures([invoice("A1", due: "2020-01-01", balance: "0")]).oldest.isEmpty)
  }

  @Test func `who lacks an address is listed with what it owes, the largest first within a currency`() {
    let due: Day = "2026-02-01"
    let found = figures([
      account("C1", email: nil, [invoice("A1", "5", due: due), invoice("A2", "6", due: due)]),
      account("C2", email: "n/a", [invoice("B1", "90", due: due), invoice("B2", "1 EUR", due: due)]),
      account("C3", email: nil, []),
      account("C4", [invoice("D1", "900", due: due)]),
    ])
    #expect(lines(found.withoutAddress) == ["C2 1.00 EUR", "C2 90.00 GBP", "C1 11.00 GBP", "C3"])
  }

  @Test func `an address of another role is none for bills, and the second one for bills is`() {
    let people = [Person(role: "billing", email: "n/a"), Person(role: "director", email: "d@c.example")]
    let director = account("C1", people: people, [])
    let second = account("C2", people: people + [Person(role: "billing", email: "b@c.example")], [])
    #expect(lines(figures([director, second]).withoutAddress) == ["C1"])
  }

  @Test func `an address is shared by customers, not by the roles of one`() {
    func person(_ email: String, _ role: String = "billing") -> Person { Person(role: role, email: email) }
    let found = figures([
      account("C3", people: [person("z@x.example"), person("z@x.example", "director")], []),
      account("C2", people: [person("office@x.example"), person("office@x.example", "director")], []),
      account("C1", people: [person("office@x.example")], []),
      account("C4", people: [person("office@x.example", "approver")], []),
      account("C5", people: [person("n/a")], []), account("C6", people: [person("n/a")], []),
    ]).sharedAddresses
    #expect(found.map(\.email) == ["office@x.example"])
    #expect(found.first?.customers.map { "\($0.id)" } == ["C1", "C2", "C4"])
  }

  @Test func `unallocated money is by customer and currency`() {
    let found = figures([
      account("C1", credits: ["5", "8 EUR"], []), account("C2", credits: ["7"], []), account("C3", []),
    ])
    #expect(lines(found.unallocated) == ["C1 8.00 EUR", "C2 7.00 GBP", "C1 5.00 GBP"])
    #expect(found.currencies.map { text($0.unallocated, $0) } == ["1 8.00", "2 12.00"])
  }

  @Test func `an invoice in instalments is one entry with its open parts`() {
    var parts = instalments(
      "A1", issued: "2026-01-01",
      [("10", "2026-03-10"), ("20", "2026-02-10"), ("30", "2026-02-20"), ("40", "2026-01-10")])
    parts[1].balance = money("4")
    parts[3].balance = money("0")
    let other = instalments("A2", issued: "2026-01-01", [("1", "2026-01-05"), ("1", "2026-02-05")])
    let settled = instalments("A3", issued: "2026-01-01", [("0", "2026-01-05")])
    let found = figures(parts + other + settled + [invoice("A4", due: "2026-02-01")]).instalmentPlans
    #expect(
      found.map { "\($0.number) \($0.openParts)/\($0.parts) \($0.earliestDue) \($0.pastDue) of \($0.open)" }
        == [
          "A2 2/2 2026-01-05 2.00 GBP of 2.00 GBP", "A1 3/4 2026-02-10 4.00 GBP of 44.00 GBP",
        ])
  }

  @Test func `an invoice that is left out is listed, also of a customer that is left out`() {
    let aside = [Account.SetAside(number: "A1", reason: .noDueDate)]
    let found = figures([
      account("C1", setAside: aside, []), account("C2", setAside: aside, hasBadRow: true, []),
    ]).setAside
    #expect(found.map { "\($0.customer.id) \($0.invoice.number)" } == ["C1 A1", "C2 A1"])
  }

  @Test func `parts of random books add up to their whole, in every currency`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    let day: Day = "2026-02-20"
    for _ in 0..<200 {
      let accounts = RandomBooks(from: day, &random).accounts
      let found = figures(accounts)
      for part in found.currencies {
        let open = accounts.filter { !$0.hasBadRow }.flatMap(\.receivables)
          .filter { $0.balance.currency == part.currency && $0.balance.minorUnits > 0 }
        let issued = open.filter { $0.issued <= day }
        let late = issued.filter { $0.due < day }
        #expect(part.open.count == issued.count, "seed \(seed)")
        #expect(part.open.minorUnits == issued.reduce(0) { $0 + $1.balance.minorUnits }, "seed \(seed)")
        #expect(part.pastDue.minorUnits == late.reduce(0) { $0 + $1.balance.minorUnits }, "seed \(seed)")
        #expect(part.notIssuedYet.count == open.count - issued.count, "seed \(seed)")
      }
    }
  }
}
