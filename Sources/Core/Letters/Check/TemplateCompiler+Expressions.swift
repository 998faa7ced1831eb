import CEL
import Vocabulary

extension TemplateCompiler {
  /// An expression that has been checked, with the names it was checked in.
  struct Checked {
    let expression: CheckedExpression
    let names: TemplateNames
  }

  /// Checks an expression, first with the names as declared, then with what tests around it have shown.
  ///
  /// In that order, a fallback that a test around it makes needless is no mistake.
  func attempt(
    _ source: TemplateNode.Source, expecting: CELType?, in scope: TemplateScope
  ) -> (checked: Checked?, issues: [Issue]) {
    let plain = CEL.check(text: source.text, in: scope.declared.environment, expecting: expecting)
    if let expression = plain.expression {
      return (Checked(expression: expression, names: scope.declared), [])
    }
    let tested = CEL.check(text: source.text, in: scope.tested.environment, expecting: expecting)
    return (tested.expression.map { Checked(expression: $0, names: scope.tested) }, tested.issues)
  }

  /// Checks an expression and reports what is wrong with it.
  private mutating func check(
    _ source: TemplateNode.Source, expecting: CELType?, in scope: TemplateScope
  ) -> Checked? {
    let (checked, found) = attempt(source, expecting: expecting, in: scope)
    issues += found.map { TemplateIssue($0, of: source, in: part) }
    guard let checked else { return nil }
    let table = LetterSlots.invoiceTable
    if checked.expression.slots.contains(where: { checked.names.binding($0) == .fact(table) }) {
      report(
        source.range, .misplaced, "`invoice_table` is no value: it stands alone between its braces",
        help: "write `{{ invoice_table }}` on a line of its own")
      return nil
    }
    guard reportFormats(checked.expression.root, checked.expression, source) else { return nil }
    read(checked.expression.slots, in: checked.names)
    return checked
  }

  /// The condition of a block, with what it shows to be there.
  mutating func condition(
    _ source: TemplateNode.Source, in scope: TemplateScope
  ) -> (operand: TemplateProgram.Operand, shown: ShownValues)? {
    guard let checked = check(source, expecting: .bool, in: scope) else { return nil }
    return (operand(checked), ShownValues(checked.expression, in: checked.names))
  }

  /// The list of a loop, with the type of its elements.
  mutating func list(
    _ source: TemplateNode.Source, in scope: TemplateScope
  ) -> (operand: TemplateProgram.Operand, element: CELType)? {
    guard let checked = check(source, expecting: .dyn, in: scope) else { return nil }
    guard case .list(let element) = checked.expression.type else {
      report(
        source.range, .typeMismatch,
        "`#each` goes through a list, and `\(source.text)` is of type \(checked.expression.type)",
        help: "lists are `invoices`, `also_listed` and `customer.tags`")
      return nil
    }
    return (operand(checked), element)
  }

  /// Adds a value, or reports why it cannot stand in a letter.
  mutating func addValue(_ source: TemplateNode.Source, in scope: TemplateScope) {
    guard let checked = check(source, expecting: .dyn, in: scope) else { return }
    if let reason = unformatted(checked.expression.type, source.text) {
      report(source.range, .unformatted, reason.message, help: reason.help)
      return
    }
    if isHTML, !markup.takesValue {
      report(
        source.range, .misplaced, "a value can stand in text and in a quoted attribute, not in this place",
        help: "values in tags, comments, scripts and styles cannot be made safe")
      return
    }
    addChoice(source, checked, in: scope)
    if isHTML { markup.readValue() }
  }

  /// Adds a value; one of two (`a ? b : c`) as a branch, so that each is known by itself.
  private mutating func addChoice(
    _ source: TemplateNode.Source, _ checked: Checked, in scope: TemplateScope
  ) {
    guard case .conditional(let condition, let yes, let no) = checked.expression.root.kind,
      let test = inner(condition, of: source, expecting: .bool, in: scope)
    else {
      addPlain(source, checked, in: scope)
      return
    }
    let shown = ShownValues(test.checked.expression, in: test.checked.names)
    let inTrue = scope.knowing(shown.whenTrue)
    let inFalse = scope.knowing(shown.whenFalse)
    guard let first = inner(yes, of: source, expecting: .dyn, in: inTrue),
      let second = inner(no, of: source, expecting: .dyn, in: inFalse),
      first.checked.expression.type == checked.expression.type,
      second.checked.expression.type == checked.expression.type
    else {
      addPlain(source, checked, in: scope)
      return
    }
    let branch = reserve()
    addChoice(first.source, first.checked, in: inTrue)
    let end = reserve()
    patch(branch, .jumpUnless(operand(test.checked), to: count, site: site(source.range)))
    addChoice(second.source, second.checked, in: inFalse)
    patch(end, .jump(to: count))
  }

  private mutating func addPlain(_ source: TemplateNode.Source, _ checked: Checked, in scope: TemplateScope) {
    let root = checked.expression.root
    if case .literal(.string(let text)) = root.kind {
      addConstant(text)
      return
    }
    if case .call(_, _, let arguments) = root.kind,
      checked.expression.reference(of: root.id) == .fallback(.plain),
      arguments.first?.literal == .string("")
    {
      report(
        source.range, .empty, "where the value is missing, nothing would stand here",
        help: "give a word as fallback, or leave the sentence out with `{{#if has(…)}}`")
      return
    }
    if let formatted = formatted(source, checked, in: scope) {
      add(formatted.operand, formatted.format, source.range)
    } else {
      add(operand(checked), .automatic, source.range)
    }
  }

  /// A call of a formatting function as a format of its argument, which saves a text in between.
  private mutating func formatted(
    _ source: TemplateNode.Source, _ checked: Checked, in scope: TemplateScope
  ) -> (operand: TemplateProgram.Operand, format: TemplateProgram.Format)? {
    let root = checked.expression.root
    guard case .host(let id) = checked.expression.reference(of: root.id),
      let function = Vocabulary.LetterFunction(rawValue: id), case .call(_, nil, let arguments) = root.kind,
      let first = arguments.first
    else { return nil }
    switch function {
    case .money:
      guard let amount = inner(first, of: source, expecting: .money, in: scope),
        amount.checked.expression.type == .money
      else { return nil }
      return (operand(amount.checked), .automatic)
    case .date:
      guard let day = inner(first, of: source, expecting: .date, in: scope) else { return nil }
      return (operand(day.checked), .date(.medium))
    case .dateInStyle:
      guard case .string(let name) = arguments.last?.literal, let style = DateStyle(rawValue: name),
        let day = inner(first, of: source, expecting: .date, in: scope)
      else { return nil }
      return (operand(day.checked), .date(style))
    case .number:
      return number(first, of: source, in: scope).map { ($0, .number(decimals: nil)) }
    case .numberInDecimals:
      guard case .int(let decimals) = arguments.last?.literal else { return nil }
      return number(first, of: source, in: scope).map { ($0, .number(decimals: Int(decimals))) }
    case .percent:
      return number(first, of: source, in: scope).map { ($0, .percent) }
    case .plural, .pluralInThree:
      let words = arguments.dropFirst().compactMap { word -> String? in
        if case .string(let text) = word.literal { text } else { nil }
      }
      guard words.count == arguments.count - 1, let one = words.first, let other = words.last,
        let count = inner(first, of: source, expecting: .int, in: scope)
      else { return nil }
      let few = words.count == 3 ? store(CleanText.bytes(words[1])) : nil
      let format = TemplateProgram.Format.plural(
        one: store(CleanText.bytes(one)), few: few, other: store(CleanText.bytes(other)))
      return (operand(count.checked), format)
    }
  }

  /// The way to a number that a format is for; nil where its type is not known before it is written.
  private mutating func number(
    _ node: Expression, of source: TemplateNode.Source, in scope: TemplateScope
  ) -> TemplateProgram.Operand? {
    guard let number = inner(node, of: source, expecting: .dyn, in: scope),
      [.int, .double].contains(number.checked.expression.type)
    else { return nil }
    return operand(number.checked)
  }

  /// A node of an expression as an expression by itself; nil where it is not one with these names.
  private func inner(
    _ node: Expression, of source: TemplateNode.Source, expecting: CELType, in scope: TemplateScope
  ) -> (source: TemplateNode.Source, checked: Checked)? {
    let bytes = Array(source.text.utf8)
    guard node.range.upperBound <= bytes.count else { return nil }
    let start = source.range.lowerBound
    let piece = TemplateNode.Source(
      text: String(decoding: bytes[node.range], as: UTF8.self),
      range: start + node.range.lowerBound..<start + node.range.upperBound)
    return attempt(piece, expecting: expecting, in: scope).checked.map { (piece, $0) }
  }

  /// The cheapest way to the value of an expression.
  private mutating func operand(_ checked: Checked) -> TemplateProgram.Operand {
    let root = checked.expression.root
    switch checked.expression.reference(of: root.id) {
    case .slot(let slot):
      switch checked.names.binding(slot) {
      case .fact(let fact): return .fact(fact)
      case .local(let local): return .local(local)
      case .field(let local, let place): return .field(local: local, place: place)
      }
    case .field(let place):
      if case .select(let operand, _) = root.kind,
        case .slot(let slot) = checked.expression.reference(of: operand.id),
        case .local(let local) = checked.names.binding(slot)
      {
        return .field(local: local, place: place)
      }
    case .local, .key, .type, .nameSpace, .function, .host, .hosts, .fallback, .unknown, nil: break
    }
    return store(checked)
  }
}
