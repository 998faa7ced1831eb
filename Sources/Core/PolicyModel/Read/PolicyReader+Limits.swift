import CEL
import PolicySyntax
import Receivables

extension PolicyReader {
  /// The limits, with the language's own where the policy says nothing.
  mutating func limits(nearest: Span) -> Limits {
    let section = only("limits")
    let fields = section.flatMap { self.fields($0.value, .limits) }
    let place = section?.key.span ?? nearest
    func node(_ name: String) -> Node? { fields?[name] }
    let gap = node("min_gap").flatMap { daySpan($0, "`min_gap`") }
    let catchUp = node("catch_up").flatMap { value in
      word(value, "`catch_up`", Limits.CatchUp.self).map { Located($0, value.span) }
    }
    let grouping = node("group_by").flatMap { value in
      word(value, "`group_by`", Limits.Grouping.self).map { Located($0, value.span) }
    }
    return Limits(
      minBalance: node("min_balance").flatMap { decimal($0, "`min_balance`") },
      minGap: gap ?? Located(DaySpan(1, .day), place),
      afterIssue: node("after_issue").flatMap { daySpan($0, "`after_issue`") },
      atMost: node("at_most").flatMap { cap($0) },
      perRun: node("per_run").flatMap { integer($0, "`per_run`", in: 1...1_000_000) },
      booksAge: node("books_age").flatMap { age($0) }, catchUp: catchUp ?? Located(.spread, place),
      saysCatchUp: catchUp != nil, grouping: grouping ?? Located(.customer, place))
  }

  /// `3 per 30 days`.
  private mutating func cap(_ node: Node) -> Located<Limits.Cap>? {
    let words = (node.scalar?.text ?? "").split(separator: " ")
    let units = ["day": 1, "days": 1, "week": 7, "weeks": 7]
    let count = words.count == 4 ? whole(words[2]) : (words.count == 3 ? 1 : nil)
    guard let messages = words.first.flatMap({ whole($0) }), words.dropFirst().first == "per", let count,
      let unit = words.last.flatMap({ units[String($0)] }), messages > 0, count > 0, count * unit <= 3660
    else {
      report(
        NotANumber.diagnostic(
          node, "`at_most` is a number of messages per a number of days", help: "write it as `3 per 30 days`")
      )
      return nil
    }
    return Located(Limits.Cap(messages: messages, days: count * unit), node.span)
  }

  /// Minutes of `6 hours`.
  private mutating func age(_ node: Node) -> Located<Int>? {
    let words = (node.scalar?.text ?? "").split(separator: " ")
    let units = ["minute": 1, "minutes": 1, "hour": 60, "hours": 60, "day": 1440, "days": 1440]
    guard words.count == 2, let count = whole(words[0]), let unit = units[String(words[1])], count > 0 else {
      report(
        NotANumber.diagnostic(
          node, "`books_age` is a number of minutes, hours or days", help: "write it as `6 hours`"))
      return nil
    }
    return Located(count * unit, node.span)
  }

  /// A whole number of digits alone, up to 100 000.
  private func whole(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text), value <= 100_000 else {
      return nil
    }
    return value
  }

  mutating func rates(base: Currency?) -> [Rate] {
    var rates: [Rate] = []
    let entries = entries("rates")
    for (place, entry) in entries.enumerated() {
      if place > 0, wholeNumber(entries[place - 1], entry) != nil { continue }
      if place + 1 < entries.count, let whole = wholeNumber(entry, entries[place + 1]) {
        report(NotANumber.split(whole, in: sources.map))
        continue
      }
      guard let currency = currency(entry.key) else { continue }
      if currency == base {
        report(UnknownWord.baseRate(entry))
        continue
      }
      guard let worth = decimal(entry.value, "the rate of `\(entry.name)`") else { continue }
      guard worth.value > Decimal(0) else {
        report(NotANumber.diagnostic(entry.value, "the rate of `\(entry.name)` is zero"))
        continue
      }
      rates.append(Rate(currency: currency, worth: worth.value, span: entry.span))
    }
    return rates
  }

  mutating func recipients() -> [Recipients] {
    var recipients: [Recipients] = []
    for entry in entries("recipients") {
      let roles = oneOrMany(entry.value).compactMap { name($0, "a role in `\(entry.name)`") }
      if entry.value.sequence?.isEmpty ?? false {
        report(WrongKind.empty(entry.value, "the role `\(entry.name)`"))
      }
      guard !roles.isEmpty else {
        // The role is named, though nobody stands in for it: a reference to it is no second finding.
        let itself = Located(entry.name, entry.key.span)
        recipients.append(Recipients(role: itself, fallback: [itself]))
        continue
      }
      recipients.append(Recipients(role: Located(entry.name, entry.key.span), fallback: roles))
    }
    return recipients
  }
}
