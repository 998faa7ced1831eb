import PolicySyntax

/// The fields of one mapping, by name; a misspelt one stands under the name that was meant.
struct Fields {
  /// What the mapping is, for messages: `segment \`rest\``.
  let title: String
  /// Where findings about the mapping as a whole are shown: its name, else its first key.
  let place: Span
  let span: Span
  fileprivate(set) var entries: [String: Entry] = [:]
  /// The whole condition, where YAML has split it: what is left of it means nothing.
  fileprivate(set) var splitCondition: Span?
  /// Fields that are there in a form that was reported: they have no value and are not missing.
  fileprivate var unreadable: Set<String> = []

  subscript(name: String) -> Node? { entries[name]?.value }

  /// The key of a field and its value together.
  func span(of name: String) -> Span { entries[name]?.span ?? place }
}

extension PolicyReader {
  /// Opens a mapping and reports what is in it and should not be, or should and is not.
  ///
  /// - Parameter naming: The field that gives the mapping its name in messages.
  /// - Returns: Nil where the node is no mapping.
  mutating func fields(_ node: Node, _ shape: Shape, naming: String? = nil, title: String? = nil) -> Fields? {
    guard let mapping = node.mapping else {
      report(
        WrongKind.diagnostic(
          node, expected: "a mapping", of: title ?? shape.phrase,
          help: "write it with the fields \(Nearest.list(shape.fields))"))
      return nil
    }
    let name = naming.flatMap { node[$0] }.flatMap { $0.scalar?.resolved == .string ? $0 : nil }
    var fields = Fields(
      title: title ?? name.flatMap { $0.scalar.map { "\(shape.noun) `\($0.text)`" } } ?? shape.phrase,
      place: name?.span ?? mapping.first?.key.span ?? node.span, span: node.span)
    var unknown: [Entry] = []
    for (index, entry) in mapping.enumerated() {
      if shape.fields.contains(entry.name) {
        fields.entries[entry.name] = entry
      } else if let when = fields["when"], isRestOfCondition(entry),
        mapping[index - 1].name == "when" || fields.splitCondition != nil
      {
        fields.splitCondition = when.span.joined(with: entry.key.span)
      } else if index > 0, let whole = wholeNumber(mapping[index - 1], entry) {
        report(NotANumber.split(whole, in: sources.map))
        fields.unreadable.insert(mapping[index - 1].name)
        fields.entries[mapping[index - 1].name] = nil
      } else {
        unknown.append(entry)
      }
    }
    if let split = fields.splitCondition { report(EatenCondition.split(split, in: sources.map)) }
    var strangers: [Entry] = []
    for entry in unknown.prefix(PolicySize.unknownFields) where !resolve(unknown: entry, shape, &fields) {
      strangers.append(entry)
    }
    diagnostics += UnknownField.strangers(strangers, in: fields, shape)
    if unknown.count > PolicySize.unknownFields {
      report(UnknownField.more(unknown[PolicySize.unknownFields], of: unknown.count, in: fields))
    }
    let missing = shape.required.filter { fields.entries[$0] == nil && !fields.unreadable.contains($0) }
    if !missing.isEmpty { report(MissingField.diagnostic(missing, in: fields)) }
    return fields
  }

  /// The whole of a number with a decimal comma, where braces have split it: `{ EUR: 0,85 }` is read as `EUR: 0` and
  /// the key `85`. Nil where that is not what happened.
  func wholeNumber(_ before: Entry, _ entry: Entry) -> Span? {
    guard entry.value.scalar?.resolved == .null, entry.value.tag == nil, before.value.definition == nil,
      let scalar = before.value.scalar, scalar.style == .plain, let last = scalar.text.utf8.last,
      let first = entry.name.utf8.first, (48...57).contains(last), (48...57).contains(first),
      entry.key.span.start == before.value.span.end + 1
    else { return nil }
    return before.value.span.joined(with: entry.key.span)
  }

  /// A key that can only be the tail of a condition: `{ when: f(a, b) }` is read as `when: f(a` and the key `b)`.
  private func isRestOfCondition(_ entry: Entry) -> Bool {
    guard entry.value.scalar?.resolved == .null, entry.value.tag == nil else { return false }
    return !entry.name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (97...122).contains($0) }
  }

  /// Reports a field that is not one of the shape; where it is sure what was meant, reading goes on with that.
  ///
  /// - Returns: False for one that is like none of the shape's: nothing is reported yet.
  private mutating func resolve(unknown entry: Entry, _ shape: Shape, _ fields: inout Fields) -> Bool {
    if let finding = UnknownField.timeOfTier(entry, in: fields, shape) {
      report(finding)
      fields.unreadable.insert("send")
      return true
    }
    let free = shape.fields.filter { fields.entries[$0] == nil }
    if let near = Nearest.name(to: entry.name, among: free) {
      report(UnknownField.misspelt(entry, near, in: fields, shape))
      fields.entries[near] = entry
      return true
    }
    guard shape.others(with: entry.name).isEmpty, let near = Nearest.name(to: entry.name, among: shape.fields)
    else { return false }
    report(UnknownField.repeated(entry, near, in: fields, shape))
    return true
  }
}
