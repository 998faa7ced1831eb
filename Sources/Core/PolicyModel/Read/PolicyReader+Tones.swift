import CEL
import Letters
import PolicySyntax

/// A named text that templates include, with the scalar that gives each character its place.
struct Partial {
  let name: Located<String>
  let scalar: Scalar
}

/// What every template of a policy is read with.
struct TemplateContext {
  let partials: [Partial]
  /// The texts of `partials` by name.
  let texts: [String: String]
  let rates: MoneyRates
  let language: String
  let isGrouped: Bool
  /// False where the business names no owner, and no letter can name one.
  let hasOwner: Bool

  init(partials: [Partial], rates: MoneyRates, business: Business?, isGrouped: Bool) {
    self.partials = partials
    self.rates = rates
    self.isGrouped = isGrouped
    texts = Dictionary(partials.map { ($0.name.value, $0.scalar.text) }) { first, _ in first }
    language = business?.language ?? "en"
    // Where the business could not be read, its owner is not known to be missing.
    hasOwner = business.map { $0.owner != nil } ?? true
  }
}

extension PolicyReader {
  /// The named texts of all files. One that nothing includes is checked by itself, so that it is sound too; the
  /// others are checked where they are included, for what is in scope there is known only there.
  mutating func partials(_ rates: MoneyRates) -> [Partial] {
    var partials: [Partial] = []
    for entry in entries("partials") {
      guard text(entry.value, "the partial `\(entry.name)`") != nil, let scalar = entry.value.scalar else {
        continue
      }
      partials.append(Partial(name: Located(entry.name, entry.key.span), scalar: scalar))
    }
    let texts = Dictionary(partials.map { ($0.name.value, $0.scalar.text) }) { first, _ in first }
    let words = entries("tones").map(\.value) + entries("partials").map(\.value)
    for partial in partials where !words.contains(where: { includes(partial.name.value, in: $0) }) {
      let (_, issues) = LetterTemplate.check(
        subject: "text", body: "{{> \(partial.name.value)}}", partials: texts, rates: rates)
      unusedPartials.append(partial.name)
      for issue in issues where issue.part == .partial(partial.name.value) {
        report(TemplateMistake.diagnostic(issue, in: partial.scalar))
      }
    }
    return partials
  }

  /// True if some text below a node includes the partial: `{{> name}}`.
  private func includes(_ name: String, in node: Node) -> Bool {
    switch node.content {
    case .mapping(let entries): return entries.contains { includes(name, in: $0.value) }
    case .sequence(let items): return items.contains { includes(name, in: $0) }
    case .scalar(let scalar):
      var rest = scalar.text[...]
      while let mark = rest.firstRange(of: "{{>") {
        rest = rest[mark.upperBound...]
        let word = rest.drop(while: { $0 == " " })
        if word.hasPrefix(name), word.dropFirst(name.count).drop(while: { $0 == " " }).hasPrefix("}}") {
          return true
        }
      }
      return false
    }
  }

  /// The tones of all files, from soft to hard, with their templates.
  mutating func tones(tiers: Collected<ScheduleDefinition>, _ context: TemplateContext) -> Collected<Tone> {
    var found = Collected<Tone>(isWhole: isWhole("tones"))
    let tierNames = Set(tiers.inner.map(\.value))
    for entry in limited(entries("tones"), to: PolicySize.tones, "tones", \.key) {
      let name = Located(entry.name, entry.key.span)
      found.names.append(name)
      var templates: [MessageTemplate] = []
      for words in named(entry.value, "the tone `\(entry.name)`") {
        var tier: Located<String>?
        if words.name != "default" {
          let reference = Located(words.name, words.key.span)
          tier = reference
          if tiers.isWhole, !tierNames.contains(words.name), words.name != Policy.thanksName {
            report(
              UnresolvedReference.diagnostic(reference, "a tier", tiers.inner.map(\.value) + ["default"]))
          }
        }
        templates += self.templates(words, tier, tone: entry.name, context)
      }
      found.complete.append(Tone(name: name, templates: templates, span: entry.span))
    }
    if found.names.isEmpty, let section = sections["tones"]?.first, section.value.mapping != nil {
      report(MissingField.nothing(in: section, "a tone"))
    }
    return found
  }

  /// The words for one tier: in the language of the business, and under language codes in others.
  private mutating func templates(
    _ entry: Entry, _ tier: Located<String>?, tone: String, _ context: TemplateContext
  ) -> [MessageTemplate] {
    let title = "`\(entry.name)` in the tone `\(tone)`"
    guard let mapping = entry.value.mapping else {
      report(
        WrongKind.diagnostic(
          entry.value, expected: "a mapping", of: title, help: "write it with `subject` and `body`"))
      return []
    }
    // A slip such as `bdy` has the form of a language too, but only a language has a mapping below it.
    let isOwn: (Entry) -> Bool = { entry in
      Shape.words.fields.contains(entry.name) || !LanguageCode.hasForm(entry.name)
        || entry.value.mapping == nil
    }
    let own = mapping.filter(isOwn)
    let others = mapping.filter { !isOwn($0) }
    var templates: [MessageTemplate] = []
    if !own.isEmpty || others.isEmpty {
      let node = Node(span: entry.key.span, definition: entry.value.definition, content: .mapping(own))
      if let template = template(node, title, tier, nil, context, entry) { templates.append(template) }
    }
    var first: [String: Span] = own.isEmpty ? [:] : [context.language: entry.key.span]
    for other in others {
      if let before = first[other.name] {
        report(
          DuplicateName.diagnostic(
            "the language `\(other.name)` of \(title)", again: other.key.span, first: before))
        continue
      }
      first[other.name] = other.key.span
      let language = other.name == context.language ? nil : Located(other.name, other.key.span)
      if let template = template(other.value, "`\(other.name)` of \(title)", tier, language, context, other) {
        templates.append(template)
      }
    }
    return templates
  }

  private mutating func template(
    _ node: Node, _ title: String, _ tier: Located<String>?, _ language: Located<String>?,
    _ context: TemplateContext,
    _ entry: Entry
  ) -> MessageTemplate? {
    guard let fields = fields(node, .words, title: title) else { return nil }
    var scalars: [TemplatePart: Scalar] = [:]
    for (part, name) in [(TemplatePart.subject, "subject"), (.body, "body"), (.html, "html")] {
      guard let value = fields[name], text(value, "the \(name) of \(title)") != nil else { continue }
      report(EatenCondition.cutWords(value, in: sources.map))
      scalars[part] = value.scalar
    }
    guard let subject = scalars[.subject], let body = scalars[.body] else { return nil }
    let (letter, issues) = LetterTemplate.check(
      subject: subject.text, body: body.text, html: scalars[.html]?.text, partials: context.texts,
      rates: context.rates, zones: sources.zones, language: language?.value ?? context.language)
    for partial in context.partials { scalars[.partial(partial.name.value)] = partial.scalar }
    for issue in issues {
      if let scalar = scalars[issue.part] { report(TemplateMistake.diagnostic(issue, in: scalar)) }
    }
    guard let letter, issues.isEmpty else { return nil }
    let place = entry.key.span
    if context.isGrouped, letter.usesOnlySingleInvoice {
      report(SingleInvoiceTemplate.diagnostic(title, at: place))
    }
    if letter.readsOwner, !context.hasOwner { report(TemplateMistake.owner(title, at: place)) }
    let words = [subject.text, body.text, scalars[.html]?.text ?? ""].joined(separator: "\u{0}")
    let texts = words.contains("{{>") ? context.partials.map(\.scalar.text).joined(separator: "\u{0}") : ""
    return MessageTemplate(
      tier: tier, language: language, letter: letter, text: words + texts, span: entry.span)
  }
}
