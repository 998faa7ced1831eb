import PolicySyntax
import Vocabulary

extension PolicyReader {
  mutating func escalations(_ schedules: Collected<ScheduleDefinition>) -> [Escalation] {
    var escalations: [Escalation] = []
    var first: [String: Span] = [:]
    var nodes: [Node] = []
    for section in sections["escalations"] ?? [] { nodes += items(section.value, "`escalations`") }
    for node in limited(nodes, to: PolicySize.escalations, "escalations", \.self) {
      guard let fields = fields(node, .escalation, naming: "name") else { continue }
      let name = fields["name"].flatMap { self.name($0, "the name of an escalation") }
      if let name, let before = first[name.value] {
        report(DuplicateName.diagnostic("the escalation `\(name.value)`", again: name.span, first: before))
      }
      if let name { first[name.value] = first[name.value] ?? name.span }
      if let escalation = escalation(fields, name, schedules) { escalations.append(escalation) }
    }
    return escalations
  }

  private mutating func escalation(
    _ fields: Fields, _ name: Located<String>?, _ schedules: Collected<ScheduleDefinition>
  ) -> Escalation? {
    let when = fields["when"].flatMap { condition($0, in: fields, Vocabulary.escalationConditions) }
    let actions = fields["do"].map { self.actions($0, fields, schedules) }
    let note = fields["note"].flatMap { text($0, "the note of \(fields.title)") }
    let allowed = self.allowed(fields["allow"], at: fields.span)
    let isPerInvoice = when.map(Self.readsInvoice) ?? false
    if let actions {
      report(HoldWithoutFlag.diagnostic(actions.read, of: fields, isWhole: actions.isWhole))
      if when != nil, !isPerInvoice { report(HoldWithoutInvoice.diagnostic(actions.read, of: fields)) }
    }
    guard let name, let when, let actions, actions.isWhole else { return nil }
    return Escalation(
      name: name, when: when, isPerInvoice: isPerInvoice, actions: actions.read, note: note?.value,
      allowed: allowed, span: fields.span)
  }

  /// Whether a condition names a fact of one invoice.
  private static func readsInvoice(_ condition: Condition) -> Bool {
    condition.expression.slots.contains { slot in
      switch Vocabulary.escalationFacts[slot] {
      case .invoice, .history(.tier): true
      case .today, .customer, .history, .letter: false
      }
    }
  }

  /// The actions of a `do`; `isWhole` is false where one of them could not be read.
  private mutating func actions(
    _ node: Node, _ fields: Fields, _ schedules: Collected<ScheduleDefinition>
  ) -> (read: [Located<Escalation.Action>], isWhole: Bool) {
    var read: [Located<Escalation.Action>] = []
    var isWhole = true
    for item in oneOrMany(node) {
      guard let entries = item.mapping else {
        if let action = plainAction(item) { read.append(Located(action, item.span)) } else { isWhole = false }
        continue
      }
      for entry in entries {
        if let action = action(entry, schedules) {
          read.append(Located(action, entry.span))
        } else {
          isWhole = false
        }
      }
    }
    if isWhole, read.isEmpty {
      report(WrongKind.empty(node, "`do` in \(fields.title)"))
      isWhole = false
    }
    return (read, isWhole)
  }

  private static let actionWords = [
    "flag", "notify", "hold", "hold: invoice", "task: NAME", "schedule: NAME",
  ]

  private mutating func plainAction(_ node: Node) -> Escalation.Action? {
    guard let scalar = node.scalar, scalar.resolved != .null else {
      report(
        WrongKind.diagnostic(
          node, expected: "an action", of: "an item of `do`",
          help: "write one of \(Nearest.list(Self.actionWords))"))
      return nil
    }
    switch scalar.text {
    case "flag": return .flag
    case "notify": return .notify
    case "hold": return .holdCustomer
    default:
      report(UnknownWord.action(node, scalar.text, Self.actionWords))
      return nil
    }
  }

  private mutating func action(_ entry: Entry, _ schedules: Collected<ScheduleDefinition>) -> Escalation
    .Action?
  {
    switch entry.name {
    case "hold":
      return word(entry.value, "`hold`", Response.Hold.self).map {
        $0 == .invoice ? .holdInvoice : .holdCustomer
      }
    case "task": return name(entry.value, "the name of a task").map { .task($0.value) }
    case "schedule":
      return reference(entry.value, "a schedule", schedules, of: "the schedule of an escalation").map {
        .schedule($0.value)
      }
    case "flag", "notify":
      guard let isOn = boolean(entry.value, "`\(entry.name)`") else { return nil }
      if !isOn { report(UnknownWord.action(entry.key, "\(entry.name): false", Self.actionWords)) }
      return isOn ? (entry.name == "flag" ? .flag : .notify) : nil
    default:
      report(UnknownWord.action(entry.key, entry.name, Self.actionWords))
      return nil
    }
  }
}
