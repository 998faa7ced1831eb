import CEL
import Letters
import PolicyModel
import PolicySyntax
import Receivables
import Vocabulary

/// Compiles a checked policy: names become places, conditions programs, spans policy lines.
package struct PlanCompiler {
  private let policy: Policy
  private let map: SourceMap
  private let rates: MoneyRates
  private let zones: any TimeZoneDatabase
  private let former: FormerNames
  private var tiers: [PlannedTier] = []
  private var roles: [PlannedRole] = []

  /// - Parameters:
  ///   - policy: Checked: every reference resolves, every tier name has one level.
  ///   - map: The files of the policy, for the places of its lines.
  ///   - zones: The time zones that conditions can ask for.
  ///   - former: What a journal speaks of; tiers that the policy no longer has keep their level.
  /// - Returns: A plan whose invariants hold.
  package static func compile(
    _ policy: Policy, _ map: SourceMap, zones: any TimeZoneDatabase = UniversalTime(),
    former: FormerNames = FormerNames()
  ) -> Plan {
    var compiler = PlanCompiler(policy, map, zones, former)
    return compiler.compile()
  }

  private init(
    _ policy: Policy, _ map: SourceMap, _ zones: any TimeZoneDatabase, _ former: FormerNames
  ) {
    self.former = former
    self.policy = policy
    self.map = map
    self.zones = zones
    rates = MoneyRates(
      base: CurrencyCode(packed: policy.business.currency.packed),
      rates: policy.rates.map { (CurrencyCode(packed: $0.currency.packed), $0.worth) })
  }

  private mutating func compile() -> Plan {
    tiers = tierTable()
    let schedules = policy.schedules.map { schedule($0) }
    let thanks = thanks()
    let responses = Response.Kind.allCases.map { kind in
      policy.responses.first { $0.kind == kind }.map { PlannedResponse(rule: $0, source: source($0.span)) }
    }
    let terms = policy.charges?.terms
    let charges = terms?.interest == nil && terms?.compensation == nil ? nil : terms
    let conditions = policy.segments.compactMap(\.when) + policy.escalations.map(\.when)
    return Plan(
      policy: policy.name.value, source: source(policy.version.span), base: policy.business.currency,
      business: policy.business, calendar: policy.calendar.calendar,
      closedDays: policy.calendar.closedDays,
      movesForward: policy.calendar.whenClosed == .nextOpenDay, window: policy.calendar.window, rates: rates,
      segments: policy.segments.map { segment($0) }, schedules: schedules, tiers: tiers,
      tones: policy.tones.map(\.name.value), roles: roles,
      escalations: policy.escalations.map { escalation($0) },
      formerRules: former.rules.filter { name in !policy.escalations.contains { $0.name.value == name } },
      responses: responses, thanks: thanks, limits: limits(),
      letters: letters(), charges: charges,
      chargesSource: source(policy.charges?.span ?? policy.version.span), review: policy.review,
      reviewSource: source(policy.review?.span ?? policy.version.span),
      clockwork: Clockwork(conditions.map(\.expression), hasCharges: charges != nil))
  }

  private func source(_ span: Span) -> Source { Source(map.place(span)) }

  private func schedulePlace(_ name: String) -> Int {
    policy.schedules.firstIndex { $0.name.value == name } ?? 0
  }

  private func tonePlace(_ name: String) -> Int {
    policy.tones.firstIndex { $0.name.value == name } ?? 0
  }

  private func segment(_ segment: Segment) -> PlannedSegment {
    let condition = segment.when.map { Program($0.expression, rates: rates, zones: zones) }
    return PlannedSegment(
      name: segment.name.value, condition: condition, conditionText: segment.when.map(\.oneLine),
      isSteady: condition?.slots.allSatisfy { Vocabulary.segmentFacts[$0].isSteady } ?? true,
      schedule: schedulePlace(segment.schedule.value), tone: tonePlace(segment.tone.value),
      source: source(segment.span))
  }

  private mutating func schedule(_ schedule: ScheduleDefinition) -> PlannedSchedule {
    let steps = schedule.tiers.map { step($0) }
    return PlannedSchedule(
      name: schedule.name.value, steps: steps, flagsItsEnd: schedule.end?.isFlagged ?? true,
      endReason: schedule.end?.reason,
      endSource: source(schedule.end?.span ?? schedule.tiers.last?.span ?? schedule.span),
      source: source(schedule.name.span))
  }

  private mutating func step(_ tier: Tier) -> PlannedStep {
    PlannedStep(
      tier: tierPlace(tier), position: tier.position, timing: tier.send.value, level: tier.level,
      tone: tier.tone.map { tonePlace($0.value) }, channels: tier.channels, needsApproval: tier.needsApproval,
      takesAnyCollection: tier.takesAnyCollection, from: tier.from, to: rolePlace(tier.to.value),
      cc: tier.cc.map { rolePlace($0.value) }, respondWithin: tier.respondWithin?.value,
      charges: tier.charges,
      source: source(tier.span))
  }

  /// The word of thanks, where the policy has one: to whoever is billed unless the last reminder went to another role.
  private mutating func thanks() -> PlannedThanks? {
    guard let response = policy.responses.first(where: { $0.kind == .paid && $0.thanks }),
      let tone = policy.toneOfThanks
    else { return nil }
    return PlannedThanks(
      step: PlannedStep(
        tier: tiers.firstIndex { $0.name == PlannedThanks.name } ?? 0, position: 0,
        timing: Timing(anchor: .due, offset: DaySpan(0, .day)), level: 0, tone: tone, channels: [.email],
        needsApproval: false, takesAnyCollection: true, from: .sender, to: rolePlace("billing"), cc: [],
        respondWithin: nil, charges: false, isThanks: true, source: source(response.span)),
      tone: tone)
  }

  /// Every tier name once, by level and name: the order of the schedules in the file does not show.
  private func tierTable() -> [PlannedTier] {
    var found: [PlannedTier] = []
    for tier in policy.schedules.flatMap(\.tiers) where !found.contains(where: { $0.name == tier.name.value })
    {
      found.append(PlannedTier(name: tier.name.value, level: tier.level))
    }
    found.sort { ($0.level, $0.name) < ($1.level, $1.name) }
    // Behind the others: no schedule has them.
    if policy.thanks { found.append(PlannedTier(name: PlannedThanks.name, level: 0)) }
    for tier in former.tiers where !found.contains(where: { $0.name == tier.name }) { found.append(tier) }
    return found
  }

  private func tierPlace(_ tier: Tier) -> Int {
    tiers.firstIndex { $0.name == tier.name.value } ?? 0
  }

  private mutating func rolePlace(_ name: String) -> Int {
    if let place = roles.firstIndex(where: { $0.name == name }) { return place }
    let fallback = policy.recipients.first { $0.role.value == name }?.fallback.map(\.value)
    roles.append(PlannedRole(name: name, fallback: fallback ?? [name]))
    return roles.count - 1
  }

  private func escalation(_ escalation: Escalation) -> PlannedEscalation {
    PlannedEscalation(
      name: escalation.name.value, condition: Program(escalation.when.expression, rates: rates, zones: zones),
      conditionText: escalation.when.oneLine,
      isPerInvoice: escalation.isPerInvoice, pace: VerdictPace(escalation.when.expression),
      actions: escalation.actions.map { action in
        switch action.value {
        case .flag: .flag
        case .holdCustomer: .holdCustomer
        case .holdInvoice: .holdInvoice
        case .notify: .notify
        case .task(let name): .task(name)
        case .schedule(let name): .schedule(schedulePlace(name))
        }
      }, note: escalation.note, source: source(escalation.span))
  }

  private func limits() -> PlannedLimits {
    let limits = policy.limits
    let origin = policy.version.span
    return PlannedLimits(
      minBalance: limits.minBalance?.value,
      minGap: limits.minGap.value, afterIssue: limits.afterIssue?.value,
      atMost: limits.atMost?.value, perRun: limits.perRun?.value,
      booksAge: limits.booksAge?.value, catchUp: limits.catchUp.value,
      grouping: limits.grouping.value, minBalanceSource: source(limits.minBalance?.span ?? origin),
      minGapSource: source(limits.minGap.span), afterIssueSource: source(limits.afterIssue?.span ?? origin),
      atMostSource: source(limits.atMost?.span ?? origin),
      perRunSource: source(limits.perRun?.span ?? origin),
      ratesSource: source(policy.rates.first?.span ?? origin))
  }

  private func letters() -> LetterTable {
    let languages = policy.tones.reduce(into: [policy.business.language]) { found, tone in
      for template in tone.templates {
        if let language = template.language?.value, !found.contains(language) { found.append(language) }
      }
    }
    var templates: [LetterTemplate] = []
    var sources: [Source] = []
    var keys: [(tone: Int, tier: String?, language: String)] = []
    for (number, tone) in policy.tones.enumerated() {
      for template in tone.templates {
        templates.append(template.letter)
        sources.append(source(template.span))
        keys.append((number, template.tier?.value, template.language?.value ?? policy.business.language))
      }
    }
    return LetterTable(
      templates: templates, sources: sources, written: keys.map(\.language), languages: languages,
      tones: policy.tones.count,
      tiers: tiers.count,
      thanks: policy.thanks ? tiers.firstIndex { $0.name == PlannedThanks.name } : nil
    ) { tone, tier, language in
      keys.firstIndex {
        $0.tone == tone && $0.tier == tier.map { tiers[$0].name } && $0.language == languages[language]
      }
    }
  }
}

extension Condition {
  /// As it was written, line breaks and their indentation as one blank.
  fileprivate var oneLine: String {
    scalar.text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).drop(while: \.isEmpty).joined(
        separator: " ")
    }.joined(separator: " ")
  }
}

extension Vocabulary.Fact {
  /// True for what only the books change: no day, and no message.
  fileprivate var isSteady: Bool {
    guard case .customer(let fact) = self else { return false }
    switch fact {
    case .balance, .overdue, .invoicesOpen, .brokenPromises: return false
    case .id, .name, .kind, .firstName, .email, .phone, .country, .language, .tags, .since, .revenue12m,
      .credit, .invoicesPaid, .averageDaysLate, .fields:
      return true
    }
  }
}
