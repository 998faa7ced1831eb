import Receivables

/// When a tier is planned: an anchor and a signed count of days from it.
///
///     when   = "on" anchor | count unit ("before" | "after") anchor
///     unit   = "day" | "days" | "business day" | "business days" | "week" | "weeks" | "month" | "months"
///     anchor = "due" | "issued" | "previous" | "end of month"
///
/// Source: policy language, section 4.
package struct Timing: Hashable, Sendable {
  /// The day from which a tier counts.
  package enum Anchor: String, Sendable, CaseIterable {
    case due, issued, previous
    case endOfMonth = "end of month"
  }

  package let anchor: Anchor
  /// Negative before the anchor, zero for `on`.
  package let offset: DaySpan

  package init(anchor: Anchor, offset: DaySpan) {
    self.anchor = anchor
    self.offset = offset
  }

  /// True for `… before due`: such a tier has level 0.
  package var saysBeforeDue: Bool { anchor == .due && offset.count < 0 }

  /// The largest count that a policy can give, in any unit.
  package static let largestCount = 3660

  /// The timing that `text` writes, or what is wrong with it.
  package static func parse(_ text: String) -> Result<Timing, TimingProblem> {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
    guard let first = words.first else { return .failure(TimingProblem("a time is missing")) }
    if first == "on" {
      return anchor(words.dropFirst()).map { Timing(anchor: $0, offset: DaySpan(0, .day)) }
    }
    guard let side = words.firstIndex(where: { $0 == "before" || $0 == "after" }) else {
      return .failure(TimingProblem("`\(text)` has no `before` or `after`"))
    }
    return span(Array(words[..<side])).flatMap { span in
      anchor(words[(side + 1)...]).flatMap { anchor in
        let sign = words[side] == "before" ? -1 : 1
        if anchor == .previous && sign < 0 {
          return .failure(TimingProblem("nothing can be sent before `previous`, only after it"))
        }
        return .success(Timing(anchor: anchor, offset: DaySpan(sign * span.count, span.unit)))
      }
    }
  }

  /// The count of days that `text` writes (`5 business days`), or what is wrong with it.
  package static func parseSpan(_ text: String) -> Result<DaySpan, TimingProblem> {
    span(text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init))
  }

  private static func span(_ words: [String]) -> Result<DaySpan, TimingProblem> {
    guard let first = words.first else { return .failure(TimingProblem("a number of days is missing")) }
    guard let count = Int(first), first.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return .failure(TimingProblem("`\(first)` is not a whole number of days"))
    }
    guard count <= largestCount else {
      return .failure(TimingProblem("\(count) is more than \(largestCount)"))
    }
    switch words.dropFirst().joined(separator: " ") {
    case "day", "days": return .success(DaySpan(count, .day))
    case "business day", "business days": return .success(DaySpan(count, .businessDay))
    case "week", "weeks": return .success(DaySpan(count, .week))
    case "month", "months": return .success(DaySpan(count, .month))
    case "": return .failure(TimingProblem("`\(first)` has no unit"))
    case let unit: return .failure(TimingProblem("`\(unit)` is not a unit of time"))
    }
  }

  private static func anchor(_ words: ArraySlice<String>) -> Result<Anchor, TimingProblem> {
    let name = words.joined(separator: " ")
    if let anchor = Anchor(rawValue: name) { return .success(anchor) }
    return .failure(
      TimingProblem(name.isEmpty ? "the day it counts from is missing" : "`\(name)` is no day to count from"))
  }
}

/// What is wrong with a time that a policy gives: one sentence, lower case, no full stop.
package struct TimingProblem: Error, Sendable {
  package let message: String

  package init(_ message: String) { self.message = message }
}
