/// What is said of calls whose values do not go with the function.
extension Checker {
  mutating func reportArguments(
    _ node: Expression, _ name: Expression.Name, _ types: [CELType], _ forms: FunctionForms
  ) {
    guard case .call(_, let receiver, let arguments) = node.kind else { return }
    let title =
      forms.takesReceiver
      ? name.text : forms.standard.first?.function.rawValue ?? forms.hosts.first?.name ?? name.text
    if let function = forms.standard.first?.function, function == .greatest || function == .least {
      report(
        Issue(
          range: node.range, kind: .typeMismatch, message: "`\(title)` takes numbers, or one list of numbers",
          help: "it is written `\(title)(a, b)`", expected: ["number"]))
      return
    }
    let parameters = forms.standard.map(\.parameters) + forms.hosts.map(\.parameters)
    let nodes = (forms.takesReceiver ? receiver.map { [$0] } ?? [] : []) + arguments
    let known = parameters.map { written(title, $0, takesReceiver: forms.takesReceiver) }
    var issue = Issue(
      range: node.range, kind: .typeMismatch,
      message: "`\(written(title, types, takesReceiver: forms.takesReceiver))` is not a form of `\(title)`",
      help: "it is written `" + known.prefix(3).joined(separator: "`, `") + "`", expected: known)
    if let found = mismatch(title, parameters, nodes, types, firstArgument: forms.takesReceiver ? 1 : 0) {
      issue = Issue(
        range: found.node?.range ?? node.range, kind: .typeMismatch, message: found.message, help: issue.help,
        expected: found.node == nil ? known : Checker.words(found.wanted))
    }
    report(issue)
  }

  /// A form of a function as it is written, with types in the place of values.
  private func written(_ title: String, _ types: [CELType], takesReceiver: Bool) -> String {
    let plain = types.map { Checker.withoutParameters($0).description }
    let rest = takesReceiver ? plain.dropFirst() : plain[...]
    let receiver = takesReceiver ? (plain.first.map { "\($0)." } ?? "") : ""
    return "\(receiver)\(title)(\(rest.joined(separator: ", ")))"
  }

  /// A type with `any` for what its type parameters leave open.
  private static func withoutParameters(_ type: CELType) -> CELType {
    if case .parameter = type { return .abstract("any", []) }
    return type.replacingParts(withoutParameters)
  }

  /// What keeps a call from being one of a function's forms: a value of the wrong type, or their number.
  private struct Mismatch {
    let message: String
    /// The value of the wrong type; nil where their number is wrong.
    var node: Expression?
    /// The types that could stand there.
    var wanted: [CELType] = []
  }

  /// The first value that no form takes, or their number; nil where each is taken alone.
  private func mismatch(
    _ title: String, _ parameters: [[CELType]], _ nodes: [Expression], _ types: [CELType],
    firstArgument: Int
  ) -> Mismatch? {
    if firstArgument == 1, !parameters.contains(where: { takes($0, 0, nodes[0], types[0]) }) {
      let wanted = parameters.map { $0[0] }
      return Mismatch(
        message: "`\(title)` goes with \(Checker.alternatives(wanted)), and `\(snippet(nodes[0]))` is "
          + types[0].phrase,
        node: nodes[0], wanted: wanted)
    }
    let ofReceiver = parameters.filter { firstArgument == 0 || takes($0, 0, nodes[0], types[0]) }
    let sameCount = ofReceiver.filter { $0.count == types.count }
    guard !sameCount.isEmpty else {
      let counts = Set(ofReceiver.map { $0.count - firstArgument }).sorted()
      let given = types.count - firstArgument
      let wanted = counts.map { $0 == 0 ? "no" : "\($0)" }.joined(separator: " or ")
      return Mismatch(
        message: "`\(title)` takes \(wanted) \(counts == [1] ? "value" : "values") in its parentheses, and "
          + (given == 0 ? "there is none" : (given == 1 ? "there is 1" : "there are \(given)")))
    }
    for place in types.indices.dropFirst(firstArgument) {
      if sameCount.contains(where: { takes($0, place, nodes[place], types[place]) }) { continue }
      let wanted = sameCount.map { $0[place] }
      return Mismatch(
        message: "`\(title)` takes \(Checker.alternatives(wanted)) here, and `\(snippet(nodes[place]))` is "
          + types[place].phrase,
        node: nodes[place], wanted: wanted)
    }
    return nil
  }

  /// Whether a form takes a value at one place, looked at alone.
  private func takes(_ form: [CELType], _ place: Int, _ node: Expression, _ type: CELType) -> Bool {
    guard form.indices.contains(place) else { return false }
    var trial = self
    let wanted = trial.substitution.instantiate([form[place]])
    return wanted.first.map { trial.fits(node, type, $0) } ?? false
  }

  /// The types in words, each once: `a list`, `string, bytes or list`.
  private static func alternatives(_ types: [CELType]) -> String {
    let words = words(types)
    guard words.count > 1, let last = words.last else { return words.first.map(phrase) ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func words(_ types: [CELType]) -> [String] {
    var words: [String] = []
    for type in types {
      let word = word(type)
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  private static func word(_ type: CELType) -> String {
    switch type {
    case .parameter: "value"
    case .list(.parameter): "list"
    case .map(.parameter, .parameter): "map"
    case .optional(.parameter): "optional"
    default: withoutParameters(type).description
    }
  }

  private static func phrase(_ word: String) -> String {
    if word == "money" || word == "bytes" { return word }
    return "aeio".contains(word.prefix(1)) ? "an \(word)" : "a \(word)"
  }
}
