import PolicyModel
import PolicySyntax
import Receivables
import Schedule

/// What a policy means for customers, without places, comments or layout: two policies with the same meaning do the same,
/// whatever the books say.
///
/// Names that nothing hangs on (of segments, schedules and tones) stand apart; those of tiers, rules and roles are part of
/// the meaning, for journals and books speak of them. The converse does not hold: two policies can do the same and differ
/// here by the way a condition is written or by the order of segments (`PolicyEquivalence` can prove more).
package struct PolicyMeaning: Sendable {
  /// Who is treated how.
  struct Segment: Sendable, Equatable {
    let name: String
    /// Nil for the default.
    let condition: String?
    /// The schedule by what it holds, and the tone by its place.
    let treatment: String
    /// The same for people.
    let words: String
  }

  /// A rule of `escalations`.
  struct Rule: Sendable, Equatable {
    let name: String
    let condition: String
    let does: String
    /// True where it gives a schedule: then the last of those that fired wins.
    let moves: Bool
  }

  /// Everything but segments, rules and names.
  let lines: [String]
  let segments: [Segment]
  let rules: [Rule]
  /// From soft to hard.
  let tones: [String]
  /// Each schedule by what it holds, with its name; sorted.
  let schedules: [(holds: String, name: String)]
  /// Each partial by what it says, with its name; sorted. Templates have in them what it says.
  let partials: [(says: String, name: String)]

  /// - Parameters:
  ///   - roots: The trees of the policy's own files: their words are compared as they stand.
  package init(_ plan: Plan, roots: [Node]) {
    let holds = plan.schedules.map { PolicyMeaning.text($0, plan) }
    segments = plan.segments.map { segment in
      let (schedule, tone) = (plan.schedules[segment.schedule].name, plan.tones[segment.tone])
      return Segment(
        name: segment.name, condition: segment.conditionText,
        treatment: "\(holds[segment.schedule]) in tone \(segment.tone)",
        words: "schedule `\(schedule)`, tone `\(tone)`")
    }
    rules = plan.escalations.map { rule in
      let actions = rule.actions.map { action in
        if case .schedule(let place) = action { return holds[place] }
        return plan.text(of: action)
      }
      return Rule(
        name: rule.name, condition: rule.conditionText, does: "\(rule.isPerInvoice) \(actions)",
        moves: rule.actions.contains { if case .schedule = $0 { true } else { false } })
    }
    tones = plan.tones
    schedules = zip(holds, plan.schedules.map(\.name)).map { ($0, $1) }.sorted { $0 < $1 }
    let partials = PartialText(roots)
    self.partials = partials.all
    lines =
      PolicyMeaning.business(plan) + PolicyMeaning.calendar(plan) + holds.sorted() + PolicyMeaning.rules(plan)
      + PolicyMeaning.limits(plan) + PolicyMeaning.words(roots, plan.tones, partials)
  }

  /// True where both mean the same by their lines, with conditions that are written the same, and call everything the same.
  package func isSame(as other: PolicyMeaning) -> Bool {
    lines == other.lines && segments == other.segments && rules == other.rules && tones == other.tones
      && schedules.map(\.name) == other.schedules.map(\.name)
      && partials.map(\.name) == other.partials.map(\.name)
  }

  private static func business(_ plan: Plan) -> [String] {
    let business = plan.business
    func party(_ party: Party?) -> String {
      party.map { "\($0.name) \($0.email) \($0.replyTo ?? "-")" } ?? "-"
    }
    return [
      "business \(business.name) \(business.timezone.value) \(business.currency) \(business.language)",
      "sender \(party(business.sender))", "owner \(party(business.owner))",
      "backup \(party(business.backup))",
    ]
  }

  private static func calendar(_ plan: Plan) -> [String] {
    let calendar = plan.calendar
    let week = (1...7).filter { calendar.week.contains($0) }
    let send = (1...7).filter { calendar.send.contains($0) }
    return [
      "week \(week) send \(send) \(plan.window) forward \(plan.movesForward)",
      "free " + calendar.free.sorted().map { "\($0)" }.joined(separator: " "),
    ]
  }

  /// What a schedule holds, without its name; tones by their place.
  private static func text(_ schedule: PlannedSchedule, _ plan: Plan) -> String {
    let steps = schedule.steps.map { step in
      let tone = step.tone.map { "\($0)" } ?? "-"
      let cc = step.cc.map { plan.roles[$0].name }.joined(separator: ",")
      return "step \(plan.tiers[step.tier].name) \(PlanText.text(step.timing)) \(step.level) \(tone) "
        + "\(step.channelText) \(step.needsApproval) \(step.takesAnyCollection) \(step.from.rawValue) "
        + "\(plan.roles[step.to].name) [\(cc)] \(step.respondWithin.map { PlanText.text($0) } ?? "-") "
        + "\(step.charges)"
    }
    return "schedule flags \(schedule.flagsItsEnd): \(steps.joined(separator: "; "))"
  }

  private static func rules(_ plan: Plan) -> [String] {
    var lines: [String] = []
    lines += plan.roles.map { "role \($0.name) \($0.fallback)" }.sorted()
    for (kind, response) in zip(Response.Kind.allCases, plan.responses) {
      guard let rule = response?.rule else {
        lines.append("response \(kind.rawValue) none")
        continue
      }
      lines.append(
        "response \(kind.rawValue) \(String(describing: rule.pause)) \(String(describing: rule.hold)) "
          + "\(rule.isFlagged) \(String(describing: rule.atMost)) \(String(describing: rule.longest)) "
          + "\(rule.meansCustomer) \(rule.thanks)")
    }
    return lines
  }

  private static func limits(_ plan: Plan) -> [String] {
    let limits = plan.limits
    let review = plan.review.map {
      "\($0.weekday) \($0.minute) \($0.overdueAfter) \(String(describing: $0.forewarn)) \($0.consequence)"
    }
    return [
      "limits \(limits.minBalance?.description ?? "-") \(limits.minGap) "
        + "\(String(describing: limits.afterIssue)) \(String(describing: limits.atMost)) "
        + "\(String(describing: limits.perRun)) \(String(describing: limits.booksAge)) \(limits.catchUp) \(limits.grouping)",
      "review \(review ?? "-")",
      charges(plan.charges),
    ]
  }

  private static func charges(_ terms: ChargeTerms?) -> String {
    guard let terms else { return "charges none" }
    return "charges \(String(describing: terms.interest)) \(String(describing: terms.compensation)) "
      + "\(terms.allocation) \(terms.whenPrincipalPaid)"
  }

  /// Templates and rates: their trees, so that comments, order of keys and quotes do not count.
  private static func words(_ roots: [Node], _ tones: [String], _ partials: PartialText) -> [String] {
    var found: [String] = []
    for root in roots {
      for key in ["tones", "rates"] {
        for entry in root[key]?.mapping ?? [] {
          let tone = key == "tones" ? tones.firstIndex(of: entry.name).map { "\($0)" } : nil
          found.append("\(key) \(tone ?? entry.name) \(text(entry.value, partials))")
        }
      }
    }
    return found.sorted()
  }

  private static func text(_ node: Node, _ partials: PartialText) -> String {
    switch node.content {
    case .scalar(let scalar):
      let said = partials.expanded(scalar.text)
      return "\(said.utf8.count):\(said)"
    case .sequence(let items): return "[\(items.map { text($0, partials) }.joined(separator: ","))]"
    case .mapping(let entries):
      let parts = entries.map { "\($0.name)=\(text($0.value, partials))" }
      return "{\(parts.sorted().joined(separator: ","))}"
    }
  }
}
