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
      return (
        "`\(text)` is a number with decimals, which has no form by itself",
        "write `number(\(text), 1)`, or round it: `int(\(text))`"
      )
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

  /// Reports what is wrong with the calls of formatting functions: a style of `date(d, STYLE)` that is none, decimals
  /// of `number(x, DECIMALS)` that are none, a `plural` with too many or too few words. False where there is anything.
  mutating func reportFormats(
    _ node: Expression, _ checked: CheckedExpression, _ source: TemplateNode.Source
  ) -> Bool {
    var isGood = true
    if case .host(let id) = checked.reference(of: node.id),
      let function = Vocabulary.LetterFunction(rawValue: id), case .call(_, _, let arguments) = node.kind,
      let last = arguments.last
    {
      switch function {
      case .dateInStyle: isGood = reportStyle(last, source)
      case .numberInDecimals: isGood = reportDecimals(last, source)
      case .plural, .pluralInThree: isGood = reportWords(arguments.count - 1, node, source)
      case .money, .date, .number, .percent: break
      }
    }
    for child in node.children where !reportFormats(child, checked, source) { isGood = false }
    return isGood
  }

  /// Reports a counted word that has not the forms of the language; false where it has not.
  private mutating func reportWords(
    _ count: Int, _ node: Expression, _ source: TemplateNode.Source
  ) -> Bool {
    guard let language else { return true }
    let needed = SupportedLanguage(language).facts.plural.wordCount
    guard count != needed else { return true }
    report(
      place(of: node, in: source), .wordForms,
      needed == 3
        ? "a counted word has three forms in `\(language)`, and two are given"
        : "a counted word has two forms in `\(language)`, and three are given",
      help: needed == 3
        ? "write `plural(n, one, few, many)`: for 1, for 2 to 4, 22 to 24 and so on, and for all others"
        : "write `plural(n, one, many)`: for 1, and for all others")
    return false
  }

  private mutating func reportDecimals(_ decimals: Expression, _ source: TemplateNode.Source) -> Bool {
    if case .int(let count) = decimals.literal, (0...9).contains(count) { return true }
    report(
      place(of: decimals, in: source), .typeMismatch, "how many decimals to write is a number from 0 to 9",
      help: "write it out: `number(x, 1)`")
    return false
  }

  private func place(of node: Expression, in source: TemplateNode.Source) -> Range<Int> {
    let start = source.range.lowerBound
    return start + node.range.lowerBound..<start + node.range.upperBound
  }

  private mutating func reportStyle(_ style: Expression, _ source: TemplateNode.Source) -> Bool {
    if case .string(let name) = style.literal, DateStyle(rawValue: name) != nil { return true }
    let range = place(of: style, in: source)
    let names = DateStyle.allCases.map(\.rawValue)
    let listed = names.map { "`\"\($0)\"`" }.joined(separator: ", ")
    guard case .string(let name) = style.literal else {
      report(range, .typeMismatch, "the style of a date is written out", help: "styles are \(listed)")
      return false
    }
    let near = Suggestion.near(name, among: names).first
    report(
      range, .unknownName, "no style of dates is called `\(name)`", help: "styles are \(listed)",
      replacement: near.map { TemplateIssue.Replacement(range: range, text: "\"\($0)\"") })
    return false
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
