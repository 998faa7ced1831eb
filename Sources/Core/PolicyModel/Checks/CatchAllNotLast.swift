import PolicySyntax

/// DN306: a segment that takes every customer and has others below it.
enum CatchAllNotLast {
  static let rule = Rule(
    id: "DN306", name: "catch-all-not-last", severity: .warning, title: "catch-all is not last",
    page: #"""
      Segments are tried from top to bottom and the first that fits is taken. This one fits everybody, so the segments below
      it are never reached: their customers get its schedule and its tone.

      The segment without `when` is the default, and it has to be the last one.

      To mend it, move it to the end, or give it a condition.
      """#,
    triggering: #"""
      segments:
        - { name: everyone, when: true, schedule: standard, tone: friendly }
        - { name: vip, when: customer.revenue_12m > 500, schedule: gentle, tone: friendly }
        - { name: rest, schedule: standard, tone: friendly }
      """#,
    passing: #"""
      segments:
        - { name: vip, when: customer.revenue_12m > 500, schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      """#)

  /// One finding for each segment that hides others. Without `when` it is an error: the default is the last one.
  static func diagnostics(_ segments: [SegmentOutline], _ proofs: PolicyProofs) -> [Diagnostic] {
    segments.enumerated().dropLast().compactMap { index, segment in
      let isDefault = segment.when == nil
      let isAlwaysTrue = segment.condition.map { proofs.neverFails($0) } ?? false
      guard isDefault || isAlwaysTrue else { return nil }
      let below = segments.count - index - 1
      return Diagnostic(
        rule, severity: isDefault ? .error : .warning,
        message:
          "\(segment.title) takes every customer, and \(below) more \(below == 1 ? "segment" : "segments") "
          + "below it \(below == 1 ? "is" : "are") never reached",
        at: segment.when ?? segment.place,
        labels: [Label(span: segments[index + 1].place, text: "never reached")],
        help: Help("move it to the end, or give it a condition"))
    }
  }
}
