import CEL
import Receivables

/// How a language writes amounts of money.
struct Numbers: Sendable {
  /// Where the symbol of the currency stands.
  enum Place: Sendable {
    /// `£1.00`; three letters are set off with a space.
    case before
    /// `€ 1,00`, a minus after the symbol.
    case beforeSpaced
    /// `1,00 €`
    case after
  }

  let decimalMark: [UInt8]
  /// Backwards, for amounts are written from their end.
  let reversedGroupMark: [UInt8]
  /// How many digits a whole number needs before it is grouped: 4, or 5 where `1234` stays as it is.
  let groupedFrom: Int
  let place: Place
  private let known: [Style]

  /// How the amounts of one currency are written.
  struct Style: Sendable {
    let currency: UInt32
    /// What stands before and after the digits.
    let prefix: [UInt8]
    let suffix: [UInt8]
    let minorDigits: Int
  }

  /// - Parameters:
  ///   - symbols: Symbols that differ from those that all languages share: `["USD": "$US"]`.
  init(
    decimalMark: String, groupMark: String, groupedFrom: Int = 4, place: Place,
    symbols: [String: String] = [:]
  ) {
    self.decimalMark = Array(decimalMark.utf8)
    reversedGroupMark = groupMark.utf8.reversed()
    self.groupedFrom = groupedFrom
    self.place = place
    let all = Numbers.sharedSymbols.merging(symbols) { _, own in own }
    known = (Numbers.common + all.keys.sorted()).compactMap { code in
      CurrencyCode(code).map { Numbers.style(of: $0, symbol: all[code] ?? code, place: place) }
    }
  }

  /// The style of a currency; of one without a symbol, by its three letters.
  /// - Complexity: O(1) for the currencies of `common`.
  func style(of currency: CurrencyCode) -> Style {
    for style in known where style.currency == currency.packed { return style }
    return Numbers.style(of: currency, symbol: currency.description, place: place)
  }

  private static let common = ["GBP", "EUR", "USD", "CHF", "SEK", "NOK", "DKK", "PLN"]
  private static let sharedSymbols = [
    "GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥", "INR": "₹", "ILS": "₪", "CAD": "CA$", "AUD": "A$",
    "NZD": "NZ$", "HKD": "HK$", "MXN": "MX$", "BRL": "R$", "KRW": "₩", "VND": "₫", "PHP": "₱",
  ]

  /// A space at which no line is broken.
  private static let space = Array("\u{A0}".utf8)

  private static func style(of currency: CurrencyCode, symbol: String, place: Place) -> Style {
    let sign = Array(symbol.utf8)
    let isWord = sign.last.map { (65...90).contains($0) } ?? false
    let prefix: [UInt8] =
      switch place {
      case .before: isWord ? sign + space : sign
      case .beforeSpaced: sign + space
      case .after: []
      }
    return Style(
      currency: currency.packed, prefix: prefix, suffix: place == .after ? space + sign : [],
      minorDigits: Receivables.Currency(code: currency.description)?.minorDigits ?? 2)
  }
}
