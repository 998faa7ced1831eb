import Receivables
import TestSupport
import Testing

/// Interest and compensation by hand, as the laws and their guidance have them.
@Suite struct ChargeTermsTests {
  static let uk = RateTable(
    name: "uk",
    steps: [
      RateTable.Step(from: "2013-07-01", rate: rate("0.5")),
      RateTable.Step(from: "2023-07-01", rate: rate("5")),
      RateTable.Step(from: "2024-01-01", rate: rate("5.25")),
      RateTable.Step(from: "2025-01-01", rate: rate("4.75")),
    ], until: "2025-06-30")

  static func rate(_ text: String) -> YearlyRate {
    guard let rate = YearlyRate(percent: text) else { preconditionFailure("\(text) is no rate") }
    return rate
  }

  static func sums(_ bands: [(below: String?, amount: String)], _ currency: String = "GBP")
    -> CompensationTable
  {
    CompensationTable(
      name: "sums", currency: money("1 \(currency)").currency,
      bands: bands.map { band in
        CompensationTable.Band(
          below: band.below.map { money("\($0) \(currency)").minorUnits },
          amount: money("\(band.amount) \(currency)").minorUnits)
      })
  }

  static let ukSums = sums([("1000", "40"), ("10000", "70"), (nil, "100")])

  private func terms(
    _ percent: String = "8", over table: RateTable? = uk, _ fixing: ChargeTerms.RateFixing = .atStart,
    from: ChargeTerms.Start = .due, _ compensation: CompensationTable? = ukSums,
    _ allocation: ChargeTerms.Allocation = .principalFirst
  ) -> ChargeTerms {
    ChargeTerms(
      interest: ChargeTerms.Interest(
        percent: ChargeTermsTests.rate(percent), over: table, fixing: fixing, from: from),
      compensation: compensation, allocation: allocation, whenPrincipalPaid: .waive)
  }

  private func books(
    _ parts: [Receivable], _ payments: [(String, Day, String)] = [], kind: Customer.Kind = .business
  ) -> Account {
    Account(
      customer: Customer(id: CustomerID("C1"), name: "C1", email: nil, kind: kind), receivables: parts,
      payments: payments.map { number, day, amount in
        PartPayment(id: ReceivableID(number: number), day: day, minorUnits: money(amount).minorUnits)
      })
  }

  private func charges(_ terms: ChargeTerms, _ account: Account, _ day: Day, at place: Int = 0) -> [Int64] {
    let charges = terms.charges(on: account, at: place, upTo: day)
    return [charges.interest, charges.compensation]
  }

  // GOV.UK, "Late commercial payments: charging interest and debt recovery": 1,000 pounds, base rate 0.5 %, so 8.5 %
  // or 85 pounds a year; 50 days late. The page rounds to 23 pence a day and comes to 11.50; exact it is
  // 1000 × 0.085 × 50 ÷ 365 = 11.6438…
  @Test func `the example of the British guidance, without its rounding of the day`() {
    let late = books([invoice("A1", "1000", due: "2014-03-01")])
    #expect(charges(terms(), late, "2014-04-20") == [1164, 7000])
  }

  // Directive 2011/7/EU: 8 + 4.5 % on 1,000 EUR for 60 days: 1000 × 0.125 × 60 ÷ 365 = 20.5479…
  @Test func `half-year rates of the Directive, and 40 EUR`() {
    let table = RateTable(name: "eu", steps: [.init(from: "2024-01-01", rate: Self.rate("4.5"))], until: nil)
    let terms = terms(over: table, .daily, Self.sums([(nil, "40")], "EUR"))
    #expect(
      charges(terms, books([invoice("A1", "1000 EUR", due: "2024-01-15")]), "2024-03-15") == [2055, 4000])
  }

  // Act 1998, section 4(2): interest starts on the day after the due day; that day is the first that counts.
  @Test(arguments: [
    ("2024-02-28", 0, 0), ("2024-02-29", 0, 0), ("2024-03-01", 36, 7000), ("2024-03-02", 73, 7000),
  ])
  func `nothing is owed on the due day, a day's interest on the next`(
    _ day: String, _ interest: Int64, _ compensation: Int64
  ) throws {
    // 1000 × 0.1325 ÷ 365 = 0.3630 a day.
    let late = books([invoice("A1", "1000", due: "2024-02-29")])
    #expect(charges(terms(), late, try #require(Day(iso: day))) == [interest, compensation])
  }

  // A year of 366 days has 366 days' interest, each a 365th: 1000 × 0.1325 × 366 ÷ 365 = 132.8630…
  @Test func `the day of a leap year is counted`() {
    let late = books([invoice("A1", "1000", due: "2023-12-31")])
    #expect(charges(terms(), late, "2024-12-31") == [13286, 7000])
  }

  // Due on 30 June: interest starts on 1 July, with the rate of that half-year. Due a day later the same.
  @Test func `the half-year is that of the first day of interest`() {
    let table = RateTable(
      name: "t",
      steps: [
        .init(from: "2024-01-01", rate: Self.rate("2")), .init(from: "2024-07-01", rate: Self.rate("3")),
      ],
      until: nil)
    // 3650 × 0.10 ÷ 365 = 1.00 a day, and 1.10 with the later rate.
    let terms = terms(over: table, .atStart, nil)
    #expect(charges(terms, books([invoice("A1", "3650", due: "2024-06-29")]), "2024-07-09") == [1000, 0])
    #expect(charges(terms, books([invoice("A1", "3650", due: "2024-06-30")]), "2024-07-10") == [1100, 0])
  }

  // Daily: 10 days at 10 % and 10 at 11 % of 3650, a pound and 1.10 a day.
  @Test func `a rate that changes while the debt is late`() {
    let table = RateTable(
      name: "t",
      steps: [
        .init(from: "2024-01-01", rate: Self.rate("2")), .init(from: "2024-07-01", rate: Self.rate("3")),
      ],
      until: nil)
    let terms = terms(over: table, .daily, nil)
    #expect(charges(terms, books([invoice("A1", "3650", due: "2024-06-20")]), "2024-07-10") == [2100, 0])
  }

  // Without a rate for a day nobody can show one; a reference rate below zero takes from the other, never below zero.
  @Test func `days before the table bear nothing, and no rate falls below zero`() {
    let table = RateTable(
      name: "t",
      steps: [
        .init(from: "2024-07-01", rate: Self.rate("2")), .init(from: "2024-07-11", rate: Self.rate("-9")),
      ],
      until: nil)
    let late = books([invoice("A1", "3650", due: "2024-06-20")])
    #expect(charges(terms(over: table, .daily, nil), late, "2024-08-01") == [1000, 0])
    #expect(charges(terms(over: table, .atStart, nil), late, "2024-08-01") == [0, 0])
  }

  // 3650 for 10 days, the day of payment included, then 1825 for 10: 10.00 + 5.00.
  @Test func `interest is on what was open in each period`() {
    let late = books(
      [invoice("A1", "3650", due: "2024-06-20", balance: "1825")], [("A1", "2024-06-30", "1825")])
    #expect(charges(terms("10", over: nil, .atStart, nil), late, "2024-07-10") == [1500, 0])
  }

  @Test func `what was paid nobody knows when is taken as paid before`() {
    let late = books([invoice("A1", "3650", due: "2024-06-20", balance: "1825")])
    #expect(charges(terms("10", over: nil), late, "2024-07-10") == [1000, 7000])
    // The debt that became late is what was open then.
    let small = books([invoice("A1", "3650", due: "2024-06-20", balance: "900")])
    #expect(charges(terms("10", over: nil), small, "2024-07-10")[1] == 4000)
  }

  @Test func `money that went back is open again`() {
    let late = books(
      [invoice("A1", "3650", due: "2024-06-20")],
      [("A1", "2024-06-25", "3650"), ("A1", "2024-07-05", "-3650")])
    // Five days until it came, none while it was here, five since.
    #expect(charges(terms("10", over: nil, .atStart, nil), late, "2024-07-10") == [1000, 0])
  }

  // 10 days: 10.00 of interest and 70 of compensation have come up. Of the payment of 1,080 they take 80, the
  // invoice 1,000: 2,650 bear 7.26 in the next ten days (2650 × 0.1 × 10 ÷ 365 = 7.2602…); else it would be 2,570,
  // and 7.04.
  @Test func `a part payment settles charges first where the policy says so`() {
    let late = books(
      [invoice("A1", "3650", due: "2024-06-20", balance: "2570")], [("A1", "2024-06-30", "1080")])
    #expect(
      charges(terms("10", over: nil, .atStart, from: .due, Self.ukSums, .chargesFirst), late, "2024-07-10")
        == [1726, 7000])
    #expect(charges(terms("10", over: nil), late, "2024-07-10") == [1704, 7000])
  }

  @Test(arguments: [("999.99", 4000), ("1000", 7000), ("9999.99", 7000), ("10000", 10000)])
  func `the fixed sum goes by the size of the debt`(_ amount: String, _ sum: Int64) {
    #expect(charges(terms(), books([invoice("A1", amount, due: "2024-06-20")]), "2024-06-21")[1] == sum)
  }

  @Test func `no fixed sum in a currency that the table does not have`() {
    #expect(charges(terms(), books([invoice("A1", "5000 EUR", due: "2024-06-20")]), "2024-06-21")[1] == 0)
  }

  @Test func `of an invoice in parts the first late one has the fixed sum`() {
    let parts = instalments("A1", issued: "2024-05-01", [("600", "2024-06-20"), ("6000", "2024-07-20")])
    let late = books(parts)
    #expect(charges(terms(), late, "2024-08-20", at: 0)[1] == 4000)
    #expect(charges(terms(), late, "2024-08-20", at: 1)[1] == 0)
    var paid = parts
    paid[0].balance.minorUnits = 0
    #expect(charges(terms(), books(paid), "2024-08-20", at: 1)[1] == 7000)
  }

  @Test func `a consumer is never charged, a public body is`() {
    let part = invoice("A1", "1000", due: "2024-02-29")
    #expect(charges(terms(), books([part], kind: .consumer), "2024-12-31") == [0, 0])
    #expect(charges(terms(), books([part], kind: .public), "2024-03-01") == [36, 7000])
  }

  @Test func `interest from the day of issue`() {
    let part = invoice("A1", "3650", due: "2024-06-20", issued: "2024-06-10")
    let terms = terms("10", over: nil, .atStart, from: .issued)
    #expect(charges(terms, books([part]), "2024-06-20") == [1000, 0])
    #expect(charges(terms, books([part]), "2024-06-21") == [1100, 7000])
  }

  // 36,500 yen at 10 % bear 10 a day, 36.500 dinars 0.010; half of the smallest coin counts as one.
  @Test func `amounts are of the currency's smallest coin`() {
    let plain = terms("10", over: nil, .atStart, nil)
    #expect(charges(plain, books([invoice("A1", "36500 JPY", due: "2024-06-20")]), "2024-06-25") == [50, 0])
    #expect(charges(plain, books([invoice("A1", "36.500 KWD", due: "2024-06-20")]), "2024-06-25") == [50, 0])
    // 18.25 × 0.1 ÷ 365 is half a penny.
    #expect(charges(plain, books([invoice("A1", "18.25", due: "2024-06-20")]), "2024-06-21") == [1, 0])
    #expect(charges(plain, books([invoice("A1", "18.24", due: "2024-06-20")]), "2024-06-21") == [0, 0])
  }

  @Test func `the largest amounts and rates are worked out`() {
    let table = RateTable(name: "t", steps: [.init(from: "1900-01-01", rate: Self.rate("1000"))], until: nil)
    let huge = books([invoice("A1", "100000000000", due: "1900-01-31")])
    // 10^11 × 20 × 109,542 days ÷ 365 = 600230136986301.3699 pounds.
    #expect(
      charges(terms("1000", over: table, .daily, nil), huge, "2199-12-31") == [60_023_013_698_630_137, 0])
  }

  @Test(arguments: ["", "%", "8 %", "1e3", "0.0000001", "1001", "-1001", ".5", "5."])
  func `what is no percentage is none`(_ text: String) {
    #expect(YearlyRate(percent: text) == nil)
  }

  @Test(arguments: ["8", "13.25", "-0.88", "0", "0.000001", "1000"])
  func `a rate is written as it is read`(_ text: String) {
    #expect(YearlyRate(percent: text)?.description == text)
  }

  @Test func `people are told where the table ends`() {
    #expect(terms().sentence(ifUnknownOn: "2025-06-30") == nil)
    #expect(
      terms().sentence(ifUnknownOn: "2025-07-01")
        == "the rates of `uk` are known until 2025-06-30, and the last one, 4.75 %, goes on: "
        + "name a file of your own that has the later ones")
  }

  @Test func `payments are kept only where they were asked for`() {
    var without = account([invoice("A1", "100", due: "2024-06-20")])
    _ = without.receive(money("40"), on: "2024-06-25", at: [0])
    #expect(without.payments == nil)
    var with = books([invoice("A1", "100", due: "2024-06-20"), invoice("A2", "100", due: "2024-06-20")])
    _ = with.receive(money("140"), on: "2024-06-25", at: [0, 1])
    _ = with.receive(money("10"), on: "2024-06-24", at: [1])
    #expect(with.payments(of: ReceivableID(number: "A1")).map(\.minorUnits) == [10000])
    #expect(with.payments(of: ReceivableID(number: "A2")).map(\.day) == ["2024-06-24", "2024-06-25"])
  }
}
