import PolicyModel
import PolicySyntax
import Receivables
import Schedule

// What a test expects: messages, flags and silences.
extension PolicyTestReader {
  mutating func messages(
    _ node: Node, _ scope: ExpectationScope, mayBeEmpty: Bool = false
  ) -> [MessageExpectation] {
    if mayBeEmpty, node.scalar?.resolved == .null { return [] }
    guard let items = node.sequence, mayBeEmpty || !items.isEmpty else {
      report(node, "this is a list of messages such as `- { on: 2026-03-12, tier: first }`")
      return []
    }
    return items.compactMap { message($0, scope) }
  }

  private mutating func message(_ node: Node, _ scope: ExpectationScope) -> MessageExpectation? {
    guard let entries = node.mapping else {
      report(node, "a message is a mapping such as `{ on: 2026-03-12, tier: first, invoices: [A1] }`")
      return nil
    }
    checkKeys(node, MessageField.allCases.map(\.rawValue), "a message")
    var days: ClosedRange<Day>?
    var wanted: [MessageExpectation.Wanted] = []
    for field in MessageField.allCases {
      guard let value = entries.first(where: { $0.name == field.rawValue })?.value else { continue }
      if field == .on {
        days = self.days(value)
      } else {
        wanted += texts(of: field, value, scope).map { MessageExpectation.Wanted(field: field, text: $0) }
      }
    }
    return MessageExpectation(span: node.span, days: days, wanted: wanted)
  }

  /// As `MessageView` writes the field of a message; several only of `says`.
  private mutating func texts(
    of field: MessageField, _ node: Node, _ scope: ExpectationScope
  ) -> [String] {
    func one(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
    switch field {
    case .on: return []
    case .customer: return one(word(node, scope.invoices.keys.map(\.text).sorted(), "customer"))
    case .tier: return one(word(node, plan.tiers.map(\.name), "tier"))
    case .tone: return one(word(node, plan.tones, "tone"))
    case .segment: return one(word(node, plan.segments.map(\.name), "segment"))
    case .schedule: return one(word(node, plan.schedules.map(\.name), "schedule"))
    case .invoices, .alsoListed: return one(invoices(node, field, scope))
    case .level: return one(wholeNumber(node, 0...1000, "level").map { "\($0)" })
    case .channel: return one(texts(node, "channel")?.joined(separator: "+"))
    case .from: return one(word(node, Tier.Author.allCases.map(\.rawValue), "from"))
    case .needsApproval: return one(flag(node, "needs_approval").map { $0 ? "true" : "false" })
    case .total: return one(total(node))
    case .cc: return one(texts(node, "cc")?.joined(separator: ", "))
    case .language, .to, .subject: return one(texts(node, field.rawValue)?.first)
    case .says: return texts(node, "says") ?? []
    }
  }

  /// In the order in which messages name them.
  private mutating func invoices(_ node: Node, _ field: MessageField, _ scope: ExpectationScope) -> String? {
    guard let named = texts(node, field.rawValue) else { return nil }
    for (place, name) in named.enumerated() where !scope.all.contains(name) {
      let item = node.sequence?[place] ?? node
      let nearest = Nearest.name(to: name, among: scope.all.sorted()).map { "a similar one is `\($0)`" }
      report(item, "`\(name)` is no invoice of the test", help: nearest)
    }
    return named.map(PolicyTestReader.id).sorted().map { "\($0)" }.joined(separator: ", ")
  }

  private static func id(_ text: String) -> ReceivableID {
    guard let slash = text.lastIndex(of: "/"), let part = Int(text[text.index(after: slash)...]) else {
      return ReceivableID(number: text)
    }
    return ReceivableID(number: String(text[..<slash]), instalment: part)
  }

  /// `1200` in the base currency, or `1200 EUR`.
  private mutating func total(_ node: Node) -> String? {
    let words = (text(node) ?? "").split(separator: " ")
    if (1...2).contains(words.count),
      let currency = words.count == 2 ? Currency(code: words[1]) : plan.base,
      let money = Money(words[0], currency)
    {
      return "\(money)"
    }
    report(node, "a total is an amount such as `1200`, or `1200 EUR`")
    return nil
  }

  mutating func flags(_ node: Node, _ scope: ExpectationScope) -> [FlagExpectation] {
    if node.scalar?.resolved == .null { return [] }
    guard let items = node.sequence else {
      report(node, "`flags` is a list such as `- { on: 2026-04-01, escalation: large-and-late }`")
      return []
    }
    let escalations = plan.escalations.map(\.name) + OwnFlag.allCases.map(\.rawValue)
    return items.map { item in
      checkKeys(item, ["on", "customer", "escalation", "response", "invoice"], "a flag")
      let name =
        word(item["escalation"], escalations, "escalation")
        ?? word(item["response"], Response.Kind.allCases.map(\.rawValue), "response")
      return FlagExpectation(
        span: item.span, days: item["on"].flatMap { days($0) },
        customer: customer(item, scope), name: name,
        invoice: item["invoice"].flatMap { invoice($0, scope) })
    }
  }

  mutating func silences(_ node: Node, _ scope: ExpectationScope) -> [SilenceExpectation] {
    guard let items = node.sequence else {
      report(
        node, "`silences` is a list such as `- { invoice: A1, on: 2026-03-14, reason: paused-by-promise }`")
      return []
    }
    return items.compactMap { item in
      checkKeys(item, ["on", "customer", "invoice", "reason"], "a silence")
      guard let on = item["on"], let named = item["invoice"] else {
        report(item, "a silence says `on` which days which `invoice` is quiet")
        return nil
      }
      guard let days = days(on), let invoice = invoice(named, scope) else { return nil }
      return SilenceExpectation(
        span: item.span, days: days, customer: customer(item, scope), invoice: invoice,
        reason: word(item["reason"], reasons, "reason"))
    }
  }

  private mutating func customer(_ node: Node, _ scope: ExpectationScope) -> CustomerID? {
    word(node["customer"], scope.invoices.keys.map(\.text).sorted(), "customer").map { CustomerID($0) }
  }

  private mutating func invoice(_ node: Node, _ scope: ExpectationScope) -> String? {
    word(node, scope.all.sorted(), "invoice")
  }

  /// The reasons that the contract names, for this policy.
  private var reasons: [String] {
    let own: [SilenceReason] = [
      .disputed, .unallocatedMoney, .noRate, .conditionFailed, .belowMinBalance, .afterIssue, .minGap,
      .atMost,
      .awaitingApproval, .noRecipient, .collection, .scheduleFinished, .noTierInHorizon, .notIssuedYet,
      .settled,
    ]
    let kinds = Response.Kind.allCases
    return
      (own + kinds.map { .paused($0) } + kinds.map { .heldByResponse($0) }
      + plan.escalations.indices.map { .heldByEscalation($0) }).map { $0.text(in: plan) }
  }
}
