import Letters
import PolicySyntax

/// A manner of speaking, with the words for each tier.
package struct Tone: Sendable {
  package let name: Located<String>
  package let templates: [MessageTemplate]
  package let span: Span

  package init(name: Located<String>, templates: [MessageTemplate], span: Span) {
    self.name = name
    self.templates = templates
    self.span = span
  }
}

/// The words of one tier in one tone and one language.
package struct MessageTemplate: Sendable {
  /// Nil for `default`, the tone's fallback.
  package let tier: Located<String>?
  /// Nil for the language of the business.
  package let language: Located<String>?
  package let letter: LetterTemplate
  package let span: Span

  package init(
    tier: Located<String>?, language: Located<String>?, letter: LetterTemplate, span: Span
  ) {
    self.tier = tier
    self.language = language
    self.letter = letter
    self.span = span
  }
}
