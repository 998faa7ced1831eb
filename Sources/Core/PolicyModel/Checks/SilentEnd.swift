import PolicySyntax

/// DN408: a schedule after which nobody looks.
enum SilentEnd {
  static let rule = Rule(
    id: "DN408", name: "silent-end", severity: .error, title: "a schedule that ends with nobody looking",
    page: #"""
      After the last tier of this schedule nobody is asked anything: the tier leaves without approval, no escalation calls a
      person in, and the schedule does not say that this is meant. The hardest letter would be the last that is heard of the
      matter, and the debt would grow old unseen.

      To mend it, do one of three things: let the last tier wait for you with `approval: owner`; add an escalation that
      flags, holds, notifies or makes a task; or end the schedule with `- end: { reason: … }`.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due }
      """#,
    passing: #"""
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due }
          - end: { flag: true, reason: the bookkeeper rings them }
      """#)

  static func diagnostics(_ policy: Policy, _ proofs: PolicyProofs) -> [Diagnostic] {
    let callsSomebody = policy.escalations.contains { escalation in
      !proofs.neverHolds(escalation.when) && escalation.actions.contains { !$0.value.isMove }
    }
    guard !callsSomebody else { return [] }
    return policy.schedules.compactMap { schedule in
      guard schedule.end == nil, let last = schedule.tiers.last, !last.needsApproval else { return nil }
      return Diagnostic(
        rule, message: "the schedule `\(schedule.name.value)` ends with nobody looking", at: last.name.span,
        label: "the last tier needs no approval",
        labels: [
          Label(span: schedule.name.span, text: "no `end:` in this schedule, and no escalation calls anybody")
        ],
        help: Help(
          "add `approval: owner` to the last tier, an escalation, or a last item `- end: { reason: … }`"))
    }
  }
}

extension Escalation.Action {
  /// True where it moves the customer to another schedule and calls nobody.
  var isMove: Bool {
    if case .schedule = self { return true }
    return false
  }
}
