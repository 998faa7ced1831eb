import Letters
import PolicySyntax

/// DN503: a template that would not make a letter.
enum TemplateMistake {
  static let rule = Rule(
    id: "DN503", name: "template-mistake", severity: .error,
    title: "template variable missing, misspelt or wrong type",
    page: #"""
      The words of a letter hold a name that there is none of, a block that is not closed, a value that may be missing for
      some customers, or one that cannot be put into a letter as it is. A customer would read a gap, a riddle, or another
      customer's amount; so a template is checked as strictly as a condition.

      To mend it, correct the name, close the block, or give a fallback: `{{ customer.first_name.or("there") }}`.
      """#,
    triggering: #"""
      tones:
        friendly:
          default:
            subject: "Invoice {{ invoice.numbr }}"
            body: "{{ money(total_due) }} is open."
      """#,
    passing: #"""
      tones:
        friendly:
          default:
            subject: "Invoice {{ invoice.number }}"
            body: "{{ money(total_due) }} is open."
      """#)

  static func diagnostic(_ issue: TemplateIssue, in scalar: Scalar) -> Diagnostic {
    let edit = issue.replacement.map { Edit(span: scalar.source($0.range), replacement: $0.text) }
    let help = (issue.help ?? edit.map { "write `\($0.replacement)`" }).map { text in
      edit.map { Help(text, edits: [$0], applicability: .maybeIncorrect) } ?? Help(text)
    }
    return Diagnostic(
      rule, message: issue.message, at: scalar.source(issue.range),
      labels: issue.labels.map { Label(span: scalar.source($0.range), text: $0.text) }, help: help)
  }

  /// A letter that names the owner where the business has none.
  static func owner(_ title: String, at span: Span) -> Diagnostic {
    Diagnostic(
      rule, message: "\(title) names the owner, and the business has none", at: span,
      help: Help("add `owner: { name: …, email: … }` to `business`, or name the sender"))
  }
}
