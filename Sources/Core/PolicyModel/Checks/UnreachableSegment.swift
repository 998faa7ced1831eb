import PolicySyntax
import Proofs

/// DN301: a segment to which no customer is left.
enum UnreachableSegment {
  static let rule = Rule(
    id: "DN301", name: "unreachable-segment", severity: .warning, title: "segment that is never chosen",
    page: #"""
      Segments are tried from top to bottom and the first that fits is taken. Whoever fits this segment also fits one of those
      above it, so it is never chosen: its customers get another schedule and another tone than you wrote for them.

      It is proved, for all customers that could exist, and the segments named are the fewest that are needed for it.

      To mend it, move this segment above the ones named, or correct their conditions.
      """#,
    triggering: #"""
      segments:
        - { name: medium, when: customer.revenue_12m >= 1000, schedule: standard, tone: friendly }
        - { name: large, when: customer.revenue_12m >= 5000, schedule: gentle, tone: friendly }
        - { name: rest, schedule: standard, tone: friendly }
      """#,
    passing: #"""
      segments:
        - { name: large, when: customer.revenue_12m >= 5000, schedule: gentle, tone: friendly }
        - { name: medium, when: customer.revenue_12m >= 1000, schedule: standard, tone: friendly }
        - { name: rest, schedule: gentle, tone: friendly }
      """#)

  /// One finding for each segment that those above it cover together. A segment that fits nobody by itself, and those
  /// below one that takes everybody, are findings of other rules.
  static func diagnostics(_ segments: [SegmentOutline], _ proofs: PolicyProofs) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var above: [(segment: SegmentOutline, number: Int)] = []
    for segment in segments {
      if let covering = covering(segment, above, proofs), !covering.isEmpty {
        findings.append(finding(segment, covering))
      }
      // What could not be read, or takes everybody, ends what can be said.
      guard let condition = segment.condition, let number = proofs.number(of: condition),
        !condition.isLiteralTrue, !proofs.neverFails(condition)
      else { break }
      if !proofs.neverHolds(condition) { above.append((segment, number)) }
    }
    return findings
  }

  /// The fewest segments above that leave nobody; nil where somebody may be left.
  private static func covering(
    _ segment: SegmentOutline, _ above: [(segment: SegmentOutline, number: Int)], _ proofs: PolicyProofs
  ) -> [SegmentOutline]? {
    guard segment.when == nil || segment.condition != nil else { return nil }
    var own: [Demand] = []
    if let condition = segment.condition, let number = proofs.number(of: condition) {
      // One that holds for nobody is covered by none.
      if proofs.neverHolds(condition) { return nil }
      own = [Demand(number, .holds)]
    }
    func isCovered(by others: [(segment: SegmentOutline, number: Int)]) -> Bool {
      proofs.isImpossible(others.map { Demand($0.number, .fails) } + own)
    }
    guard isCovered(by: above) else { return nil }
    var needed = above
    for candidate in above {
      let without = needed.filter { $0.number != candidate.number }
      if isCovered(by: without) { needed = without }
    }
    return needed.map(\.segment)
  }

  private static func finding(_ segment: SegmentOutline, _ covering: [SegmentOutline]) -> Diagnostic {
    let labels = covering.map { other in
      Label(
        span: other.conditionPlace ?? other.place,
        text: covering.count == 1 ? "takes every such customer already" : "takes a part of them already")
    }
    let names = covering.map(\.title).joined(separator: " and ")
    let help =
      segment.when == nil
      ? "leave the condition of the last of them out, and this segment with it"
      : "move it above \(covering.count == 1 ? names : "them"), or correct the conditions"
    return Diagnostic(
      rule, message: "\(segment.title) can never be chosen", at: segment.conditionPlace ?? segment.place,
      labels: labels,
      help: Help(help))
  }
}
