import PolicySyntax

/// Every field of a policy as a page: `docs/fields.md`, made from the tables that the reader uses.
package enum FieldPage {
  /// The page in Markdown; ends with a line end.
  package static func render() -> String {
    var page = """
      # Every field

      What can stand in a policy, field by field, with what it is for and what an owner might write. This page is written by
      `duly schema --format markdown`, from the tables that the reader itself uses; what the fields mean together is told in
      [the policy language](language.md). Fields in **bold** have to be there.

      """
    for shape in PolicySchema.shapes + [.words, .calendarFile, .chargesFile, .compensationBand] {
      page += "\n## \(heading(shape))\n\n| field | what it is for | for example |\n| --- | --- | --- |\n"
      for field in shape.table { page += row(field) }
    }
    return page
  }

  private static func heading(_ shape: Shape) -> String {
    let plain = shape.phrase.split(separator: "`", omittingEmptySubsequences: false).joined()
    return plain.prefix(1).uppercased() + plain.dropFirst()
  }

  private static func row(_ field: Field) -> String {
    let name = field.isRequired ? "**`\(field.name)`**" : "`\(field.name)`"
    let examples = self.examples(of: field).map { "`\(field.name): \($0)`" }
    let links = shapes(in: field.value).map { "see [\(heading($0).lowercased())](#\(anchor($0)))" }
    let shown = (examples + links).joined(separator: "<br>")
    return "| \(name) | \(cell(field.about)) | \(cell(shown)) |\n"
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// As GitHub makes anchors of headings: small letters, blanks as dashes.
  private static func anchor(_ shape: Shape) -> String {
    heading(shape).lowercased().split(separator: " ").joined(separator: "-")
  }

  /// Values as they are written in a file: those of the table, else every word of a closed list.
  static func examples(of field: Field) -> [String] {
    if field.examples.isEmpty { return words(of: field.value) }
    return field.examples.map { example in
      let value: String =
        switch example {
        case .text(let text): scalar(text)
        case .whole(let number): "\(number)"
        case .boolean(let isTrue): "\(isTrue)"
        case .yaml(let text): text
        }
      if case .list = field.value, case .text = example { return "[\(value)]" }
      return value
    }
  }

  private static func words(of value: FieldValue) -> [String] {
    switch value {
    case .one(let words): words
    case .oneOrMany(.one(let words)): words + ["[\(words.joined(separator: ", "))]"]
    case .boolean: ["true", "false"]
    default: []
    }
  }

  /// A text as a scalar, in quotes where it needs them.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      !text.contains("{{") && !text.contains(": ") && !text.contains("\"") && !text.contains(" #")
      && !text.contains("||") && text.first.map { !"[{!&*|>%@`'\"#".contains($0) } ?? false
    if isPlain { return text }
    return text.contains("\"") ? "'\(text)'" : "\"\(text)\""
  }

  private static func shapes(in value: FieldValue) -> [Shape] {
    switch value {
    case .shape(let shape): [shape]
    case .list(let item), .oneOrMany(let item), .map(let item), .keyed(_, let item): shapes(in: item)
    case .any(let values): values.flatMap(shapes)
    case .tierOrEnd: [.tier, .end]
    case .words: [.words]
    case .text, .name, .condition, .boolean, .whole, .decimal, .form, .one, .allowances, .version: []
    }
  }
}
