/// A plan as a Mermaid flow chart: segments lead into schedules, schedules into their steps.
package enum PlanMermaid {
  package static func render(_ plan: Plan) -> String {
    var lines = ["flowchart LR"]
    for (number, segment) in plan.segments.enumerated() {
      lines.append(
        "  segment\(number)([\"\(escaped(segment.name)) · \(escaped(plan.tones[segment.tone]))\"])")
      lines.append("  segment\(number) --> schedule\(segment.schedule)step0")
    }
    for (number, schedule) in plan.schedules.enumerated() {
      lines.append("  subgraph schedule\(number)[\"\(escaped(schedule.name))\"]")
      for step in schedule.steps {
        let words = "\(plan.tiers[step.tier].name)<br/>\(PlanText.text(step.timing))"
        let approval = step.needsApproval ? "<br/>with approval" : ""
        lines.append("    schedule\(number)step\(step.position)[\"\(escaped(words))\(approval)\"]")
      }
      for step in schedule.steps.dropFirst() {
        lines.append(
          "    schedule\(number)step\(step.position - 1) --> schedule\(number)step\(step.position)")
      }
      lines.append("  end")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "#quot;")
  }
}
