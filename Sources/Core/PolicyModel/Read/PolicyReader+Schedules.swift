import PolicySyntax
import Receivables

extension PolicyReader {
  /// The schedules of all files, with the level of each tier.
  mutating func schedules(_ calendar: CalendarRules?) -> Collected<ScheduleDefinition> {
    var found = Collected<ScheduleDefinition>(isWhole: isWhole("schedules"))
    let movesForward = calendar.map { $0.whenClosed == .nextOpenDay } ?? false
    var orderly: [ScheduleDefinition] = []
    for entry in limited(entries("schedules"), to: PolicySize.schedules, "schedules", \.key) {
      found.names.append(Located(entry.name, entry.key.span))
      let (schedule, tierNames, isOrderly) = schedule(entry, movesForward: movesForward)
      found.inner += tierNames
      if let schedule, isOrderly { orderly.append(schedule) }
      if let schedule { found.complete.append(schedule) } else { found.isWhole = false }
    }
    if found.names.isEmpty, let section = sections["schedules"]?.first, section.value.mapping != nil {
      report(MissingField.nothing(in: section, "a schedule"))
    }
    // A first tier that counts from `previous` has no level to compare: what follows from it is no second mistake.
    // Nor have tiers that stand in a wrong order, or twice, the levels that were meant.
    diagnostics += TierWithTwoLevels.diagnostics(
      orderly.filter { $0.tiers.first?.send.value.anchor != .previous })
    return found
  }

  private mutating func schedule(
    _ entry: Entry, movesForward: Bool
  ) -> (schedule: ScheduleDefinition?, tierNames: [Located<String>], isOrderly: Bool) {
    var nodes = items(entry.value, "the schedule `\(entry.name)`")
    guard entry.value.sequence != nil else { return (nil, [], false) }
    var end: EndOfSchedule?
    if let last = nodes.last, let node = last["end"], last["tier"] == nil {
      end = self.end(node, last)
      nodes.removeLast()
    }
    guard !nodes.isEmpty else {
      report(MissingField.nothing(in: entry, "a tier"))
      return (nil, [], false)
    }
    var drafts: [TierDraft] = []
    var names: [Located<String>] = []
    var (isWhole, isOrderly) = (true, true)
    for node in limited(nodes, to: PolicySize.tiers, "tiers in one schedule", \.self) {
      guard let fields = fields(node, .tier, naming: "tier") else {
        isWhole = false
        continue
      }
      let draft = TierDraft(fields, &self)
      if let name = draft.name {
        if let before = names.first(where: { $0.value == name.value }) {
          report(DuplicateName.tier(name, first: before.span))
          isOrderly = false
        }
        names.append(name)
      }
      if draft.name == nil || draft.send == nil { isWhole = false }
      drafts.append(draft)
    }
    guard isWhole else { return (nil, names, false) }
    let tiers = self.tiers(drafts)
    if isOrderly {
      let misplaced = TiersOutOfOrder.diagnostics(tiers, movesForward: movesForward)
      isOrderly = misplaced.isEmpty
      diagnostics += misplaced + UnreachableTier.diagnostics(tiers)
    }
    let schedule = ScheduleDefinition(
      name: Located(entry.name, entry.key.span), tiers: tiers, end: end, span: entry.span)
    return (schedule, names, isOrderly)
  }

  private mutating func end(_ node: Node, _ item: Node) -> EndOfSchedule? {
    for entry in item.mapping ?? [] where entry.name != "end" {
      report(UnknownField.besideEnd(entry))
    }
    guard let fields = fields(node, .end) else { return nil }
    let flag = fields["flag"].flatMap { boolean($0, "`flag`") }
    let reason = fields["reason"].flatMap { text($0, "the reason of the end") }
    return EndOfSchedule(isFlagged: flag ?? true, reason: reason?.value, span: item.span)
  }

  /// Gives each tier its level. Source: policy language, section 4, "Levels".
  private mutating func tiers(_ drafts: [TierDraft]) -> [Tier] {
    var tiers: [Tier] = []
    var highest = 0
    for draft in drafts {
      guard let name = draft.name, let send = draft.send else { continue }
      let level: Int
      if TierBeforeDue.hasLevelZero(draft, send.value, after: tiers.last) {
        report(TierBeforeDue.diagnostic(draft, name, send, after: tiers.last))
        level = 0
      } else {
        level = draft.level?.value ?? highest + 1
        if tiers.isEmpty, send.value.anchor == .previous { report(TierBeforeDue.previousFirst(send)) }
        if let stated = draft.level, stated.value <= highest, let above = tiers.last {
          report(TiersOutOfOrder.level(stated, of: name, above: above))
        }
        highest = max(highest, level)
      }
      tiers.append(draft.tier(name, send, position: tiers.count, level: level))
    }
    return tiers
  }

  /// Checks that the tone of each tier that has one of its own exists.
  mutating func checkTones(of schedule: ScheduleDefinition, _ tones: Collected<Tone>) {
    for tone in schedule.tiers.compactMap(\.tone) where tones.isWhole && !tones.contains(tone.value) {
      report(UnresolvedReference.diagnostic(tone, "a tone", tones.names.map(\.value)))
    }
  }

  /// Checks that each role but `billing` has an order of fallback.
  mutating func checkRoles(of schedule: ScheduleDefinition, _ recipients: [Recipients]) {
    for tier in schedule.tiers {
      for role in [tier.to] + tier.cc where role.value != "billing" {
        if !recipients.contains(where: { $0.role.value == role.value }) {
          report(UnresolvedReference.role(role, recipients.map(\.role.value)))
        }
      }
    }
  }
}

/// A tier as it is written, before its level is known.
struct TierDraft {
  let fields: Fields
  let name: Located<String>?
  let send: Located<Timing>?
  let level: Located<Int>?
  private let tone: Located<String>?
  private let channels: [Tier.Channel]
  private let needsApproval: Bool
  private let takesAnyCollection: Bool
  private let from: Tier.Author
  private let to: Located<String>
  private let cc: [Located<String>]
  private let respondWithin: Located<DaySpan>?
  private let charges: Bool
  private let allowed: [Located<String>]

  private enum Approver: String, CaseIterable { case owner }
  private enum Collection: String, CaseIterable { case any }

  init(_ fields: Fields, _ reader: inout PolicyReader) {
    let title = fields.title
    self.fields = fields
    name = fields["tier"].flatMap { reader.name($0, "the name of a tier") }
    send = fields["send"].flatMap { reader.timing($0, title) }
    level = fields["level"].flatMap { reader.integer($0, "the level of \(title)", in: 0...1000) }
    tone = fields["tone"].flatMap { reader.name($0, "the tone of \(title)") }
    var channels: [Tier.Channel] = []
    if let node = fields["channel"] {
      for item in reader.oneOrMany(node) {
        if let channel = reader.word(item, "the channel of \(title)", Tier.Channel.self) {
          channels.append(channel)
        }
      }
    }
    self.channels = channels.isEmpty ? [.email] : channels
    needsApproval = fields["approval"].flatMap { reader.word($0, "`approval`", Approver.self) } != nil
    takesAnyCollection =
      fields["collection"].flatMap { reader.word($0, "`collection`", Collection.self) } != nil
    from = fields["from"].flatMap { reader.word($0, "`from`", Tier.Author.self) } ?? .sender
    to = fields["to"].flatMap { reader.name($0, "`to` of \(title)") } ?? Located("billing", fields.place)
    cc =
      fields["cc"].map { node in
        reader.oneOrMany(node).compactMap { reader.name($0, "`cc` of \(title)") }
      } ?? []
    respondWithin = fields["respond_within"].flatMap { reader.daySpan($0, "`respond_within` of \(title)") }
    charges = fields["charges"].flatMap { reader.boolean($0, "`charges`") } ?? false
    if let note = fields["note"] { _ = reader.text(note, "a note") }
    allowed = reader.allowed(fields["allow"], at: fields.span)
  }

  func tier(_ name: Located<String>, _ send: Located<Timing>, position: Int, level: Int) -> Tier {
    Tier(
      name: name, send: send, position: position, level: level, statedLevel: self.level, tone: tone,
      channels: channels, needsApproval: needsApproval, takesAnyCollection: takesAnyCollection, from: from,
      to: to,
      cc: cc, respondWithin: respondWithin, charges: charges, allowed: allowed, span: fields.span)
  }
}

extension PolicyReader {
  /// When a tier is sent.
  mutating func timing(_ node: Node, _ title: String) -> Located<Timing>? {
    guard let scalar = node.scalar, scalar.resolved != .null else {
      report(
        WrongKind.diagnostic(
          node, expected: "a time", of: "`send` of \(title)", help: "write it as `14 days after due`"))
      return nil
    }
    switch Timing.parse(scalar.text) {
    case .success(let timing): return Located(timing, node.span)
    case .failure(let problem):
      report(NotANumber.timing(node, scalar.text, problem))
      return nil
    }
  }
}
