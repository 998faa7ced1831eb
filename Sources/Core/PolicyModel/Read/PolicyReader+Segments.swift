import CEL
import PolicySyntax
import Vocabulary

extension PolicyReader {
  /// The segments in order; the last one is made the default where it says `when: true`.
  mutating func segments(_ schedules: Collected<ScheduleDefinition>, _ tones: Collected<Tone>) -> [Segment] {
    var nodes: [Node] = []
    var list: Span?
    for section in sections["segments"] ?? [] {
      list = list ?? section.key.span
      nodes += items(section.value, "`segments`")
    }
    guard let list else { return [] }
    guard !nodes.isEmpty else {
      if sections["segments"]?.contains(where: { $0.value.sequence != nil }) ?? false {
        report(NoDefaultSegment.empty(list))
      }
      return []
    }
    var segments: [Segment] = []
    var first: [String: Span] = [:]
    var outlines: [SegmentOutline] = []
    for node in limited(nodes, to: PolicySize.segments, "segments", \.self) {
      guard let fields = fields(node, .segment, naming: "name") else { continue }
      let segment = self.segment(fields, isLast: outlines.count == nodes.count - 1, schedules, tones)
      outlines.append(
        SegmentOutline(
          title: fields.title, place: fields.place, when: fields["when"]?.span, condition: segment.when))
      guard let name = segment.name else { continue }
      if let before = first[name.value] {
        report(DuplicateName.diagnostic("the segment `\(name.value)`", again: name.span, first: before))
      }
      first[name.value] = first[name.value] ?? name.span
      if let whole = segment.whole { segments.append(whole) }
    }
    if outlines.count == nodes.count { segmentOrder = outlines }
    return segments
  }

  private mutating func segment(
    _ fields: Fields, isLast: Bool, _ schedules: Collected<ScheduleDefinition>, _ tones: Collected<Tone>
  ) -> (name: Located<String>?, when: Condition?, whole: Segment?) {
    let name = fields["name"].flatMap { self.name($0, "the name of a segment") }
    var when = fields["when"].flatMap { condition($0, in: fields, Vocabulary.segmentConditions) }
    let written = when
    if let found = when {
      // A last segment with `when: true` means what no `when` means; in another place it is a catch-all.
      if found.isLiteralTrue {
        if isLast { report(AlwaysTheSame.literal(found)) }
        when = isLast ? nil : when
      }
    }
    let schedule = fields["schedule"].flatMap {
      reference($0, "a schedule", schedules, of: "the schedule of \(fields.title)")
    }
    let tone = fields["tone"].flatMap { reference($0, "a tone", tones, of: "the tone of \(fields.title)") }
    if let note = fields["note"] { _ = text(note, "a note") }
    let allowed = self.allowed(fields["allow"], at: fields.span)
    guard let name, let schedule, let tone, fields["when"] == nil || written != nil else {
      return (name, written, nil)
    }
    let whole = Segment(
      name: name, when: when, schedule: schedule, tone: tone, allowed: allowed, span: fields.span)
    return (name, written, whole)
  }

  /// A name that has to be one of the names of a section.
  mutating func reference<Item>(
    _ node: Node, _ kind: String, _ known: Collected<Item>, of what: String
  ) -> Located<String>? {
    guard let name = name(node, what) else { return nil }
    if known.contains(name.value) { return name }
    // A section that is missing altogether has no names, and is a finding of its own.
    if known.isWhole || !known.names.isEmpty {
      report(UnresolvedReference.diagnostic(name, kind, known.names.map(\.value)))
    }
    return nil
  }
}

/// What the order of the segments is judged by.
struct SegmentOutline {
  let title: String
  let place: Span
  /// Where a condition is written, whether it could be read or not.
  let when: Span?
  let condition: Condition?

  /// The characters of the condition, without what YAML writes around them; nil for the default.
  var conditionPlace: Span? { condition.map { $0.place(of: $0.expression.root) } ?? when }
}

extension Condition {
  /// True for `true` itself.
  var isLiteralTrue: Bool { expression.root.literal == .bool(true) }
}
