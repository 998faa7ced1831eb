import CEL
import Receivables

/// How one language writes the amounts of each currency, put together once for those that it has a sign for.
struct CurrencySigns: Sendable {
  /// What stands around the digits of an amount of one currency.
  ///
  /// Immutable; a class only so that an amount takes one of them and not its four texts.
  final class Style: Sendable {
    let positive: (before: [UInt8], after: [UInt8])
    let negative: (before: [UInt8], after: [UInt8])
    /// By ISO 4217, not CLDR's, which leaves out cents that an invoice has.
    let minorDigits: Int

    fileprivate init(_ symbol: String, of code: String, _ positive: MoneyPattern, _ negative: MoneyPattern) {
      self.positive = positive.around(symbol)
      self.negative = negative.around(symbol)
      minorDigits = Receivables.Currency(code: code)?.minorDigits ?? 2
    }
  }

  /// Packed codes, the commonest first, in the order of `styles`.
  private let codes: [UInt32]
  private let styles: [Style]
  private let positive: MoneyPattern
  private let negative: MoneyPattern

  /// - Parameters:
  ///   - symbols: `EUR=€ USD=US$`; currencies that are not among them have their code for a sign.
  init(_ symbols: String, positive: MoneyPattern, negative: MoneyPattern) {
    let common = ["EUR", "GBP", "USD", "CHF", "SEK", "NOK", "DKK", "PLN"]
    var known = symbols.split(separator: " ").map { pair in
      (code: String(pair.prefix(3)), symbol: String(pair.dropFirst(4)))
    }
    known += common.filter { code in !known.contains { $0.code == code } }.map { ($0, $0) }
    let ordered =
      known.filter { common.contains($0.code) } + known.filter { !common.contains($0.code) }
    let pairs = ordered.compactMap { entry in
      CurrencyCode(entry.code).map { code in
        (code.packed, Style(entry.symbol, of: entry.code, positive, negative))
      }
    }
    codes = pairs.map(\.0)
    styles = pairs.map(\.1)
    self.positive = positive
    self.negative = negative
  }

  /// How amounts of a currency are written; with its three letters where the language has no sign for it.
  /// - Complexity: O(1) for the common currencies; no allocation for those with a symbol.
  func style(of currency: CurrencyCode) -> Style {
    if let place = codes.firstIndex(of: currency.packed) { return styles[place] }
    return Style(currency.description, of: currency.description, positive, negative)
  }
}
