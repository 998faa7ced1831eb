import PolicyModel
import PolicySyntax
import Receivables

/// A plan as one JSON object: what `plan --format json` prints.
package enum PlanJSON {
  /// - Parameter closings: Left out where the day is not known from which they would be counted.
  package static func render(_ plan: Plan, closings: NextClosings? = nil) -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("duly", 1)
      json.member("policy", plan.policy)
      json.member("currency", plan.base.code)
      json.member("timezone", plan.business.timezone.value)
      json.member("segments") { $0.array(of: plan.segments) { segment(&$0, $1, plan) } }
      json.member("schedules") { $0.array(of: plan.schedules) { schedule(&$0, $1, plan) } }
      json.member("escalations") { $0.array(of: plan.escalations) { escalation(&$0, $1, plan) } }
      json.member("responses") { $0.array(of: plan.responses.compactMap(\.self)) { response(&$0, $1) } }
      json.member("limits") { limits(&$0, plan) }
      if let terms = plan.charges { json.member("charges") { charges(&$0, terms) } }
      json.member("languages") { $0.array(of: plan.letters.languages) { $0.string($1) } }
      json.member("templates", plan.letters.templates.count)
      if let closings {
        json.member("closings_from", closings.from.description)
        json.member("closings") { $0.array(of: closings.closings) { closing(&$0, $1) } }
      }
    }
    return json.bytes + [10]
  }

  private static func closing(_ json: inout JSONWriter, _ closing: Closing) {
    json.object {
      $0.member("from", closing.days.lowerBound.description)
      $0.member("to", closing.days.upperBound.description)
      $0.member("why", closing.cause.rawValue)
      $0.member("names") { $0.array(of: closing.names) { $0.string($1) } }
      $0.member("calendars") { $0.array(of: closing.calendars) { $0.string($1) } }
    }
  }

  private static func segment(_ json: inout JSONWriter, _ segment: PlannedSegment, _ plan: Plan) {
    json.object {
      $0.member("name", segment.name)
      $0.member("default", segment.condition == nil)
      $0.member("when", segment.conditionText)
      $0.member("schedule", plan.schedules[segment.schedule].name)
      $0.member("tone", plan.tones[segment.tone])
      $0.member("source", segment.source.description)
    }
  }

  private static func schedule(_ json: inout JSONWriter, _ schedule: PlannedSchedule, _ plan: Plan) {
    json.object { json in
      json.member("name", schedule.name)
      json.member("flags_its_end", schedule.flagsItsEnd)
      json.member("source", schedule.source.description)
      json.member("steps") { json in
        json.array(of: schedule.steps) { json, step in
          json.object {
            $0.member("tier", plan.tiers[step.tier].name)
            $0.member("level", step.level)
            $0.member("send", PlanText.text(step.timing))
            $0.member("tone", step.tone.map { plan.tones[$0] })
            $0.member("channel", step.channels.map(\.rawValue).joined(separator: "+"))
            $0.member("from", step.from.rawValue)
            $0.member("to", plan.roles[step.to].name)
            $0.member("cc") { $0.array(of: step.cc) { $0.string(plan.roles[$1].name) } }
            $0.member("respond_within", step.respondWithin.map { PlanText.text($0) })
            $0.member("approval", step.needsApproval)
            $0.member("charges", step.charges)
            $0.member("source", step.source.description)
          }
        }
      }
    }
  }

  private static func escalation(_ json: inout JSONWriter, _ rule: PlannedEscalation, _ plan: Plan) {
    json.object {
      $0.member("name", rule.name)
      $0.member("per_invoice", rule.isPerInvoice)
      $0.member("when", rule.conditionText)
      $0.member("do") { $0.array(of: rule.actions) { $0.string(plan.text(of: $1)) } }
      $0.member("source", rule.source.description)
    }
  }

  private static func response(_ json: inout JSONWriter, _ response: PlannedResponse) {
    json.object {
      $0.member("kind", response.rule.kind.rawValue)
      $0.member("hold", response.rule.hold?.rawValue)
      $0.member("pauses", response.rule.pause != nil)
      $0.member("flag", response.rule.isFlagged)
      $0.member("source", response.source.description)
    }
  }

  private static func charges(_ json: inout JSONWriter, _ terms: ChargeTerms) {
    json.object {
      $0.member("annual_rate", terms.interest?.percent.description)
      $0.member("over", terms.interest?.over?.name)
      $0.member("known_until", terms.interest?.over?.until?.description)
      $0.member("rate_fixing", terms.interest?.fixing.rawValue)
      $0.member("from", terms.interest?.from.rawValue)
      $0.member("compensation", terms.compensation?.name)
      $0.member("allocation", terms.allocation.rawValue)
      $0.member("when_principal_paid", terms.whenPrincipalPaid.rawValue)
    }
  }

  private static func limits(_ json: inout JSONWriter, _ plan: Plan) {
    let limits = plan.limits
    json.object {
      $0.member("group_by", limits.grouping.rawValue)
      $0.member("catch_up", limits.catchUp.rawValue)
      $0.member("min_gap", PlanText.text(limits.minGap))
      $0.member("at_most", limits.atMost.map { "\($0.messages) per \($0.days) days" })
      $0.member("min_balance", limits.minBalance?.description)
      $0.member("after_issue", limits.afterIssue.map { PlanText.text($0) })
    }
  }
}
