import PolicySyntax

/// DN507: two tiers of one ladder with the same words.
enum SameWords {
  static let rule = Rule(
    id: "DN507", name: "same-words", severity: .warning, title: "the same words for two tiers of one ladder",
    page: #"""
      Two tiers that one customer gets one after the other have the same subject and the same text, written out twice. The
      second reads like a letter that was sent again by mistake, and asks for nothing that the first did not. Mostly one was
      copied and was to be changed.

      What is meant to serve several tiers stands once, under `default`, and can say another thing for each
      (`{{#if invoice.tier == "final"}}`); that is not reported.

      To mend it, change the words of one, or write them once, under `default`.
      """#,
    triggering: #"""
      tones:
        friendly:
          first: { subject: "Your account", body: "{{ money(total_due) }} is open." }
          final: { subject: "Your account", body: "{{ money(total_due) }} is open." }
      """#,
    passing: #"""
      tones:
        friendly:
          first: { subject: "Your account", body: "{{ money(total_due) }} is open." }
          final: { subject: "Last reminder", body: "{{ money(total_due) }} is still open." }
      """#)

  /// One finding for each pair of words, with the tier that comes first.
  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: Set<Span> = []
    let meetings = NoTemplate.meetings(policy)
    for schedule in policy.schedules {
      let places = Dictionary(
        schedule.tiers.enumerated().map { ($0.element.name.value, $0.offset) }
      ) { first, _ in first }
      for tone in policy.tones {
        let tiers = Set(meetings.filter { $0.tone.value == tone.name.value }.map(\.tier.name.value))
        var first: [String: MessageTemplate] = [:]
        let words = tone.templates.filter { $0.tier.map { tiers.contains($0.value) } ?? false }
        for template in words.sorted(by: { place($0, places) < place($1, places) }) {
          guard let tier = template.tier, places[tier.value] != nil else { continue }
          let text = "\(template.language?.value ?? "")\u{0}\(template.text)"
          guard let above = first[text]?.tier else {
            first[text] = template
            continue
          }
          guard seen.insert(template.span).inserted else { continue }
          findings.append(
            Diagnostic(
              rule, message: "`\(tier.value)` says word for word what `\(above.value)` said before it",
              at: template.language?.span ?? tier.span,
              labels: [Label(span: above.span, text: "the same words")],
              help: Help("change the words of one, or write them once, under `default`")))
        }
      }
    }
    return findings
  }

  private static func place(_ template: MessageTemplate, _ places: [String: Int]) -> Int {
    template.tier.flatMap { places[$0.value] } ?? Int.max
  }
}
