import Receivables

/// How the books write amounts, told by an example: `1234.56`, `1,234.56`, `1.234,56`, `1 234,56`, `1'234.56`.
struct NumberFormat {
  /// The example.
  let example: String
  private let decimalPoint: UInt8
  /// What may stand between groups of three digits; empty where nothing may.
  private let group: [UInt8]

  /// What is written at a place.
  enum Reading {
    case minorUnits(Int64)
    case notANumber
    case tooManyDecimals
    case tooLarge
  }

  static let plain = NumberFormat(example: "1234.56", decimalPoint: UInt8(ascii: "."), group: [])

  private init(example: String, decimalPoint: UInt8, group: [UInt8]) {
    self.example = example
    self.decimalPoint = decimalPoint
    self.group = group
  }

  /// The format that the example shows; nil unless it writes the number 1234.56 with a point or a comma
  /// before the decimals, and between the `1` and the `2` nothing, the other of these two, a space (also one
  /// that does not break) or an apostrophe.
  init?(_ example: String) {
    let groups = ["", ",", ".", " ", "'", "’", "\u{A0}", "\u{202F}"]
    for point in [".", ","] {
      for group in groups where group != point && example == "1\(group)234\(point)56" {
        self.init(
          example: example, decimalPoint: point == "." ? UInt8(ascii: ".") : UInt8(ascii: ","),
          group: Array(group.utf8))
        return
      }
    }
    return nil
  }

  /// The number at a place times ten to the power of `decimals`; more decimals only where they are zeros.
  func read(_ bytes: Span<UInt8>, _ field: CSVScanner.Field, decimals: Int) -> Reading {
    var place = field.start
    let end = field.end
    guard place < end else { return .notANumber }
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative || bytes[place] == UInt8(ascii: "+") { place += 1 }
    var whole: Int64 = 0
    guard readWhole(bytes, &place, end, &whole) else { return .notANumber }
    var value = whole
    var fraction = 0
    var hasTooMany = false
    if place < end {
      guard bytes[place] == decimalPoint, place + 1 < end else { return .notANumber }
      place += 1
      while place < end {
        let digit = bytes[place] &- 48
        guard digit < 10 else { return .notANumber }
        if fraction < decimals {
          fraction += 1
          value = min(value * 10 + Int64(digit), Money.limit + 1)
        } else if digit != 0 {
          hasTooMany = true
        }
        place += 1
      }
    }
    while fraction < decimals {
      fraction += 1
      value = min(value * 10, Money.limit + 1)
    }
    if hasTooMany { return .tooManyDecimals }
    return value > Money.limit ? .tooLarge : .minorUnits(isNegative ? -value : value)
  }

  /// Reads the digits before the decimal point. Where groups are written at all, each has three digits.
  @inline(__always)
  private func readWhole(
    _ bytes: Span<UInt8>, _ place: inout Int, _ end: Int, _ value: inout Int64
  ) -> Bool {
    var digits = 0
    var isGrouped = false
    while place < end {
      let digit = bytes[place] &- 48
      if digit < 10 {
        digits += 1
        value = min(value * 10 + Int64(digit), Money.limit + 1)
        place += 1
      } else if !group.isEmpty && isGroup(bytes, place, end) {
        guard isGrouped ? digits == 3 : (1...3).contains(digits) else { return false }
        isGrouped = true
        digits = 0
        place += group.count
      } else {
        break
      }
    }
    return isGrouped ? digits == 3 : digits > 0
  }

  private func isGroup(_ bytes: Span<UInt8>, _ place: Int, _ end: Int) -> Bool {
    guard place + group.count <= end else { return false }
    for index in group.indices where bytes[place + index] != group[index] { return false }
    return true
  }
}
