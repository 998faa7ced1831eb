import PolicySyntax

/// DN102: a field that nothing reads.
enum UnknownField {
  static let rule = Rule(
    id: "DN102", name: "unknown-field", severity: .error, title: "unknown field",
    page: """
      A field is written that this part of a policy does not have. If Duly passed over it in silence, a slip of the
      finger in `when` would turn a rule for a few customers into a rule for everybody.

      Often it is a slip, and the help names the field that is meant; sometimes the field is right and stands in the
      wrong place, one level too far in or out.

      To mend it, correct the name, move the field, or delete it.
      """,
    triggering: """
      segments:
        - name: few
          wen: customer.revenue_12m > 500
          schedule: gentle
          tone: friendly
        - { name: everyone, schedule: standard, tone: friendly }
      """,
    passing: """
      segments:
        - name: few
          when: customer.revenue_12m > 500
          schedule: gentle
          tone: friendly
        - { name: everyone, schedule: standard, tone: friendly }
      """)

  /// A slip in the name of a field that is not there yet.
  static func misspelt(_ entry: Entry, _ near: String, in fields: Fields, _ shape: Shape) -> Diagnostic {
    var notes: [String] = []
    if near == "when" { notes = ["without `when` it would match every customer"] }
    return Diagnostic(
      rule, message: "unknown field `\(entry.name)` in \(fields.title)", at: entry.key.span,
      label: "not a field of \(shape.phrase)", labels: place(entry, fields), notes: notes,
      help: Help(
        "a field with a similar name exists: `\(near)`",
        edits: [Edit(span: entry.key.span, replacement: near)],
        applicability: .maybeIncorrect))
  }

  /// `after: 5 days` where a tier says `send: 5 days after due`; nil for other fields.
  static func timeOfTier(_ entry: Entry, in fields: Fields, _ shape: Shape) -> Diagnostic? {
    guard shape.phrase == Shape.tier.phrase, fields.entries["send"] == nil,
      let text = entry.value.scalar?.text,
      ["after", "before", "when", "on", "day", "days", "at"].contains(entry.name)
    else { return nil }
    let isSide = entry.name == "before" || entry.name == "on"
    let mended = TimingSlip.mendedTiming(isSide ? "\(text) \(entry.name) due" : text)
    return Diagnostic(
      rule, message: "unknown field `\(entry.name)` in \(fields.title)", at: entry.key.span,
      label: "not a field of \(shape.phrase)", labels: place(entry, fields),
      help: mended.map {
        Help(
          "the time of a tier is written `send: \($0)`",
          edits: [Edit(span: entry.span, replacement: "send: \($0)")], applicability: .maybeIncorrect)
      } ?? Help("the time of a tier is written as `send: 14 days after due`"))
  }

  /// A slip in the name of a field that is there already.
  static func repeated(_ entry: Entry, _ near: String, in fields: Fields, _ shape: Shape) -> Diagnostic {
    let there = fields.entries[near].map { [Label(span: $0.key.span, text: "`\(near)` is given here")] } ?? []
    return Diagnostic(
      rule, message: "unknown field `\(entry.name)` in \(fields.title)", at: entry.key.span,
      label: "not a field of \(shape.phrase)", labels: there,
      help: Help("a field with a similar name is there already: delete one of the two"))
  }

  /// Fields that are like none of the shape's. Several that belong to one other kind of mapping, and many that belong
  /// nowhere, are one mistake: the line is missing that opens a mapping of their own.
  static func strangers(_ entries: [Entry], in fields: Fields, _ shape: Shape) -> [Diagnostic] {
    var groups: [(owner: Shape?, entries: [Entry])] = []
    for entry in entries {
      let owner = shape.others(with: entry.name).first
      if let place = groups.firstIndex(where: { $0.owner?.phrase == owner?.phrase }) {
        groups[place].entries.append(entry)
      } else {
        groups.append((owner, [entry]))
      }
    }
    return groups.flatMap { owner, entries in
      entries.count >= (owner == nil ? 3 : 2)
        ? [together(entries, in: fields, shape, owner)]
        : entries.map { diagnostic($0, in: fields, shape, owner) }
    }
  }

  private static func diagnostic(_ entry: Entry, in fields: Fields, _ shape: Shape, _ owner: Shape?)
    -> Diagnostic
  {
    let help =
      owner.map { "`\(entry.name)` belongs to \($0.phrase)" }
      ?? "\(shape.phrase) has the fields \(Nearest.list(shape.fields))"
    return Diagnostic(
      rule, message: "unknown field `\(entry.name)` in \(fields.title)", at: entry.key.span,
      label: "not a field of \(shape.phrase)", labels: place(entry, fields), help: Help(help))
  }

  private static func together(_ entries: [Entry], in fields: Fields, _ shape: Shape, _ owner: Shape?)
    -> Diagnostic
  {
    let help =
      owner.map { "they belong to \($0.phrase): write them under the line that opens it" }
      ?? "write them under a line that opens a mapping of their own; \(shape.phrase) has the fields "
      + Nearest.list(shape.fields)
    return Diagnostic(
      rule, message: "unknown fields \(Nearest.list(entries.map(\.name))) in \(fields.title)",
      at: entries[0].key.span, label: "not a field of \(shape.phrase)",
      labels: entries.dropFirst().prefix(4).map { Label(span: $0.key.span, text: "nor is this") },
      help: Help(help))
  }

  /// What is left of many unknown fields.
  static func more(_ entry: Entry, of count: Int, in fields: Fields) -> Diagnostic {
    Diagnostic(
      rule,
      message:
        "\(count - PolicySize.unknownFields) more fields of \(fields.title) are unknown, from `\(entry.name)` on",
      at: entry.key.span)
  }

  static func besideEnd(_ entry: Entry) -> Diagnostic {
    Diagnostic(
      rule, message: "unknown field `\(entry.name)` beside `end`", at: entry.key.span,
      help: Help("put it into the braces of `end`, or delete it"))
  }

  /// A kind of event that there is none of.
  static func response(_ entry: Entry, _ kinds: [String]) -> Diagnostic {
    let message = "no kind of event is called `\(entry.name)`"
    guard let near = Nearest.name(to: entry.name, among: kinds) else {
      return Diagnostic(
        rule, message: message, at: entry.key.span, help: Help("the kinds are \(Nearest.list(kinds))"))
    }
    return Diagnostic(
      rule, message: message, at: entry.key.span,
      help: Help(
        "a kind with a similar name exists: `\(near)`",
        edits: [Edit(span: entry.key.span, replacement: near)],
        applicability: .maybeIncorrect))
  }

  /// The name of the mapping, where it stands elsewhere than the field itself.
  private static func place(_ entry: Entry, _ fields: Fields) -> [Label] {
    fields.place == entry.key.span ? [] : [Label(span: fields.place, text: "in \(fields.title)")]
  }
}
