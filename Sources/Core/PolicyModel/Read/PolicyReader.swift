import CEL
import PolicySyntax
import Receivables

/// Reads the tree of a policy into a checked `Policy`, and reports all that is wrong with it at once.
///
/// Reading goes on behind every mistake as if the likeliest correction were made, so that one mistake is one
/// finding. Source: policy language, sections 1 to 6.
package struct PolicyReader {
  let sources: PolicySources
  var diagnostics: [Diagnostic] = []
  var allowances: [Allowance] = []
  /// The day in the business's time zone; nil where nobody knows it.
  private(set) var today: Day?
  /// All conditions that could be read, in the order in which they were.
  var conditions: [Condition] = []
  /// What the order of the segments is judged by; nil where one of them could not be read.
  var segmentOrder: [SegmentOutline]?
  /// The texts of `partials` that no template includes.
  var unusedPartials: [Located<String>] = []
  /// The values of each top-level key, those of the main file first.
  private(set) var sections: [String: [Entry]] = [:]

  private init(_ sources: PolicySources) {
    self.sources = sources
  }

  /// Reads and checks a policy.
  ///
  /// - Returns: The policy, only where no finding is an error; and all findings, those of the YAML reader
  ///   included, in the order of the files.
  package static func read(_ sources: PolicySources) -> (policy: Policy?, diagnostics: [Diagnostic]) {
    var reader = PolicyReader(sources)
    let policy = reader.policy()
    let diagnostics = reader.allFindings()
    return (diagnostics.contains { $0.severity == .error } ? nil : policy, diagnostics)
  }

  mutating func report(_ diagnostic: Diagnostic?) {
    if let diagnostic { diagnostics.append(diagnostic) }
  }

  /// Each finding once, without those that the policy allows, and without a finding about YAML where a rule
  /// here explains the same place better.
  private func allFindings() -> [Diagnostic] {
    let eaten = diagnostics.filter { $0.rule == EatenCondition.rule }.map(\.span)
    let yaml = sources.yamlFindings.filter { finding in
      finding.rule != .forbiddenYAML
        || !eaten.contains { $0.file == finding.span.file && $0.start == finding.span.start }
    }
    let found = Cascade.cut(withoutAllowed(yaml + diagnostics.filter { !followsFromYAML($0) }))
    var seen: Set<Diagnostic> = []
    let kept = found.filter { seen.insert($0).inserted }
    return sources.map.sorted(kept)
  }

  /// Whether a finding only says what a forbidden form of YAML has left behind: a value that is none, or fields that
  /// stand in a second document.
  private func followsFromYAML(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.rule == WrongKind.rule || diagnostic.rule == MissingField.rule else { return false }
    let main = sources.main
    let isMissingAtTop =
      diagnostic.rule == MissingField.rule && diagnostic.span == main.mapping?.first?.key.span
    return sources.yamlFindings.contains { finding in
      guard finding.rule == .forbiddenYAML, finding.span.file == diagnostic.span.file else { return false }
      return isMissingAtTop
        ? finding.span.start >= main.span.end
        : diagnostic.span.start <= finding.span.start && finding.span.start < diagnostic.span.end
    }
  }

  private mutating func policy() -> Policy? {
    guard let top = openMain() else { return nil }
    let name = top["policy"].flatMap { policyName($0) }
    let version = top["duly"].map { Located(1, $0.span) }
    let business = top["business"].flatMap { self.business($0) }
    today = business.flatMap { sources.today($0.timezone.value) }
    let calendar = calendarRules(nearest: top.span(of: "duly"))
    let rates = self.rates(base: business?.currency)
    let schedules = self.schedules(calendar)
    let limits = self.limits(nearest: top.span(of: "duly"))
    var tones = Collected<Tone>(isWhole: false)
    if let money = Self.moneyRates(business?.currency, rates) {
      let context = TemplateContext(
        partials: partials(money), rates: money, business: business,
        isGrouped: limits.grouping.value == .customer)
      tones = self.tones(tiers: schedules, context)
    }
    let segments = self.segments(schedules, tones)
    let escalations = self.escalations(schedules)
    let recipients = self.recipients()
    let responses = self.responses(nearest: top.span(of: "duly"))
    let charges = self.charges()
    let review = self.review()
    for schedule in schedules.complete {
      checkTones(of: schedule, tones)
      checkRoles(of: schedule, recipients)
    }
    let proofs = business.map {
      PolicyProofs(
        conditions, base: $0.currency, rates: rates, tiers: tierNames(schedules),
        zones: sources.zones)
    }
    if let proofs { checkConditions(proofs) }
    guard let name, let version, let business, let calendar, let proofs else { return nil }
    let policy = Policy(
      name: name, version: version, business: business, calendar: calendar, segments: segments,
      schedules: schedules.complete, tones: tones.complete, recipients: recipients, escalations: escalations,
      responses: responses, rates: rates, limits: limits, charges: charges, review: review)
    checkWhole(policy, proofs)
    return policy
  }

  /// The names of all tiers, each once, in the order of the file.
  private func tierNames(_ schedules: Collected<ScheduleDefinition>) -> [String] {
    var seen: Set<String> = []
    return schedules.inner.map(\.value).filter { seen.insert($0).inserted }
  }

  /// Looks at each condition by itself, and at those of the segments together.
  private mutating func checkConditions(_ proofs: PolicyProofs) {
    diagnostics += proofs.conditionFindings()
    diagnostics += conditions.flatMap(PlainPattern.diagnostics)
    diagnostics += conditions.flatMap(UnsaidZone.diagnostics)
    guard let segmentOrder else { return }
    diagnostics += CatchAllNotLast.diagnostics(segmentOrder, proofs)
    report(NoDefaultSegment.diagnostic(segmentOrder, proofs))
    diagnostics += UnreachableSegment.diagnostics(segmentOrder, proofs)
  }

  /// Looks at the policy as a whole. Parts that could not be read would make what hangs on them look wrong,
  /// so nothing is said while there are errors.
  private mutating func checkWhole(_ policy: Policy, _ proofs: PolicyProofs) {
    let hasErrors = diagnostics.contains { $0.severity == .error }
    guard !hasErrors else { return }
    diagnostics += SilentEnd.diagnostics(policy, proofs)
    diagnostics += NoTemplate.diagnostics(policy)
    diagnostics += NeverUsed.diagnostics(policy, partials: unusedPartials)
    diagnostics += SameWords.diagnostics(policy)
    diagnostics += UnsaidDemand.diagnostics(policy)
    diagnostics += HardBeforeDue.diagnostics(policy)
    diagnostics += ChargesOutOfBounds.diagnostics(policy)
    diagnostics += ChargesNotSet.diagnostics(policy)
    diagnostics += ConsumerMeetsCharges.diagnostics(policy)
    diagnostics += SameOutcome.diagnostics(policy.segments)
    diagnostics += OrderDecides.diagnostics(policy.segments, proofs)
    diagnostics += FlippingSegment.diagnostics(policy.segments, proofs)
    diagnostics += UnreachableTier.diagnostics(policy, proofs)
    diagnostics += HeldBeforeFirst.diagnostics(policy, proofs)
    checkDays(policy)
    if let look = sources.books {
      diagnostics += UnmatchedSegment.diagnostics(policy.segments, look)
      report(CatchUpBurst.diagnostic(policy.limits, look))
    }
    let steps = ToneSteps(policy).all { FlippingSegment.canFlip($0, $1, policy.segments, proofs) }
    diagnostics += SofterTone.diagnostics(steps)
    diagnostics += ToneJump.diagnostics(steps, tones: policy.tones)
  }

  /// Looks at what the calendar and the limits make of the tiers' days.
  private mutating func checkDays(_ policy: Policy) {
    diagnostics += CrowdedTiers.diagnostics(policy)
    diagnostics += GapTooShort.diagnostics(policy)
    diagnostics += CapTooSmall.diagnostics(policy)
    diagnostics += BeyondPreview.diagnostics(policy.schedules)
    report(LongClosing.diagnostic(policy.calendar, today: today))
    report(
      SkippedHour.diagnostic(
        policy.calendar, zone: policy.business.timezone.value, sources.zones, today: today))
  }

  /// Opens the main file and the included ones, and gathers their sections. Nil where the version is not one
  /// that is understood: whatever else is found would be noise.
  private mutating func openMain() -> Fields? {
    if let finding = UnsupportedVersion.diagnostic(sources.main, in: sources.mainFile) {
      report(finding)
      return nil
    }
    guard let top = fields(sources.main, .policy) else { return nil }
    gather(top)
    for root in [sources.main] + sources.included { diagnostics += MixedScripts.diagnostics(root) }
    for root in sources.included {
      if let part = fields(root, .fragment) { gather(part) }
    }
    for failure in sources.includeFailures {
      report(UnresolvedReference.include(failure))
    }
    if let include = top["include"] {
      for item in items(include, "`include`") { _ = name(item, "a file that is included") }
    }
    return top
  }

  private mutating func gather(_ part: Fields) {
    for (name, entry) in part.entries.sorted(by: { $0.value.key.span.start < $1.value.key.span.start })
    where !Self.isEmptySection(entry, name) {
      sections[name, default: []].append(entry)
    }
  }

  /// A section whose lines are all commented out is not there.
  private static func isEmptySection(_ entry: Entry, _ name: String) -> Bool {
    !Shape.policy.required.contains(name) && entry.value.tag == nil && entry.value.scalar?.resolved == .null
  }

  /// Whether a section is there, and a mapping in each file: else its absence is the finding, and what refers
  /// to it is none.
  func isWhole(_ section: String) -> Bool {
    sections[section].map { $0.allSatisfy { $0.value.mapping != nil } } ?? false
  }

  /// The one value of a section that may be given only once.
  mutating func only(_ name: String) -> Entry? {
    let all = sections[name] ?? []
    for second in all.dropFirst() {
      report(DuplicateName.diagnostic("`\(name)`", again: second.key.span, first: all[0].key.span))
    }
    return all.first
  }

  /// The entries of a section that maps names to things, those of all files; a name that is given twice is
  /// reported and left out.
  mutating func entries(_ section: String) -> [Entry] {
    var first: [String: Span] = [:]
    var all: [Entry] = []
    for part in sections[section] ?? [] {
      for entry in named(part.value, "`\(section)`") {
        if let before = first[entry.name] {
          report(
            DuplicateName.diagnostic("`\(entry.name)` in `\(section)`", again: entry.key.span, first: before))
        } else {
          first[entry.name] = entry.key.span
          all.append(entry)
        }
      }
    }
    return all
  }

  /// The rates in the types of the expression language. Where the currency of the business could not be read,
  /// the code for no currency stands in for it, so that templates are checked all the same.
  private static func moneyRates(_ base: Currency?, _ rates: [Rate]) -> MoneyRates? {
    CurrencyCode(base?.code ?? "XXX").map { base in
      MoneyRates(
        base: base,
        rates: rates.compactMap { rate in CurrencyCode(rate.currency.code).map { ($0, rate.worth) } })
    }
  }

  private mutating func policyName(_ node: Node) -> Located<String>? {
    guard let name = name(node, "the name of the policy") else { return nil }
    let isValid = name.value.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
    }
    if !isValid { report(WrongKind.policyName(node, name.value)) }
    return name
  }
}

/// Items of a section: those that could be read whole, and the names of all, so that a reference to one that
/// could not be read is no second finding. Where names themselves may be missing, no reference is judged.
struct Collected<Item> {
  var complete: [Item] = []
  var names: [Located<String>] = []
  /// The names inside the items that others refer to: the tiers of schedules.
  var inner: [Located<String>] = []
  /// False where a name may be missing, because a part could not be read.
  var isWhole: Bool

  init(isWhole: Bool) {
    self.isWhole = isWhole
  }

  func contains(_ name: String) -> Bool { names.contains { $0.value == name } }
}
