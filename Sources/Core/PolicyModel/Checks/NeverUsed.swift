import PolicySyntax

/// DN107: something that is defined and that nothing uses.
enum NeverUsed {
  static let rule = Rule(
    id: "DN107", name: "never-used", severity: .warning, title: "defined, never used",
    page: #"""
      A schedule that no segment has and to which no rule moves anybody, a tone that no tier speaks in, words for a tier
      that is never sent in that tone, a partial that no template includes, a role that no tier writes to: whatever stands
      there changes nothing for anybody. Mostly a name was changed in one place, and what was meant to be used is not.

      A file that is included may serve several policies: what stands in it is not judged.

      To mend it, use it, or delete it. What waits for later can be allowed: `# duly:allow never-used: reason`.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, approval: owner }
        patient:
          - { tier: first, send: 10 days after due, approval: owner }
      """#,
    passing: #"""
      segments:
        - { name: vip, when: customer.tagged("vip"), schedule: patient, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, approval: owner }
        patient:
          - { tier: first, send: 10 days after due, approval: owner }
      """#)

  /// - Parameter partials: The texts of `partials` that no template includes.
  static func diagnostics(_ policy: Policy, partials: [Located<String>]) -> [Diagnostic] {
    let meetings = NoTemplate.meetings(policy)
    // What is included may be used by another policy.
    let texts = partials.map { diagnostic("the partial `\($0.value)`", $0, "no template includes it") }
    return (schedules(policy) + tones(policy, meetings) + texts + roles(policy)).filter {
      $0.span.file == policy.version.span.file
    }
  }

  private static func schedules(_ policy: Policy) -> [Diagnostic] {
    var used = Set(policy.segments.map(\.schedule.value))
    for case .schedule(let name) in policy.escalations.flatMap(\.actions).map(\.value) { used.insert(name) }
    return policy.schedules.filter { !used.contains($0.name.value) }.map {
      diagnostic(
        "the schedule `\($0.name.value)`", $0.name, "no segment has it, and no rule moves a customer to it")
    }
  }

  private static func tones(_ policy: Policy, _ meetings: [NoTemplate.Meeting]) -> [Diagnostic] {
    let spoken = Set(meetings.map { [$0.tone.value, $0.tier.name.value] })
    let thanks = policy.thanks ? policy.toneOfThanks : nil
    var findings: [Diagnostic] = []
    for (place, tone) in policy.tones.enumerated() {
      let name = tone.name.value
      guard place == thanks || spoken.contains(where: { $0[0] == name }) else {
        findings.append(diagnostic("the tone `\(name)`", tone.name, "no tier speaks in it"))
        continue
      }
      for template in tone.templates where template.language == nil {
        guard let tier = template.tier, tier.value != Policy.thanksName, !spoken.contains([name, tier.value])
        else { continue }
        findings.append(
          diagnostic("`\(tier.value)` in the tone `\(name)`", tier, "that tier is never sent in this tone"))
      }
    }
    return findings
  }

  private static func roles(_ policy: Policy) -> [Diagnostic] {
    let tiers = policy.schedules.flatMap(\.tiers)
    let used = Set(
      tiers.flatMap { [$0.to.value] + $0.cc.map(\.value) }
        + policy.recipients.flatMap { role in role.fallback.map(\.value).filter { $0 != role.role.value } })
    return policy.recipients.filter { !used.contains($0.role.value) }.map {
      diagnostic("the role `\($0.role.value)`", $0.role, "no tier writes to it")
    }
  }

  private static func diagnostic(_ what: String, _ name: Located<String>, _ why: String) -> Diagnostic {
    Diagnostic(
      rule, message: "\(what) is never used: \(why)", at: name.span, help: Help("use it, or delete it"))
  }
}
