import PolicyModel
import PolicySyntax
import Receivables
import Schedule

/// What a policy means for customers, as a list of lines without places, comments or layout: two policies with the same
/// lines do the same, whatever the books say.
///
/// The converse does not hold: two policies can do the same and differ here, by names or by the way a condition is
/// written (`differingConditions` gives those to somebody who can prove more).
package struct PolicyMeaning: Sendable {
  /// Everything but the conditions.
  let lines: [String]
  /// Of the segments, then of the escalations, as they are written; nil for a segment without.
  let conditions: [String?]

  /// - Parameters:
  ///   - roots: The trees of the policy's own files: their words are compared as they stand.
  package init(_ plan: Plan, roots: [Node]) {
    conditions = plan.segments.map(\.conditionText) + plan.escalations.map { Optional($0.conditionText) }
    lines =
      PolicyMeaning.business(plan) + PolicyMeaning.calendar(plan) + PolicyMeaning.rules(plan)
      + PolicyMeaning.limits(plan) + PolicyMeaning.words(roots)
  }

  /// True where both mean the same by their lines, with conditions that are written the same.
  package func isSame(as other: PolicyMeaning) -> Bool {
    lines == other.lines && conditions == other.conditions
  }

  /// The places of the conditions in which two policies differ that are the same in everything else; nil where more differs.
  package func differingConditions(from other: PolicyMeaning) -> [Int]? {
    guard lines == other.lines, conditions.count == other.conditions.count else { return nil }
    return conditions.indices.filter { conditions[$0] != other.conditions[$0] }
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

  private static func rules(_ plan: Plan) -> [String] {
    var lines = plan.segments.map { segment in
      "segment \(segment.name) \(plan.schedules[segment.schedule].name) \(plan.tones[segment.tone])"
    }
    for schedule in plan.schedules.sorted(by: { $0.name < $1.name }) {
      lines.append("schedule \(schedule.name) flags \(schedule.flagsItsEnd)")
      lines += schedule.steps.map { step in
        let tone = step.tone.map { plan.tones[$0] } ?? "-"
        let cc = step.cc.map { plan.roles[$0].name }.joined(separator: ",")
        return "step \(plan.tiers[step.tier].name) \(PlanText.text(step.timing)) \(step.level) \(tone) "
          + "\(step.channelText) \(step.needsApproval) \(step.takesAnyCollection) \(step.from.rawValue) "
          + "\(plan.roles[step.to].name) [\(cc)] \(step.respondWithin.map { PlanText.text($0) } ?? "-") "
          + "\(step.charges)"
      }
    }
    lines.append("tones \(plan.tones)")
    lines += plan.roles.map { "role \($0.name) \($0.fallback)" }.sorted()
    lines += plan.escalations.map { rule in
      "escalation \(rule.name) \(rule.isPerInvoice) \(rule.actions.map { plan.text(of: $0) })"
    }
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
        + "\(String(describing: limits.perRun)) \(limits.catchUp) \(limits.grouping)",
      "review \(review ?? "-")",
      charges(plan.charges),
    ]
  }

  private static func charges(_ terms: ChargeTerms?) -> String {
    guard let terms else { return "charges none" }
    return "charges \(String(describing: terms.interest)) \(String(describing: terms.compensation)) "
      + "\(terms.allocation) \(terms.whenPrincipalPaid)"
  }

  /// Templates, partials and rates: their trees, so that comments, order of keys and quotes do not count.
  private static func words(_ roots: [Node]) -> [String] {
    var found: [String] = []
    for root in roots {
      for key in ["tones", "partials", "rates"] {
        for entry in root[key]?.mapping ?? [] { found.append("\(key) \(entry.name) \(text(entry.value))") }
      }
    }
    return found.sorted()
  }

  private static func text(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): "\(scalar.text.utf8.count):\(scalar.text)"
    case .sequence(let items): "[\(items.map(text).joined(separator: ","))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.name)=\(text($0.value))" }.sorted().joined(separator: ","))}"
    }
  }
}
