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
  /// Subject, body and HTML as they are written, and all partials where it includes one: what is in none of them is not said.
  let text: String
  package let span: Span

  init(
    tier: Located<String>?, language: Located<String>?, letter: LetterTemplate, text: String, span: Span
  ) {
    self.tier = tier
    self.language = language
    self.letter = letter
    self.text = text
    self.span = span
  }
}
