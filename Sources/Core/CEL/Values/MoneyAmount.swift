/// A currency by its three letters, such as `GBP`.
///
///     print(CurrencyCode("GBP")?.description ?? "no currency")  // GBP
///     print(CurrencyCode("gbp")?.description ?? "no currency")  // no currency
///
/// Source: ISO 4217 for the shape; whether a code of that shape is in use is not looked at.
public struct CurrencyCode: Hashable, Sendable, CustomStringConvertible {
  /// The three ASCII letters, the first in the highest byte.
  public let packed: UInt32

  /// Reads three letters from A to Z; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(4))
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 65 && $0 <= 90 }) else { return nil }
    packed = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
  }

  /// The code whose three letters are packed so; the caller vouches that they are letters from A to Z.
  public init(packed: UInt32) {
    self.packed = packed
  }

  /// The three letters, in the order in which they are written: `GBP`.
  public var description: String {
    let bytes = [packed >> 16, packed >> 8, packed].map { UInt8(truncatingIfNeeded: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// An exact amount in one currency.
///
///     if let pound = CurrencyCode("GBP"), let amount = Decimal("12.50") {
///       print(MoneyAmount(amount: amount, currency: pound))  // 12.5 GBP
///     }
public struct MoneyAmount: Hashable, Sendable, CustomStringConvertible {
  /// How much, in units of the currency (pounds, not pence).
  public var amount: Decimal
  /// The currency in which the amount is; nothing is converted unasked.
  public var currency: CurrencyCode

  /// Makes an amount of a currency; it may be negative or have more places than the currency's coins.
  public init(amount: Decimal, currency: CurrencyCode) {
    self.amount = amount
    self.currency = currency
  }

  /// Digits and currency: `12.5 GBP`.
  public var description: String { "\(amount) \(currency)" }
}

/// What one unit of each currency is worth in the base currency; exact, never rounded.
///
///     if let pound = CurrencyCode("GBP"), let euro = CurrencyCode("EUR"), let worth = Decimal("0.85") {
///       let rates = MoneyRates(base: pound, rates: [(euro, worth)])
///       print(try rates.inBase(MoneyAmount(amount: Decimal(1_000), currency: euro)))  // 850
///     }
public struct MoneyRates: Sendable {
  /// The currency of bare numbers; one unit of it is worth 1.
  public let base: CurrencyCode
  private let rates: [Rate]

  private struct Rate: Sendable {
    let currency: CurrencyCode
    let worth: Decimal
  }

  /// No rates at all: bare numbers are of no currency (`XXX` of ISO 4217), and nothing is converted.
  public static let none = MoneyRates(base: CurrencyCode(packed: 0x585858))

  /// Makes a table of rates; the base currency itself needs none and is always 1.
  public init(base: CurrencyCode, rates: [(CurrencyCode, Decimal)] = []) {
    self.base = base
    self.rates = rates.map { Rate(currency: $0.0, worth: $0.1) }
  }

  /// The worth of one unit in the base currency; nil where no rate is given.
  /// - Complexity: O(n) in the rates, which are few.
  public func worth(of currency: CurrencyCode) -> Decimal? {
    if currency == base { return Decimal(1) }
    for rate in rates where rate.currency == currency { return rate.worth }
    return nil
  }

  /// The amount in the base currency.
  ///
  /// - Throws: `noRate` where that needs a rate that is not given, `overflow` beyond 38 digits.
  public func inBase(_ money: MoneyAmount) throws(EvaluationError) -> Decimal {
    if money.currency == base { return money.amount }
    guard let worth = worth(of: money.currency) else { throw .noRate(money.currency) }
    return try money.amount * worth
  }
}
