import PolicySyntax
import Proofs

/// DN303: no segment takes the customers that are left.
enum NoDefaultSegment {
  static let rule = Rule(
    id: "DN303", name: "no-default-segment", severity: .error, title: "some customers match no segment",
    page: #"""
      Segments are tried from top to bottom, and a customer that fits none would be chased by nobody: the gap shows only
      when the money is missing. So the last segment has no condition and takes whoever is left.

      To mend it, add a last segment without `when`. If the others are to be left alone, give it a schedule with a single
      tier that needs your approval.
      """#,
    triggering: #"""
      segments:
        - { name: vip, when: customer.revenue_12m > 500, schedule: gentle, tone: friendly }
      """#,
    passing: #"""
      segments:
        - { name: vip, when: customer.revenue_12m > 500, schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      """#)

  /// Nil where the last segment is the default, or where one further up takes everybody, which is another finding.
  static func diagnostic(_ segments: [SegmentOutline], _ proofs: PolicyProofs) -> Diagnostic? {
    guard let last = segments.last, let when = last.when, !segments.contains(where: { $0.when == nil }),
      !(last.condition?.isLiteralTrue ?? false)
    else { return nil }
    let (witness, count) = uncovered(segments, proofs)
    let all = count == 1 ? "the condition is" : "all \(count) conditions are"
    return Diagnostic(
      rule, message: "no segment takes the customers that match none of the conditions", at: last.place,
      labels: [Label(span: when, text: "the last segment has a condition")],
      notes: witness.map { WitnessText.notes($0, replayed: "\(all) false for it") } ?? [],
      help: Help("add a last segment without `when`"), facts: witness.map(WitnessText.facts) ?? [])
  }

  /// A customer that fits none of the segments, nil where none was found; and how many conditions there are.
  private static func uncovered(
    _ segments: [SegmentOutline], _ proofs: PolicyProofs
  ) -> (witness: Witness?, count: Int) {
    let numbers = segments.compactMap { $0.condition.flatMap(proofs.number) }
    guard numbers.count == segments.count else { return (nil, numbers.count) }
    return (proofs.witness(numbers.map { Demand($0, .fails) }), numbers.count)
  }

  static func empty(_ span: Span) -> Diagnostic {
    Diagnostic(
      rule, message: "`segments` is empty, and no customer is chased by anything", at: span,
      help: Help("add a segment without `when`"))
  }
}
