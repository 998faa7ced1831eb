import Receivables

/// How the books write days: `YYYY-MM-DD`, or another order of `YYYY`, `MM` or `M`, `DD` or `D`.
struct DateFormat {
  /// As written: `DD.MM.YYYY`.
  let pattern: String
  private let parts: [Part]
  private let isISO: Bool

  private enum Part: Equatable {
    case year
    case month(isPadded: Bool)
    case day(isPadded: Bool)
    case literal(UInt8)
  }

  static let iso = DateFormat(
    pattern: "YYYY-MM-DD",
    parts: [
      .year, .literal(UInt8(ascii: "-")), .month(isPadded: true), .literal(UInt8(ascii: "-")),
      .day(isPadded: true),
    ])

  private init(pattern: String, parts: [Part]) {
    self.pattern = pattern
    self.parts = parts
    self.isISO = pattern == "YYYY-MM-DD"
  }

  /// The format that `pattern` describes; nil unless it has each of year, month and day once, numbers that
  /// are not padded apart from each other, and between them only `.`, `-`, `/` and spaces.
  init?(_ pattern: String) {
    var parts: [Part] = []
    var rest = Array(pattern.utf8)[...]
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }.count
      switch (letter, run) {
      case (UInt8(ascii: "Y"), 4): parts.append(.year)
      case (UInt8(ascii: "M"), 1...2): parts.append(.month(isPadded: run == 2))
      case (UInt8(ascii: "D"), 1...2): parts.append(.day(isPadded: run == 2))
      case (UInt8(ascii: "."), 1), (UInt8(ascii: "-"), 1), (UInt8(ascii: "/"), 1), (UInt8(ascii: " "), 1):
        parts.append(.literal(letter))
      default: return nil
      }
      rest = rest.dropFirst(run)
    }
    let months = parts.count { $0 == .month(isPadded: true) || $0 == .month(isPadded: false) }
    let days = parts.count { $0 == .day(isPadded: true) || $0 == .day(isPadded: false) }
    guard parts.count(where: { $0 == .year }) == 1, months == 1, days == 1 else { return nil }
    for (part, next) in zip(parts, parts.dropFirst())
    where part == .month(isPadded: false) || part == .day(isPadded: false) {
      guard case .literal = next else { return nil }
    }
    self.init(pattern: pattern, parts: parts)
  }

  /// The day at a place; nil where none is written there that exists and lies in 1900 to 2199.
  func day(_ bytes: Span<UInt8>, _ field: CSVScanner.Field) -> Day? {
    guard isISO else { return day(inPartsOf: bytes, field) }
    guard field.end - field.start == 10, bytes[field.start + 4] == UInt8(ascii: "-"),
      bytes[field.start + 7] == UInt8(ascii: "-")
    else { return nil }
    var place = field.start
    guard let year = number(bytes, &place, field.end, digits: 4...4) else { return nil }
    place += 1
    guard let month = number(bytes, &place, field.end, digits: 2...2) else { return nil }
    place += 1
    guard let day = number(bytes, &place, field.end, digits: 2...2) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private func day(inPartsOf bytes: Span<UInt8>, _ field: CSVScanner.Field) -> Day? {
    var place = field.start
    var (year, month, day) = (0, 0, 0)
    for part in parts {
      switch part {
      case .year:
        guard let value = number(bytes, &place, field.end, digits: 4...4) else { return nil }
        year = value
      case .month(let isPadded):
        guard let value = number(bytes, &place, field.end, digits: isPadded ? 2...2 : 1...2) else {
          return nil
        }
        month = value
      case .day(let isPadded):
        guard let value = number(bytes, &place, field.end, digits: isPadded ? 2...2 : 1...2) else {
          return nil
        }
        day = value
      case .literal(let byte):
        guard place < field.end, bytes[place] == byte else { return nil }
        place += 1
      }
    }
    return place == field.end ? Day(year: year, month: month, day: day) : nil
  }

  @inline(__always)
  private func number(
    _ bytes: Span<UInt8>, _ place: inout Int, _ end: Int, digits: ClosedRange<Int>
  ) -> Int? {
    var value = 0
    var count = 0
    while place < end, count < digits.upperBound, bytes[place] &- 48 < 10 {
      value = value * 10 + Int(bytes[place] &- 48)
      place += 1
      count += 1
    }
    return count >= digits.lowerBound ? value : nil
  }
}
