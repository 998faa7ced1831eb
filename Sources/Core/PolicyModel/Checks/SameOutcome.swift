import PolicySyntax

/// DN304: two segments in a row that lead to the same.
enum SameOutcome {
  static let rule = Rule(
    id: "DN304", name: "same-outcome", severity: .note, title: "two segments that could be one",
    page: #"""
      This segment and the one right below it lead to the same schedule and the same tone: whichever of the two a customer
      is in, they hear the same on the same days. One with `||` between the conditions says as much; above the last
      segment, the condition can go altogether. Often one of the two was copied and was to be changed.

      To mend it, join the two, or give one of them the schedule or tone that was meant.
      """#,
    triggering: #"""
      segments:
        - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: friendly }
        - { name: old, when: customer.invoices_paid > 20, schedule: gentle, tone: friendly }
        - { name: rest, schedule: standard, tone: friendly }
      """#,
    passing: #"""
      segments:
        - { name: vip, when: customer.tagged("vip") || customer.invoices_paid > 20, schedule: gentle, tone: friendly }
        - { name: rest, schedule: standard, tone: friendly }
      """#)

  static func diagnostics(_ segments: [Segment]) -> [Diagnostic] {
    zip(segments, segments.dropFirst()).compactMap { above, below in
      guard above.schedule.value == below.schedule.value, above.tone.value == below.tone.value else {
        return nil
      }
      return Diagnostic(
        rule, message: "`\(above.name.value)` and `\(below.name.value)` lead to the same schedule and tone",
        at: above.name.span, labels: [Label(span: below.name.span, text: "the same as above")],
        help: Help(
          below.when == nil
            ? "leave `\(above.name.value)` out: the last segment takes its customers"
            : "join the two conditions with `||`"))
    }
  }
}
