import CEL
import Vocabulary

extension TemplateCompiler {
  /// Why a value of a type cannot stand in a letter; nil where it can.
  func unformatted(_ type: CELType, _ text: String) -> (message: String, help: String?)? {
    switch type {
    case .string, .int, .uint, .money, .date: return nil
    case .bool:
      return (
        "`\(text)` is true or false, which is no text", "choose the words: `{{#if \(text)}}…{{else}}…{{/if}}`"
      )
    case .list:
      return ("`\(text)` is a list, which is no text", "go through it: `{{#each \(text) as one}}…{{/each}}`")
    case .map: return ("`\(text)` is a map, which is no text", "name one of its keys")
    case .double:
      return ("`\(text)` is a number with decimals, which has no form yet", "round it: `int(\(text))`")
    case .object: return ("`\(text)` is a group of facts, which is no text", "name one of its fields")
    case .dateSpan: return ("`\(text)` is a span of days, which is no text", "write the number of days")
    case .timestamp, .duration:
      return ("`\(text)` is a \(type), which has no form in a letter", "write it as `string(\(text))`")
    case .optional:
      return ("`\(text)` is an optional, which is no text", "give a fallback: `\(text).orValue(…)`")
    case .null, .bytes, .dyn, .nullable, .type, .abstract, .parameter:
      return ("`\(text)` is of type \(type), which is no text", nil)
    }
  }

  /// Reports the styles of `date(d, STYLE)` that are none; false where there are any.
  mutating func reportStyles(
    _ node: Expression, _ checked: CheckedExpression, _ source: TemplateNode.Source
  ) -> Bool {
    var isGood = true
    if case .host(Vocabulary.LetterFunction.dateInStyle.rawValue) = checked.reference(of: node.id),
      case .call(_, _, let arguments) = node.kind, let style = arguments.last
    {
      if case .string(let name) = style.literal, DateStyle(rawValue: name) != nil {
        isGood = true
      } else {
        reportStyle(style, source)
        isGood = false
      }
    }
    for child in node.children where !reportStyles(child, checked, source) { isGood = false }
    return isGood
  }

  private mutating func reportStyle(_ style: Expression, _ source: TemplateNode.Source) {
    let start = source.range.lowerBound
    let range = start + style.range.lowerBound..<start + style.range.upperBound
    let names = DateStyle.allCases.map(\.rawValue)
    let listed = names.map { "`\"\($0)\"`" }.joined(separator: ", ")
    guard case .string(let name) = style.literal else {
      report(range, .typeMismatch, "the style of a date is written out", help: "styles are \(listed)")
      return
    }
    let near = Suggestion.near(name, among: names).first
    report(
      range, .unknownName, "no style of dates is called `\(name)`", help: "styles are \(listed)",
      replacement: near.map { TemplateIssue.Replacement(range: range, text: "\"\($0)\"") })
  }
}

extension TemplateIssue {
  /// An issue of an expression as one of the template that it stands in.
  init(_ issue: Issue, of source: TemplateNode.Source, in part: TemplatePart) {
    let start = source.range.lowerBound
    func moved(_ range: Range<Int>) -> Range<Int> { start + range.lowerBound..<start + range.upperBound }
    let kind: Kind =
      switch issue.kind {
      case .syntax, .unsupported, .invalidLiteral: .syntax
      case .unknownName, .unknownFunction: .unknownName
      case .typeMismatch, .notBoolean: .typeMismatch
      case .nullableUnguarded: .nullable
      case .limit: .cost
      }
    self.init(
      part: part, range: moved(issue.range), kind: kind, message: issue.message, help: issue.help,
      labels: issue.labels.map { Label(range: moved($0.range), text: $0.text) },
      replacement: issue.replacement.map { Replacement(range: moved($0.range), text: $0.text) })
  }
}
