/// A node of a template's tree, with the place where it stands.
package struct TemplateNode: Sendable {
  /// UTF-8 offsets in the template's text: of a block, from its opening to its closing tag.
  package let range: Range<Int>
  /// What it is.
  package let kind: Kind

  /// What a node is.
  package indirect enum Kind: Sendable {
    /// Plain text, with line breaks as `\n`.
    case text([UInt8])
    /// `{{ expression }}`.
    case value(Source)
    /// `{{ invoice_table }}`: a block of lines of its own.
    case table
    /// `{{#if}}`, each `{{else if}}`, and what stands after `{{else}}`.
    case conditional([Branch], otherwise: [TemplateNode])
    /// `{{#each list as name}}`; `otherwise` is for an empty list.
    case loop(list: Source, name: Source, body: [TemplateNode], otherwise: [TemplateNode])
    /// `{{> name}}`.
    case partial(Source)
  }

  /// A piece of the template's text, such as an expression, and where it stands.
  package struct Source: Hashable, Sendable {
    /// The piece itself, without the spaces around it.
    package let text: String
    /// UTF-8 offsets in the template's text.
    package let range: Range<Int>
  }

  /// What is written where a condition is true.
  package struct Branch: Sendable {
    /// An expression that is true or false.
    package let condition: Source
    /// What is written where it is true.
    package let body: [TemplateNode]
  }
}
