import Receivables

/// A day or a range of days as a calendar writes it: `2026-12-24..2027-01-01`.
enum DayText {
  /// The longest range, in days: five years.
  static let longestRange = 1827

  /// True for what begins like a date; the rest of it may be wrong.
  static func looksLikeDay(_ text: String) -> Bool {
    text.utf8.count >= 8 && text.utf8.prefix(4).allSatisfy { (48...57).contains($0) }
  }

  /// The first and the last day, or what is wrong.
  static func days(_ text: String) -> Result<ClosedRange<Day>, TimingProblem> {
    var ends = [text[...]]
    if let dots = firstDots(text) { ends = [text[..<dots], text[text.index(dots, offsetBy: 2)...]] }
    var days: [Day] = []
    for end in ends {
      let trimmed = ClockText.trim(end)
      guard let day = Day(iso: String(trimmed)) else {
        return .failure(TimingProblem("`\(trimmed)` is no day of the calendar"))
      }
      days.append(day)
    }
    guard let first = days.first, let last = days.last, first <= last else {
      return .failure(TimingProblem("`\(text)` ends before it begins"))
    }
    guard last - first < longestRange else {
      return .failure(TimingProblem("`\(text)` is longer than five years"))
    }
    return .success(first...last)
  }

  /// The days that were probably meant: `24.12.2026` and `24/12/2026` with the day first, ranges with ` - `, `to`
  /// or `...`; nil where nothing is sure enough to be offered.
  static func mended(_ text: String) -> String? {
    var ends = [text]
    for mark in ["...", "..", " - ", " – ", "–", " to ", " bis "] where ends.count == 1 {
      ends = text.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }
    let days = ends.compactMap { mendedDay(ClockText.trim($0[...])) }
    guard days.count == ends.count, let first = days.first, let last = days.last, first <= last else {
      return nil
    }
    return days.count == 1 ? "\(first)" : "\(first)..\(last)"
  }

  private static func mendedDay(_ text: Substring) -> Day? {
    if let day = Day(iso: String(text)) { return day }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" || $0 == "-" }
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
    return parts[2].utf8.count == 4 ? Day(year: numbers[2], month: numbers[1], day: numbers[0]) : nil
  }

  private static func firstDots(_ text: String) -> String.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if next < text.endIndex, text[index] == ".", text[next] == "." { return index }
      index = next
    }
    return nil
  }
}
