/// An exact amount of one currency, counted in its minor unit (pence, cents).
///
/// There is no binary floating point here or on the way in. Amounts read from outside lie within
/// `Money.limit`, so that sums over a whole set of books stay within 64 bits.
package struct Money: Hashable, Sendable {
  /// In minor units of `currency`; negative for what is owed to the customer.
  package var minorUnits: Int64
  package let currency: Currency

  /// The largest amount that can be read, in minor units: 10^13, a hundred thousand million pounds.
  package static let limit: Int64 = 10_000_000_000_000

  /// `minorUnits` of `currency`.
  package init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The amount written `1234.56`: digits, at most one point, at most the currency's decimals (more only
  /// where they are zeros), a sign in front. Nil for any other text and beyond `limit`.
  package init?(_ text: some StringProtocol, _ currency: Currency) {
    guard let units = Money.minorUnits(of: text.utf8, decimals: currency.minorDigits) else { return nil }
    self.init(minorUnits: units, currency: currency)
  }

  /// The number that `bytes` write, times ten to the power of `decimals`; nil where it is none, has
  /// decimals that do not fit, or lies beyond `limit`.
  package static func minorUnits(of bytes: some Sequence<UInt8>, decimals: Int) -> Int64? {
    var value: Int64 = 0
    var fraction = -1
    var digits = 0
    var negative = false
    var first = true
    for byte in bytes {
      defer { first = false }
      switch byte {
      case UInt8(ascii: "-") where first: negative = true
      case UInt8(ascii: "+") where first: break
      case UInt8(ascii: ".") where fraction < 0 && digits > 0: fraction = 0
      case 48...57:
        digits += 1
        if fraction >= decimals {
          guard byte == 48 else { return nil }
        } else {
          if fraction >= 0 { fraction += 1 }
          value = value * 10 + Int64(byte - 48)
          guard value <= limit else { return nil }
        }
      default: return nil
      }
    }
    guard digits > 0, fraction != 0 || decimals == 0 else { return nil }
    for _ in max(fraction, 0)..<max(decimals, 0) {
      value *= 10
      guard value <= limit else { return nil }
    }
    return negative ? -value : value
  }

  /// The number in the currency's decimals, without the currency: `1200.00`, `-3.50`, `1200` for JPY.
  package var amountText: String {
    let decimals = currency.minorDigits
    // Digits, a sign, a point, and zeros in front of what is less than one; fifteen bytes need no memory.
    let capacity = minorUnits.magnitude < 1_000_000_000_000 ? 15 : 32
    return String(unsafeUninitializedCapacity: capacity) { bytes in
      var rest = minorUnits.magnitude
      var place = capacity
      var written = 0
      while rest > 0 || written <= decimals {
        if written == decimals, decimals > 0 {
          place -= 1
          bytes[place] = UInt8(ascii: ".")
        }
        place -= 1
        bytes[place] = UInt8(48 + rest % 10)
        rest /= 10
        written += 1
      }
      if minorUnits < 0 {
        place -= 1
        bytes[place] = UInt8(ascii: "-")
      }
      for index in place..<capacity { bytes[index - place] = bytes[index] }
      return capacity - place
    }
  }
}

extension Money: CustomStringConvertible {
  /// `1200.00 GBP`.
  package var description: String { "\(amountText) \(currency)" }
}
