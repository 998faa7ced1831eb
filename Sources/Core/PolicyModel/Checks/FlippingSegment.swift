import PolicySyntax
import Proofs
import Vocabulary

/// DN308: a customer who is in one segment today and in another tomorrow.
enum FlippingSegment {
  static let rule = Rule(
    id: "DN308", name: "flipping-segment", severity: .warning,
    title: "tone or schedule can flip from day to day",
    page: #"""
      Segments are chosen afresh each day. This condition reads a fact that goes up and down by itself, such as what is
      overdue, so that a customer can hear one tone today, another one after a payment, and the first again when the next
      invoice falls due, though nothing else about them has changed. Facts that only the books change, such as tags,
      turnover or the mean of days late, make better segments; what depends on the day belongs into an escalation.

      To mend it, choose by a steadier fact, or allow it: `allow: { flipping-segment: reason }`.
      """#,
    triggering: #"""
      segments:
        - { name: large, when: customer.overdue >= 1000, schedule: gentle, tone: friendly }
        - { name: rest, schedule: standard, tone: friendly }
      """#,
    passing: #"""
      segments:
        - { name: large, when: customer.revenue_12m >= 1000, schedule: gentle, tone: friendly }
        - { name: rest, schedule: standard, tone: friendly }
      """#)

  /// One finding for each segment whose condition can let go of a customer and take them again.
  static func diagnostics(_ segments: [Segment], _ proofs: PolicyProofs) -> [Diagnostic] {
    segments.enumerated().compactMap { place, segment in
      guard let when = segment.when else { return nil }
      let slots = when.expression.slots.sorted().filter { !isSteady(Vocabulary.segmentFacts[$0]) }
      guard !slots.isEmpty else { return nil }
      let other = segments[(place + 1)...].first { other in
        isDifferent(segment, other) && canFlip(segment, other, segments, proofs)
      }
      guard let other else { return nil }
      let names = slots.map { Vocabulary.escalationConditions.slots[$0].name }
      return Diagnostic(
        rule,
        message:
          "a customer can change between `\(segment.name.value)` and `\(other.name.value)` from day to day",
        at: when.place(of: when.expression.root),
        label:
          "\(Nearest.list(names)) \(names.count == 1 ? "goes" : "go") up and down by \(names.count == 1 ? "itself" : "themselves")",
        labels: [Label(span: other.name.span, text: "another schedule or tone")],
        help: Help(
          "choose by a fact that only the books change, or allow it with `allow: { flipping-segment: reason }`"
        ))
    }
  }

  /// Whether one customer can be in one segment on one day and in the other on another, with the same steady facts.
  static func canFlip(_ first: Segment, _ second: Segment, _ segments: [Segment], _ proofs: PolicyProofs)
    -> Bool
  {
    guard let one = demands(first, segments, proofs), let other = demands(second, segments, proofs) else {
      return false
    }
    return proofs.isPossible(one, andLater: other, isSteady: isSteady)
  }

  private static func isDifferent(_ first: Segment, _ second: Segment) -> Bool {
    first.schedule.value != second.schedule.value || first.tone.value != second.tone.value
  }

  /// That a customer is in a segment: fits it and none above.
  private static func demands(_ segment: Segment, _ segments: [Segment], _ proofs: PolicyProofs) -> [Demand]?
  {
    var all: [Demand] = []
    for other in segments {
      if other.name.value == segment.name.value {
        guard let when = other.when else { return all }
        return proofs.number(of: when).map { all + [Demand($0, .holds)] }
      }
      guard let when = other.when, let number = proofs.number(of: when) else { return nil }
      all.append(Demand(number, .fails))
    }
    return nil
  }

  /// False for facts that days and payments move up and down. What only rises cannot flip back.
  private static func isSteady(_ fact: Vocabulary.Fact) -> Bool {
    switch fact {
    case .today, .customer(.balance), .customer(.overdue), .customer(.invoicesOpen), .history(.unanswered),
      .history(.daysSinceLast):
      false
    case .customer, .history, .invoice, .letter: true
    }
  }
}
