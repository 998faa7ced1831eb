import CEL
import Testing

@testable import Letters

/// What a test expects of one issue: its kind, the text that it underlines, and its sentence.
struct ExpectedIssue: Hashable, CustomStringConvertible {
  let part: TemplatePart
  let kind: TemplateIssue.Kind
  let underlined: String
  let message: String

  static func issue(
    _ kind: TemplateIssue.Kind, at underlined: String, _ message: String, in part: TemplatePart = .body
  ) -> ExpectedIssue {
    ExpectedIssue(part: part, kind: kind, underlined: underlined, message: message)
  }

  var description: String { "\(part) \(kind.rawValue) at ⟨\(underlined)⟩: \(message)" }
}

/// The text that a range of UTF-8 offsets underlines.
func underlined(_ range: Range<Int>, in text: String) -> String {
  String(decoding: Array(text.utf8)[range], as: UTF8.self)
}

/// Checks a letter and expects these issues, in order; none by default.
func expectIssues(
  subject: String = "Invoice", body: String = "Hello", html: String? = nil, partials: [String: String] = [:],
  _ expected: [ExpectedIssue], sourceLocation: SourceLocation = #_sourceLocation
) {
  let result = LetterTemplate.check(
    subject: subject, body: body, html: html, partials: partials, rates: .sample)
  let found = result.issues.map { issue in
    let text =
      switch issue.part {
      case .subject: subject
      case .body: body
      case .html: html ?? ""
      case .partial(let name): partials[name] ?? ""
      }
    return ExpectedIssue(
      part: issue.part, kind: issue.kind, underlined: underlined(issue.range, in: text),
      message: issue.message)
  }
  #expect(found == expected, sourceLocation: sourceLocation)
  #expect((result.template == nil) == !expected.isEmpty, sourceLocation: sourceLocation)
}

/// The template of these texts, which have no issues.
func template(
  subject: String = "Invoice", body: String = "Hello", html: String? = nil, partials: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> LetterTemplate {
  let result = LetterTemplate.check(
    subject: subject, body: body, html: html, partials: partials, rates: .sample)
  #expect(result.issues == [], sourceLocation: sourceLocation)
  return try #require(result.template, sourceLocation: sourceLocation)
}

/// The text of a letter with this body.
func text(
  _ body: String, _ facts: SampleFacts = SampleFacts(), language: String = "en",
  partials: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
  try template(body: body, partials: partials, sourceLocation: sourceLocation)
    .render(facts, language: LetterLanguage(language)).text
}
