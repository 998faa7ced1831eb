/// Reads the rule at the end of a TZif file: the value of POSIX's `TZ`, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// Its times may be those of RFC 8536, section 3.3.1: negative, and up to 167 hours.
struct ZoneRuleReader {
  private var rest: ArraySlice<UInt8>

  private init(_ text: ArraySlice<UInt8>) { rest = text }

  /// The rule; nil for a text of another shape, and for one with summer time that does not say when.
  static func rule(_ text: ArraySlice<UInt8>) -> ZoneRule? {
    var reader = ZoneRuleReader(text)
    guard reader.skipName(), let west = reader.takeTime(hours: 24), ZoneRule.offsets.contains(-west)
    else { return nil }
    if reader.rest.isEmpty { return ZoneRule(standard: -west, summer: nil) }
    guard reader.skipName() else { return nil }
    var offset = 3_600 - west
    if reader.rest.first != UInt8(ascii: ",") {
      guard let west = reader.takeTime(hours: 24) else { return nil }
      offset = -west
    }
    guard ZoneRule.offsets.contains(offset), let start = reader.takeDay(), let end = reader.takeDay(),
      reader.rest.isEmpty
    else { return nil }
    return ZoneRule(standard: -west, summer: ZoneRule.Summer(offset: offset, start: start, end: end))
  }

  /// Reads an abbreviation: three letters or more, or anything of three signs or more in angle brackets.
  private mutating func skipName() -> Bool {
    if take("<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      let count = end - rest.startIndex
      rest = rest[(end + 1)...]
      return count >= 3
    }
    let letters = rest.prefix { 65...90 ~= $0 || 97...122 ~= $0 }
    rest.removeFirst(letters.count)
    return letters.count >= 3
  }

  /// Reads `,` with a day and, after `/`, its time, which is 02:00 where it is left out.
  private mutating func takeDay() -> ZoneRuleDay? {
    guard take(",") else { return nil }
    let day: ZoneRuleDay.Day
    if take("M") {
      guard let month = takeNumber(1...12), take("."), let week = takeNumber(1...5), take("."),
        let weekday = takeNumber(0...6)
      else { return nil }
      day = .weekday(month: month, week: week, weekday: weekday)
    } else if take("J") {
      guard let number = takeNumber(1...365) else { return nil }
      day = .withoutLeapDay(number)
    } else {
      guard let number = takeNumber(0...365) else { return nil }
      day = .withLeapDay(number)
    }
    guard take("/") else { return ZoneRuleDay(day: day, time: 7_200) }
    return takeTime(hours: 167).map { ZoneRuleDay(day: day, time: $0) }
  }

  /// Reads `[+-]hh[:mm[:ss]]` as seconds.
  private mutating func takeTime(hours limit: Int) -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard var seconds = takeNumber(0...limit).map({ $0 * 3_600 }) else { return nil }
    if take(":") {
      guard let minutes = takeNumber(0...59) else { return nil }
      seconds += minutes * 60
      if take(":") {
        guard let rest = takeNumber(0...59) else { return nil }
        seconds += rest
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// Reads a number of one to three digits in a range.
  private mutating func takeNumber(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { 48...57 ~= $0 }
    guard 1...3 ~= digits.count else { return nil }
    rest.removeFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    return range.contains(number) ? number : nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest.removeFirst()
    return true
  }
}
