import PolicySyntax
import Receivables

extension PolicyReader {
  mutating func review() -> Review? {
    guard let section = only("review") else { return nil }
    guard let fields = fields(section.value, .review) else { return nil }
    let every = fields["every"].flatMap { weekly($0) }
    let overdue = fields["overdue_after"].flatMap { daySpan($0, "`overdue_after`") }
    let forewarn = fields["forewarn"].flatMap { daySpan($0, "`forewarn`") }
    let then = fields["then"].flatMap { word($0, "`then`", Review.Consequence.self) }
    guard let every else { return nil }
    return Review(
      weekday: every.weekday, minute: every.minute, overdueAfter: overdue?.value ?? DaySpan(7, .day),
      forewarn: forewarn?.value, consequence: then ?? .hold, span: section.key.span)
  }

  /// `monday 08:30`.
  private mutating func weekly(_ node: Node) -> (weekday: Int, minute: Int)? {
    let words = (node.scalar?.text ?? "").split(separator: " ")
    guard words.count == 2, let weekday = ClockText.weekday(words[0]),
      let minute = ClockText.minute(words[1]),
      minute < 1440
    else {
      report(
        NotANumber.diagnostic(
          node, "`every` is a weekday and a time of day", help: "write it as `monday 08:30`"))
      return nil
    }
    return (weekday, minute)
  }
}
