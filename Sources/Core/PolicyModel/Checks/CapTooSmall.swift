import PolicySyntax

/// DN604: a schedule that asks for more messages than the cap lets through.
enum CapTooSmall {
  static let rule = Rule(
    id: "DN604", name: "cap-too-small", severity: .warning,
    title: "schedule asks for more than `at_most` allows",
    page: #"""
      `at_most` is kept whatever the schedules say: it can not be exceeded. But this schedule plans more messages about one
      invoice within those days than the cap lets through, so its later tiers always wait, even for a customer who owes
      nothing else; a customer with two invoices waits longer still.

      Only days that are certain are counted: those from the same day. A message before the due day leaves only if the cap
      would still allow one more, and is not counted here.

      To mend it, put the tiers further apart, or raise the cap.
      """#,
    triggering: #"""
      limits:
        at_most: 1 per 30 days
      """#,
    passing: #"""
      limits:
        at_most: 2 per 30 days
      """#)

  /// One finding for each schedule, at the first tier that has to wait.
  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    guard let cap = policy.limits.atMost else { return [] }
    return policy.schedules.compactMap { schedule in
      let tiers = schedule.tiers.filter { $0.send.value.anchor == .due && !$0.isBeforeDue }
      let days = tiers.compactMap { $0.send.value.offset.plainDays }
      guard days.count == tiers.count else { return nil }
      // A window that begins with a tier and holds one more than the cap.
      let late = tiers.indices.first { place in
        place >= cap.value.messages && days[place] - days[place - cap.value.messages] < cap.value.days
      }
      guard let late else { return nil }
      let first = tiers[late - cap.value.messages]
      let count = cap.value.messages + 1
      return Diagnostic(
        rule,
        message:
          "the schedule `\(schedule.name.value)` plans \(count) messages within \(cap.value.days) days, and the "
          + "cap is \(cap.value.messages)",
        at: tiers[late].send.span,
        label: "has to wait",
        labels: [
          Label(span: first.send.span, text: "the first of the \(count)"),
          Label(span: cap.span, text: "the cap"),
        ],
        help: Help("put the tiers further apart, or raise the cap"))
    }
  }
}
