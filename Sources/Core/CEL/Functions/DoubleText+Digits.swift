extension DoubleText {
  /// The decimal digits of the magnitude of a finite double, and where the point stands among them.
  ///
  /// The number is `0.d₀d₁d₂… × 10^point`; the first digit is not 0, and zero has no digits.
  struct Digits {
    /// The digits, each from 0 to 9, the most significant first.
    private(set) var values: [UInt8] = []
    /// How many of the digits stand before the point; negative where zeros follow the point first.
    private(set) var point = 0

    /// The power of ten of the first digit; 0 for zero.
    var exponent: Int { values.isEmpty ? 0 : point - 1 }

    /// The digit at a place from the first one on; 0 outside of those that are kept.
    subscript(_ place: Int) -> UInt8 { values.indices.contains(place) ? values[place] : 0 }

    /// Every digit of the binary value: at most 767 of them.
    ///
    /// The value is `m × 2^e`. For a negative e that is `m × 5^-e` with `-e` digits behind the point, so that
    /// whole numbers are enough. At most 90 multiplications of at most 86 limbs.
    init(exact double: Double) {
      var mantissa = double.significandBitPattern
      var exponent = Int(double.exponentBitPattern)
      if exponent == 0 {
        exponent = 1
      } else {
        mantissa |= 1 << 52
      }
      guard mantissa != 0 else { return }
      let zeros = mantissa.trailingZeroBitCount
      mantissa >>= UInt64(zeros)
      exponent += zeros - 1075

      var limbs = [mantissa % Self.limb, mantissa / Self.limb]
      if exponent >= 0 {
        Self.multiply(&limbs, by: 2, power: exponent, step: 29)
      } else {
        Self.multiply(&limbs, by: 5, power: -exponent, step: 12)
      }
      append(limbs)
      point = values.count + min(0, exponent)
      trim()
    }

    /// The fewest digits that tell the double from its neighbours, and of those the nearest ones.
    init(shortest double: Double) {
      // The standard library finds them; only its layout (`1e+16`, `0.0001`, `100000.0`) is not the wanted
      // one.
      var exponent = 0
      var pointPlace: Int?
      var isNegative = false
      var isExponent = false
      for letter in double.magnitude.description.utf8 {
        switch letter {
        case UInt8(ascii: "."): pointPlace = values.count
        case UInt8(ascii: "e"): isExponent = true
        case UInt8(ascii: "-"): isNegative = true
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          let digit = letter - UInt8(ascii: "0")
          if isExponent { exponent = exponent * 10 + Int(digit) } else { values.append(digit) }
        default: break
        }
      }
      point = (pointPlace ?? values.count) + (isNegative ? -exponent : exponent)
      trim()
    }

    /// Rounds to the first so many digits, half to even; none are left where the count is negative.
    mutating func round(keeping count: Int) {
      guard count < values.count else { return }
      guard count >= 0 else {
        values = []
        point = 0
        return
      }
      let isOdd = count > 0 && !values[count - 1].isMultiple(of: 2)
      let isExactHalf = values[count] == 5 && count + 1 == values.count
      let goesUp = isExactHalf ? isOdd : values[count] >= 5
      values.removeSubrange(count...)
      if goesUp { increment() }
      trim()
    }

    /// Adds one in the last place that is kept.
    private mutating func increment() {
      while let last = values.popLast() {
        guard last == 9 else {
          values.append(last + 1)
          return
        }
      }
      values = [1]
      point += 1
    }

    /// Takes zeros off both ends; the last digits of a double are not zeros, but those of a rounding may be.
    private mutating func trim() {
      while values.last == 0 { values.removeLast() }
      let zeros = values.prefix { $0 == 0 }.count
      values.removeFirst(zeros)
      point -= zeros
      if values.isEmpty { point = 0 }
    }

    /// Appends the digits of a whole number whose least limb is the first.
    private mutating func append(_ limbs: [UInt64]) {
      values.reserveCapacity(limbs.count * 9)
      for limb in limbs.reversed() {
        var divisor = Self.limb / 10
        while divisor > 0 {
          values.append(UInt8(limb / divisor % 10))
          divisor /= 10
        }
      }
      let zeros = values.prefix { $0 == 0 }.count
      values.removeFirst(zeros)
    }

    /// A limb holds nine digits; what a factor below it carries over is one limb again.
    private static let limb: UInt64 = 1_000_000_000

    /// Multiplies by a power of a small number, so many factors at a time as `step` says.
    private static func multiply(_ limbs: inout [UInt64], by base: UInt64, power: Int, step: Int) {
      var left = power
      while left > 0 {
        let factors = min(left, step)
        var factor: UInt64 = 1
        for _ in 0..<factors { factor *= base }
        var carry: UInt64 = 0
        for index in limbs.indices {
          let product = limbs[index] * factor + carry
          limbs[index] = product % limb
          carry = product / limb
        }
        if carry > 0 { limbs.append(carry) }
        left -= factors
      }
    }
  }
}
