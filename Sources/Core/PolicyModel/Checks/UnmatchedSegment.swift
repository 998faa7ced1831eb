import PolicySyntax

/// DN307: a segment that takes nobody in the books that were given.
enum UnmatchedSegment {
  static let rule = Rule(
    id: "DN307", name: "unmatched-segment", severity: .note, title: "segment that takes nobody in the books",
    page: #"""
      Looked at with `duly validate --books DIR`: of the customers in these books, on this day, none is in the segment. Other
      rules say what holds for all customers that could exist; this one only counts those who do.

      That can be as it should be: nobody pays late just now. It can also be a slip in the condition that nothing else
      shows, such as a tag that is written otherwise in the books, or an amount in the wrong currency.

      To mend it, compare the condition with a customer who ought to be in the segment (`duly explain` shows what a condition
      reads of one), or allow it: `allow: { unmatched-segment: reason }`.
      """#,
    triggering: #"""
      segments:
        - { name: vip, when: customer.tagged("VIP"), schedule: gentle, tone: friendly }
        - { name: rest, schedule: standard, tone: friendly }
      """#,
    passing: #"""
      segments:
        - { name: rest, schedule: standard, tone: friendly }
      """#)

  /// One finding for each segment that takes nobody; none where the books have no customer.
  static func diagnostics(_ segments: [Segment], _ look: BooksLook) -> [Diagnostic] {
    if look.customers == 0 { return [] }
    return segments.filter { look.taken[$0.name.value, default: 0] == 0 }.map { segment in
      let fitting = look.fitting[segment.name.value, default: 0]
      return Diagnostic(
        rule,
        message: "`\(segment.name.value)` takes none of the \(look.customers) customers in the books",
        at: segment.name.span,
        notes: [look.note] + (fitting == 0 ? [] : [earlier(fitting)]),
        help: Help(
          segment.when == nil
            ? "allow it if it is meant: `allow: { unmatched-segment: reason }`"
            : "compare the condition with a customer who ought to be in it, or allow it with "
              + "`allow: { unmatched-segment: reason }`"))
    }
  }

  private static func earlier(_ fitting: Int) -> String {
    fitting == 1
      ? "the condition holds for 1 customer, whom a segment above takes"
      : "the condition holds for \(fitting) customers, whom segments above take"
  }
}
