/// A stretch of a template: plain text up to the end of its line, or one tag.
struct TemplatePiece: Hashable {
  let range: Range<Int>
  var kind: Kind

  enum Kind: Hashable {
    /// At most one line break, at its end, as `\n`.
    case text([UInt8])
    case value(TemplateNode.Source)
    case table
    case partial(TemplateNode.Source)
    case openIf(TemplateNode.Source)
    case elseIf(TemplateNode.Source)
    case otherwise
    case openEach(TemplateNode.Source)
    /// `/if` or `/each`, by the name of the block.
    case close(String)
    case comment
  }

  /// Whether the tag writes nothing itself, so that a line of nothing else takes no line in the letter.
  var isSilent: Bool {
    switch kind {
    case .openIf, .elseIf, .otherwise, .openEach, .close, .comment: true
    case .text, .value, .table, .partial: false
    }
  }

  /// Whether this is text of spaces, tabs and line breaks alone.
  var isBlank: Bool {
    if case .text(let bytes) = kind { return bytes.allSatisfy { $0 == 32 || $0 == 9 || $0 == 10 } }
    return false
  }

  /// Whether this is text that ends its line.
  var endsLine: Bool {
    if case .text(let bytes) = kind { return bytes.last == 10 }
    return false
  }
}
