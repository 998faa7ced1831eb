import PolicySyntax

/// DN509: a letter that leaves out what its tier asks for.
enum UnsaidDemand {
  static let rule = Rule(
    id: "DN509", name: "unsaid-demand", severity: .warning, title: "a letter leaves out what its tier asks",
    page: #"""
      The tier gives a time to answer (`respond_within`), and nothing in its words says until when; or it demands interest and
      compensation (`charges: true`), and its words name neither them nor a total. The engine waits for a day of which the
      customer was never told, or asks for a sum that no letter explains.

      What else a last reminder has to say differs by country and is a matter for its law; the shipped policies show one with
      reference, deadline and contact.

      To mend it, name it: `{{#if has(invoice.deadline)}}Please pay by {{ date(invoice.deadline) }}.{{/if}}`, and
      `{{ invoice_table }}` or `{{ money(total_due) }}`.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, respond_within: 7 days, approval: owner }
      """#,
    passing: #"""
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, respond_within: 7 days, approval: owner }
      tones:
        friendly:
          default:
            subject: "Your account with us"
            body: |
              {{ money(total_due) }} is open.
              {{#if has(invoice.deadline)}}Please pay by {{ date(invoice.deadline) }}.{{/if}}
      """#)

  /// One finding for each demand and each text that leaves it out.
  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: Set<Diagnostic> = []
    for meeting in NoTemplate.meetings(policy) {
      let tier = meeting.tier
      let tone = policy.tones.first { $0.name.value == meeting.tone.value }
      for template in tone?.words(for: tier.name.value) ?? [] {
        let words = "the words of `\(tier.name.value)` in `\(meeting.tone.value)`"
        let place = template.language?.span ?? template.tier?.span ?? tone?.name.span ?? tier.name.span
        if let deadline = tier.respondWithin, !template.text.contains("deadline") {
          findings.append(
            Diagnostic(
              rule, message: "\(words) do not say until when", at: place,
              labels: [Label(span: deadline.span, text: "the tier gives this time")],
              help: Help("write `{{ date(invoice.deadline) }}`, where it is there")))
        }
        let naming = ["invoice_table", "total", "interest", "compensation"]
        if tier.charges, !naming.contains(where: template.text.contains) {
          findings.append(
            Diagnostic(
              rule, message: "\(words) name neither the charges nor a total", at: place,
              labels: [Label(span: tier.name.span, text: "the tier demands them")],
              help: Help("write `{{ invoice_table }}` or `{{ money(total_due) }}`")))
        }
      }
    }
    return findings.filter { seen.insert($0).inserted }
  }
}

extension Tone {
  /// The words that a tier is sent in: its own, or those of `default`, in each language.
  fileprivate func words(for tier: String) -> [MessageTemplate] {
    let own = templates.filter { $0.tier?.value == tier }
    let languages = Set(own.map { $0.language?.value })
    // A language that only the fallback has is written in it where the tier has no words of its own.
    let isOwn = languages.contains(nil)
    return isOwn ? own : own + templates.filter { $0.tier == nil && !languages.contains($0.language?.value) }
  }
}
