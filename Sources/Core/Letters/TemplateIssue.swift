import CEL

/// A text of which a letter is made.
package enum TemplatePart: Hashable, Sendable {
  case subject
  case body
  case html
  /// A named text that others include with `{{> name}}`.
  case partial(String)
}

/// One mistake in a template, told to the person who wrote it.
///
/// Ranges are UTF-8 offsets in the text of `part`; `labels` and `replacement` lie in the same text.
package struct TemplateIssue: Hashable, Sendable {
  /// What sort of mistake it is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A tag or an expression that cannot be read.
    case syntax
    /// A block that is never closed.
    case unclosedBlock = "unclosed-block"
    /// A name, field, function or partial that does not exist.
    case unknownName = "unknown-name"
    /// Types that do not go together.
    case typeMismatch = "type-mismatch"
    /// A value that may be missing, without a fallback or a test.
    case nullable
    /// A value that cannot stand in a letter as it is, such as a list.
    case unformatted
    /// A counted word in more or fewer forms than the language of the words has.
    case wordForms = "word-forms"
    /// A fallback that would leave a gap in the letter.
    case empty
    /// Something that may not stand in this place: a line break in a subject, a value amid HTML markup.
    case misplaced
    /// A template that is larger, deeper or more entangled than the language allows.
    case cost
  }

  /// A change of the text that is sure to be what was meant; its range is in the part's text.
  package typealias Replacement = CEL.Issue.Replacement
  /// A second place worth underlining; its range is in the part's text.
  package typealias Label = CEL.Issue.Label

  /// Which text the mistake is in.
  package let part: TemplatePart
  /// Where in it.
  package let range: Range<Int>
  /// What sort of mistake it is.
  package let kind: Kind
  /// One lower-case sentence without a full stop; the writer's words stand in backticks.
  package let message: String
  /// Advice, if there is any.
  package let help: String?
  /// Further places, such as the block that another one stands in.
  package let labels: [Label]
  /// A change that mends it, where that is sure.
  package let replacement: Replacement?

  /// Makes an issue; advice and further places may be left out.
  package init(
    part: TemplatePart, range: Range<Int>, kind: Kind, message: String, help: String? = nil,
    labels: [Label] = [], replacement: Replacement? = nil
  ) {
    self.part = part
    self.range = range
    self.kind = kind
    self.message = message
    self.help = help
    self.labels = labels
    self.replacement = replacement
  }
}
