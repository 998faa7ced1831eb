import PolicySyntax
import Proofs

/// DN305: segments that overlap and speak in different tones.
enum OrderDecides {
  static let rule = Rule(
    id: "DN305", name: "order-decides", severity: .note, title: "the order of segments decides on the tone",
    page: #"""
      Some customers fit this segment and one above it, and the two speak in different tones: the order of the lines decides
      what they hear. That is what the order is for, and it is worth a look whether it is the one you want: a good customer
      who pays late is either a good customer or a late one. A customer who fits both is shown.

      Nothing has to be mended where the order is meant: say so with `allow: { order-decides: reason }`.
      """#,
    triggering: #"""
      segments:
        - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: warm }
        - { name: slow, when: customer.average_days_late.or(0.0) > 20.0, schedule: standard, tone: friendly }
        - { name: rest, schedule: standard, tone: warm }
      tones:
        warm:
          default: { subject: "Your account", body: "{{ money(total_due) }} is open." }
        friendly:
          default: { subject: "Your account", body: "{{ money(total_due) }} is still open." }
      """#,
    passing: #"""
      segments:
        - { name: firms, when: customer.kind == "business", schedule: gentle, tone: warm }
        - { name: people, when: customer.kind == "consumer", schedule: standard, tone: friendly }
        - { name: rest, schedule: standard, tone: warm }
      tones:
        warm:
          default: { subject: "Your account", body: "{{ money(total_due) }} is open." }
        friendly:
          default: { subject: "Your account", body: "{{ money(total_due) }} is still open." }
      """#)

  /// One finding for each segment: the first one above it that overlaps and speaks otherwise.
  static func diagnostics(_ segments: [Segment], _ proofs: PolicyProofs) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (place, segment) in segments.enumerated() {
      guard let when = segment.when, let number = proofs.number(of: when) else { continue }
      for (earlier, above) in segments[..<place].enumerated() where above.tone.value != segment.tone.value {
        guard let other = above.when, let first = proofs.number(of: other) else { continue }
        // In the one above, so in none before it.
        let before = segments[..<earlier].compactMap { $0.when.flatMap(proofs.number) }.map {
          Demand($0, .fails)
        }
        let demands = before + [Demand(first, .holds), Demand(number, .holds)]
        guard !proofs.isImpossible(demands), let witness = proofs.witness(demands) else { continue }
        findings.append(
          Diagnostic(
            rule,
            message: "a customer can fit `\(above.name.value)` and `\(segment.name.value)`, and hears "
              + "`\(above.tone.value)` because it stands first",
            at: when.place(of: when.expression.root),
            labels: [Label(span: other.place(of: other.expression.root), text: "taken first")],
            notes: WitnessText.notes(witness, replayed: "both conditions are true for it"),
            help: Help("if that is meant, say so: `allow: { order-decides: reason }`"),
            facts: WitnessText.facts(witness)))
        break
      }
    }
    return findings
  }
}
