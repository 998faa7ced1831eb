import CEL

extension LetterLanguage {
  /// Writes an amount with its currency: `£1,250.00`, `1.250,00 €`.
  ///
  /// An amount with more decimals than its currency has, as a rate can make it, is rounded half away from
  /// zero.
  package func append(_ money: MoneyAmount, to text: inout [UInt8]) {
    let style = conventions.numbers.signs.style(of: money.currency)
    let (magnitude, scale) = LetterLanguage.rounded(money.amount, to: style.minorDigits)
    let isNegative = money.amount.mantissa < 0 && magnitude > 0
    text += isNegative ? style.negative.before : style.positive.before
    appendDigits(
      magnitude, scale: scale, decimals: style.minorDigits, conventions.numbers.amounts, to: &text)
    text += isNegative ? style.negative.after : style.positive.after
  }

  /// Writes a number: `1,234.5`.
  ///
  /// - Parameters:
  ///   - decimals: How many are written (0 or more); nil for as many as it has, at most three, as in CLDR's patterns.
  ///     What is cut off is rounded half away from zero.
  func append(_ number: Decimal, decimals: Int?, to text: inout [UInt8]) {
    var (magnitude, scale) = LetterLanguage.rounded(number, to: decimals ?? 3)
    while decimals == nil, scale > 0, magnitude.isMultiple(of: 10) {
      magnitude /= 10
      scale -= 1
    }
    if number.mantissa < 0, magnitude > 0 { text += numbers.minusSign }
    appendDigits(magnitude, scale: scale, decimals: decimals ?? scale, numbers.plain, to: &text)
  }

  /// Writes a rate that is given in percent, `8.5` as `8.5%`, with at most three decimals.
  func append(percent rate: Decimal, to text: inout [UInt8]) {
    append(rate, decimals: nil, to: &text)
    text += numbers.percentTail
  }

  /// The magnitude with at most `decimals` digits behind the point.
  private static func rounded(_ amount: Decimal, to decimals: Int) -> (magnitude: UInt128, scale: Int) {
    var magnitude = amount.mantissa.magnitude
    var scale = Int(amount.scale)
    var lastCut: UInt128 = 0
    while scale > decimals {
      (magnitude, lastCut) = magnitude.quotientAndRemainder(dividingBy: 10)
      scale -= 1
    }
    // Half and more begins with the first digit cut off, whatever follows it.
    return (lastCut >= 5 ? magnitude + 1 : magnitude, scale)
  }

  /// Writes from the last digit to the first, into a room that is large enough, and appends the whole.
  private func appendDigits(
    _ magnitude: UInt128, scale: Int, decimals: Int, _ marks: Numbers.Marks, to text: inout [UInt8]
  ) {
    // At most 39 digits, each with a mark behind it, and the decimals.
    let capacity = 40 * (1 + marks.reversedGroup.count) + decimals + marks.decimal.count
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
      var place = capacity
      func put(_ byte: UInt8) {
        place -= 1
        room[place] = byte
      }
      var digits = DigitSource(magnitude)
      for _ in 0..<max(0, decimals - scale) { put(48) }
      for _ in 0..<min(scale, decimals) { put(digits.next()) }
      if decimals > 0 {
        for index in stride(from: marks.decimal.count - 1, through: 0, by: -1) { put(marks.decimal[index]) }
      }
      let isGrouped = digits.count >= marks.groupedFrom
      var written = 0
      repeat {
        if isGrouped, written > 0, written % 3 == 0 {
          for byte in marks.reversedGroup { put(byte) }
        }
        put(digits.next())
        written += 1
      } while !digits.isAtEnd
      text.append(contentsOf: UnsafeBufferPointer(rebasing: room[place...]))
    }
  }

  /// Writes a day in a style.
  func append(_ day: Int32, _ style: DateStyle, to text: inout [UInt8]) {
    let civil = CivilDay.parts(day)
    let pattern: DatePattern
    switch style {
    case .medium: pattern = dates.medium
    case .long: pattern = dates.long
    case .short: pattern = dates.short
    case .iso:
      text += CivilDay.text(day).utf8
      return
    }
    for piece in pattern.pieces {
      switch piece {
      case .day: LetterLanguage.append(civil.day, to: &text)
      case .paddedDay: LetterLanguage.appendPadded(civil.day, to: &text)
      case .ordinalDay:
        if civil.day == 1, let first = dates.firstDay {
          text += first
        } else {
          LetterLanguage.append(civil.day, to: &text)
        }
      case .month: LetterLanguage.append(civil.month, to: &text)
      case .paddedMonth: LetterLanguage.appendPadded(civil.month, to: &text)
      case .monthName: text += dates.months[civil.month - 1]
      case .year: LetterLanguage.append(civil.year, to: &text)
      case .weekday: text += dates.weekdays[CivilDay.weekday(day) - 1]
      case .text(let bytes): text += bytes
      }
    }
  }

  /// Writes a whole number in plain digits.
  static func append(_ number: some BinaryInteger, to text: inout [UInt8]) {
    if let small = UInt16(exactly: number), small < 10_000 {
      appendSmall(small, to: &text)
      return
    }
    let start = text.count
    var digits = DigitSource(UInt128(number.magnitude))
    repeat { text.append(digits.next()) } while !digits.isAtEnd
    if number < 0 { text.append(UInt8(ascii: "-")) }
    text[start...].reverse()
  }

  /// Days, months, years and nearly all counts are small; long division of 128 bits is not for them.
  private static func appendSmall(_ number: UInt16, to text: inout [UInt8]) {
    if number >= 1000 { text.append(UInt8(truncatingIfNeeded: number / 1000) + 48) }
    if number >= 100 { text.append(UInt8(truncatingIfNeeded: number / 100 % 10) + 48) }
    if number >= 10 { text.append(UInt8(truncatingIfNeeded: number / 10 % 10) + 48) }
    text.append(UInt8(truncatingIfNeeded: number % 10) + 48)
  }

  private static func appendPadded(_ number: Int, to text: inout [UInt8]) {
    if number < 10 { text.append(48) }
    append(number, to: &text)
  }
}

/// The digits of a number, the last first; noughts after the end.
private struct DigitSource {
  /// The part that is worked on in 64 bits, and what lies above it.
  private var low: UInt64
  private var high: UInt128

  init(_ number: UInt128) {
    if let small = UInt64(exactly: number) {
      low = small
      high = 0
    } else {
      low = 0
      high = number
    }
  }

  var isAtEnd: Bool { low == 0 && high == 0 }

  /// How many digits are left, at least one.
  var count: Int {
    var count = 1
    if high == 0 {
      var bound: UInt64 = 10
      while low >= bound {
        count += 1
        if count == 20 { break }
        bound *= 10
      }
      return count
    }
    var rest = high
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }

  mutating func next() -> UInt8 {
    if high == 0 {
      let (quotient, digit) = low.quotientAndRemainder(dividingBy: 10)
      low = quotient
      return UInt8(truncatingIfNeeded: digit) + 48
    }
    let (quotient, digit) = high.quotientAndRemainder(dividingBy: 10)
    high = quotient
    return UInt8(truncatingIfNeeded: digit) + 48
  }
}
