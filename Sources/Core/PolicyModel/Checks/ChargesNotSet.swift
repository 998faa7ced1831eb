import PolicySyntax

/// DN609: a tier that charges where the policy says nothing of how much, or charges that no tier makes.
enum ChargesNotSet {
  static let rule = Rule(
    id: "DN609", name: "charges-not-set", severity: .warning,
    title: "a tier charges, and no charges are set; or the other way round",
    page: #"""
      A tier with `charges: true` asks for the interest and the compensation that `charges:` sets, and no tier asks for
      them without it. One is written here and the other is not, so nothing is charged.

      To mend it, add the other: `charges:` with `interest`, `compensation` or both, and `charges: true` beside each tier that
      is to ask for them. Or delete the one.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, charges: true, approval: owner }
      """#,
    passing: #"""
      charges:
        compensation: eu-late-payment
      segments:
        - { name: consumers, when: 'customer.kind == "consumer"', schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, charges: true, approval: owner }
        gentle:
          - { tier: first, send: 10 days after due, approval: owner }
      """#)

  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    let charging = policy.schedules.flatMap(\.tiers).filter(\.charges)
    let isSet = policy.charges.map { $0.terms.interest != nil || $0.terms.compensation != nil } ?? false
    if isSet, charging.isEmpty, let charges = policy.charges {
      return [
        Diagnostic(
          rule, message: "charges are set, and no tier makes them", at: charges.span,
          help: Help("add `charges: true` to each tier that is to ask for them"))
      ]
    }
    if isSet { return [] }
    return charging.map { tier in
      Diagnostic(
        rule, message: "the tier `\(tier.name.value)` charges, and the policy sets no charges",
        at: tier.name.span, help: Help("add `charges:` with `interest`, `compensation` or both"))
    }
  }
}
