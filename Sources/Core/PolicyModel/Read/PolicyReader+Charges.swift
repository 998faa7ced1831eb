import CEL
import PolicySyntax
import Receivables

extension PolicyReader {
  mutating func charges() -> Charges? {
    guard let section = only("charges") else { return nil }
    report(NotActingYet.section("charges", section.key.span))
    guard let fields = fields(section.value, .charges) else { return nil }
    let allocation = fields["allocation"].flatMap { word($0, "`allocation`", Charges.Allocation.self) }
    let paid = fields["when_principal_paid"].flatMap {
      word($0, "`when_principal_paid`", Charges.WhenPrincipalPaid.self)
    }
    return Charges(
      interest: fields["interest"].flatMap { interest($0) },
      compensation: fields["compensation"].flatMap { name($0, "the table of compensation") },
      allocation: allocation ?? .chargesFirst, whenPrincipalPaid: paid ?? .waive, span: section.key.span)
  }

  private mutating func interest(_ node: Node) -> Charges.Interest? {
    guard let fields = fields(node, .interest) else { return nil }
    let rate = fields["annual_rate"].flatMap { annualRate($0) }
    let fixing = fields["rate_fixing"].flatMap { word($0, "`rate_fixing`", Charges.RateFixing.self) }
    let from = fields["from"].flatMap { word($0, "`from`", Charges.Start.self) }
    guard let rate else { return nil }
    return Charges.Interest(annualRate: rate, rateFixing: fixing ?? .atStart, from: from ?? .due)
  }

  /// `8 % over boe-base`, or `9 %` by itself.
  private mutating func annualRate(_ node: Node) -> Located<Charges.AnnualRate>? {
    let text = node.scalar?.text ?? ""
    let parts = text.split(separator: "%", omittingEmptySubsequences: false)
    let words = parts.count == 2 ? parts[1].split(separator: " ") : []
    guard parts.count == 2, let number = parts[0].split(separator: " ").first,
      parts[0].split(separator: " ").count == 1, let percent = Decimal(String(number)), percent >= Decimal(0),
      words.isEmpty || (words.count == 2 && words[0] == "over")
    else {
      report(
        NotANumber.diagnostic(
          node, "`annual_rate` is no percentage", help: "write it as `8 % over boe-base`, or `9 %` by itself")
      )
      return nil
    }
    return Located(Charges.AnnualRate(percent: percent, over: words.last.map(String.init)), node.span)
  }

  mutating func review() -> Review? {
    guard let section = only("review") else { return nil }
    report(NotActingYet.section("review", section.key.span))
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
