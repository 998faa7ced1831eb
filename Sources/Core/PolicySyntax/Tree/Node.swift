/// One value of a YAML document with the place where it stands.
///
/// Aliases are never expanded: an alias's node shares the content of the node that its anchor marks, and has two
/// spans, its own (`span`, the `*name`) and that of the marked node (`definition`).
package struct Node: Sendable {
  /// Where the value stands; behind an alias the `*name`.
  package let span: Span
  /// Behind an alias: where the node stands that the anchor marks; nil for a node that is written here.
  package let definition: Span?
  /// Where a tag (`!name`) stands that was written before the value; nil for nearly every node, for tags are errors.
  package let tag: Span?
  /// What the value is; shared between an anchored node and its aliases.
  package let content: Content

  /// A node as a reader built it.
  package init(span: Span, definition: Span? = nil, tag: Span? = nil, content: Content) {
    self.span = span
    self.definition = definition
    self.tag = tag
    self.content = content
  }

  /// What kind of value it is, with what it holds.
  package enum Content: Sendable {
    case scalar(Scalar)
    case mapping([Entry])
    case sequence([Node])
  }

  /// The scalar, where it is one.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { return scalar }
    return nil
  }

  /// The entries in order of the file, where it is a mapping.
  package var mapping: [Entry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  /// The items in order of the file, where it is a list.
  package var sequence: [Node]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  /// The value under a key of a mapping; nil for other nodes and for a key that is not there.
  package subscript(key: String) -> Node? {
    mapping?.first { $0.name == key }?.value
  }

  /// Where the content stands in the file: behind an alias the definition, else the node itself.
  package var contentSpan: Span {
    definition ?? span
  }

  /// What the value is in a person's words: "a list", "a mapping", "text" and so on.
  package var kindInWords: String {
    switch content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar(let scalar): scalar.resolved.kindInWords
    }
  }
}

/// One `key: value` of a mapping.
package struct Entry: Sendable {
  /// The key; a scalar in every tree of ours.
  package let key: Node
  /// The value; an empty scalar where nothing is written.
  package let value: Node

  /// An entry as a reader built it.
  package init(key: Node, value: Node) {
    self.key = key
    self.value = value
  }

  /// The key's text; empty for a key that is no scalar, which no reader of ours lets through.
  package var name: String {
    key.scalar?.text ?? ""
  }

  /// Key and value together.
  package var span: Span {
    key.span.joined(with: value.span)
  }
}
