/// A natural number of any length as its decimal digits, lowest first, reckoned as on paper.
struct ReferenceDigits: Equatable {
  /// The digits without leading zeros; none for zero.
  private(set) var digits: [Int]

  init(_ digits: [Int]) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
  }

  /// The digits of a text that holds nothing else.
  init(text: String) { self.init(text.utf8.reversed().map { Int($0) - 48 }) }

  var isZero: Bool { digits.isEmpty }
  var isEven: Bool { (digits.first ?? 0) % 2 == 0 }

  /// The number as text.
  var text: String { isZero ? "0" : digits.reversed().map(String.init).joined() }

  /// The number times a power of ten.
  func shifted(by places: Int) -> ReferenceDigits {
    ReferenceDigits(Array(repeating: 0, count: places) + digits)
  }

  static func < (left: ReferenceDigits, right: ReferenceDigits) -> Bool {
    if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
    return left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
  }

  static func + (left: ReferenceDigits, right: ReferenceDigits) -> ReferenceDigits {
    var sum: [Int] = []
    var carry = 0
    for place in 0...max(left.digits.count, right.digits.count) {
      let digit = left.digit(place) + right.digit(place) + carry
      sum.append(digit % 10)
      carry = digit / 10
    }
    return ReferenceDigits(sum)
  }

  /// The difference; the right side is not the larger one.
  static func - (left: ReferenceDigits, right: ReferenceDigits) -> ReferenceDigits {
    var rest: [Int] = []
    var borrowed = 0
    for place in 0..<left.digits.count {
      let digit = left.digit(place) - right.digit(place) - borrowed
      rest.append((digit + 10) % 10)
      borrowed = digit < 0 ? 1 : 0
    }
    return ReferenceDigits(rest)
  }

  static func * (left: ReferenceDigits, right: ReferenceDigits) -> ReferenceDigits {
    var product = ReferenceDigits([])
    for (place, digit) in right.digits.enumerated() {
      for _ in 0..<digit { product = product + left.shifted(by: place) }
    }
    return product
  }

  /// Quotient and rest of a division by a number that is not zero.
  func divided(by divisor: ReferenceDigits) -> (quotient: ReferenceDigits, rest: ReferenceDigits) {
    var quotient: [Int] = []
    var rest = ReferenceDigits([])
    for digit in digits.reversed() {
      rest = ReferenceDigits([digit] + rest.digits)
      var count = 0
      while !(rest < divisor) {
        rest = rest - divisor
        count += 1
      }
      quotient.append(count)
    }
    return (ReferenceDigits(quotient.reversed()), rest)
  }

  private func digit(_ place: Int) -> Int { place < digits.count ? digits[place] : 0 }
}
