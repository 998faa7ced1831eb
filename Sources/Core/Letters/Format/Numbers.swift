/// How a language writes numbers and amounts of money, ready for use.
struct Numbers: Sendable {
  /// The marks between the digits of a number.
  struct Marks: Sendable {
    let decimal: [UInt8]
    /// Backwards, for numbers are written from their end.
    let reversedGroup: [UInt8]
    /// How many digits a whole number needs before it is grouped: 4, or 5 where `1234` stays as it is.
    let groupedFrom: Int
  }

  let plain: Marks
  let amounts: Marks
  let minusSign: [UInt8]
  /// What follows the digits of a rate: a percent sign, in many languages after a space.
  let percentTail: [UInt8]
  let signs: CurrencySigns

  init(_ numbers: LanguageFacts.Numbers, _ money: LanguageFacts.Money) {
    plain = Marks(numbers.decimalMark, numbers.groupMark, numbers.groupedFrom)
    amounts = Marks(money.decimalMark, money.groupMark, numbers.groupedFrom)
    minusSign = Array(numbers.minusSign.utf8)
    percentTail = Array(numbers.percent.drop { "#0,.".contains($0) }.utf8)
    signs = CurrencySigns(
      money.symbols, positive: MoneyPattern(money.positive, minusSign: numbers.minusSign),
      negative: MoneyPattern(money.negative, minusSign: numbers.minusSign))
  }
}

extension Numbers.Marks {
  fileprivate init(_ decimal: String, _ group: String, _ groupedFrom: Int) {
    self.init(decimal: Array(decimal.utf8), reversedGroup: group.utf8.reversed(), groupedFrom: groupedFrom)
  }
}
