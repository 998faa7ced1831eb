import CEL
import Receivables

extension LetterLanguage {
  /// An amount with its currency: `£1,250.00`.
  package func text(of money: Money) -> String {
    let amount = MoneyAmount(
      amount: Decimal(mantissa: Int128(money.minorUnits), scale: UInt8(money.currency.minorDigits)),
      currency: CurrencyCode(packed: money.currency.packed))
    return text { append(amount, to: &$0) }
  }

  /// A day in a style: `2 March 2026`.
  package func text(of day: Day, _ style: DateStyle = .medium) -> String {
    text { append(day.number, style, to: &$0) }
  }

  private func text(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
