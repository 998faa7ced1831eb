import Receivables

/// Days in tests are written `"2026-03-12"`.
extension Day: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let day = Day(iso: text) else { preconditionFailure("the test writes a day that is none: \(text)") }
    self = day
  }
}

/// An amount written `1200.00 GBP`; without a currency in pounds.
package func money(_ text: String) -> Money {
  let words = text.split(separator: " ")
  guard let currency = Currency(code: words.count > 1 ? String(words[1]) : "GBP"),
    let amount = words.first.flatMap({ Money($0, currency) })
  else { preconditionFailure("the test writes an amount that is none: \(text)") }
  return amount
}
