import CEL
import Letters
import Receivables
import Simulation

/// How a preview in forms for people writes money, days and counts: in English, as the rest of it.
enum PageWords {
  private static let english = LetterLanguage("en")

  /// `£1,200.00`.
  static func money(_ money: Money) -> String {
    let amount = MoneyAmount(
      amount: Decimal(mantissa: Int128(money.minorUnits), scale: UInt8(money.currency.minorDigits)),
      currency: CurrencyCode(packed: money.currency.packed))
    var text: [UInt8] = []
    english.append(amount, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// `2 March 2026`.
  static func day(_ day: Day) -> String {
    let civil = day.civil
    return "\(civil.day) \(DayText.months[civil.month - 1]) \(civil.year)"
  }

  /// `1 message`, `12 messages`.
  static func count(_ number: Int, _ one: String) -> String { "\(number) \(number == 1 ? one : one + "s")" }

  /// At most so many names, and how many more.
  static func list(_ names: [String], limit: Int = 6) -> String {
    let shown = names.prefix(limit).joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
  }
}
