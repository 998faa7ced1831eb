import Receivables
import TestSupport
import Testing

@Suite struct MoneyTests {
  @Test(
    arguments: [
      ("1200.00", "GBP", 120_000), ("1200", "GBP", 120_000), ("0.5", "GBP", 50), ("0.05", "EUR", 5),
      ("-3.50", "EUR", -350),
      ("+7", "USD", 700), ("1200", "JPY", 1200), ("1.234", "KWD", 1234), ("1.2340", "KWD", 1234),
      ("12.500", "GBP", 1250), ("1200.00", "JPY", 1200), ("0", "GBP", 0), ("-0.00", "GBP", 0),
      ("007", "GBP", 700), ("0.1234", "CLF", 1234), ("100000000000.00", "GBP", 10_000_000_000_000),
    ] as [(String, String, Int64)])
  func `an amount is read in the minor unit of its currency`(_ text: String, _ code: String, _ units: Int64)
    throws
  {
    let currency = try #require(Currency(code: code))
    #expect(Money(text, currency)?.minorUnits == units)
  }

  @Test(arguments: [
    "", "-", "+", ".", ".5", "5.", "1,200.00", "1 200", "1e3", "0x10", "12.345", "1..2", "1.2.3", "--1",
    "NaN", "inf",
    "12a", "١٢", "100000000000.01", "99999999999999999999999999", "1200.00 ",
  ])
  func `what is no amount, or too large, is not read`(_ text: String) throws {
    let pounds = try #require(Currency(code: "GBP"))
    #expect(Money(text, pounds) == nil)
  }

  @Test(
    arguments: [
      (120_000, "GBP", "1200.00"), (5, "GBP", "0.05"), (-5, "GBP", "-0.05"), (-350, "EUR", "-3.50"),
      (0, "GBP", "0.00"),
      (1200, "JPY", "1200"), (-7, "JPY", "-7"), (1234, "KWD", "1.234"), (4, "KWD", "0.004"),
      (1, "CLF", "0.0001"),
    ] as [(Int64, String, String)])
  func `an amount is written in the decimals of its currency`(_ units: Int64, _ code: String, _ text: String)
    throws
  {
    let money = Money(minorUnits: units, currency: try #require(Currency(code: code)))
    #expect(money.amountText == text)
    #expect("\(money)" == "\(text) \(code)")
  }

  @Test func `what is written is read back`() throws {
    var random = SplitMix64(seed: 7)
    for code in ["GBP", "JPY", "KWD", "CLF"] {
      let currency = try #require(Currency(code: code))
      for _ in 0..<500 {
        let money = Money(
          minorUnits: Int64.random(in: -Money.limit...Money.limit, using: &random), currency: currency)
        #expect(Money(money.amountText, currency) == money)
      }
    }
  }
}

@Suite struct CurrencyTests {
  @Test(arguments: ["GBP", "EUR", "USD", "JPY", "KWD", "XCG"])
  func `a currency of the list is known by its code`(_ code: String) {
    #expect(Currency(code: code)?.code == code)
  }

  @Test(arguments: ["EURO", "gbp", "XXX", "XAU", "DEM", "HRK", "GB", "", "£", "G B", "GBP "])
  func `what is no active currency is not known`(_ code: String) {
    #expect(Currency(code: code) == nil)
  }

  @Test(arguments: [("GBP", 2), ("JPY", 0), ("KRW", 0), ("KWD", 3), ("BHD", 3), ("CLF", 4)])
  func `amounts have the decimals of the list`(_ code: String, _ digits: Int) {
    #expect(Currency(code: code)?.minorDigits == digits)
  }
}
