extension Checker {
  /// The type of a call: of the language, of the host, or `x.or(fallback)`.
  mutating func call(
    _ node: Expression, _ name: Expression.Name, _ receiver: Expression?, _ arguments: [Expression]
  ) -> CELType? {
    let forms = names.functions(name.text, receiver: receiver)
    if forms.isEmpty, let receiver, arguments.count == 1, name.text == "or" || name.text == "orValue" {
      return name.text == "or"
        ? fallback(node, receiver, arguments[0]) : orValue(node, receiver, arguments[0])
    }
    guard !forms.isEmpty else {
      reportUnknownFunction(node, name, isMember: receiver != nil)
      // Where a macro was meant, its first argument names a variable, of which nothing is known.
      let macros = Comprehension.Kind.allCases.map(\.rawValue)
      if issues.last?.expected.contains(where: macros.contains) ?? false { return nil }
      for argument in arguments { _ = check(argument) }
      return nil
    }
    if let receiver, !forms.takesReceiver { refer(receiver, to: .nameSpace) }
    let nodes = (forms.takesReceiver ? receiver.map { [$0] } ?? [] : []) + arguments
    let takesNull = forms.hosts.contains { $0.parameters.contains(where: \.isNullable) }
    let takesAny = forms.standard.contains { $0.parameters.contains { $0 == .parameter("A") } }
    var types: [CELType] = []
    for argument in nodes {
      let mayBeNull = takesNull || takesAny || argument.isNull
      guard let type = mayBeNull ? check(argument) : value(argument) else { continue }
      types.append(type)
    }
    guard types.count == nodes.count else { return nil }
    if let type = greatestOrLeast(node, forms, types) { return type }
    if let type = matching(node, forms, nodes, types) { return type }
    if takesNull, let place = types.firstIndex(where: \.isNullable), !nodes[place].isNull {
      reportUnguarded(nodes[place], types[place])
      return nil
    }
    reportArguments(node, name, types, forms)
    return nil
  }

  /// The type of the first form that takes the arguments; nil where none does.
  private mutating func matching(
    _ node: Expression, _ forms: FunctionForms, _ nodes: [Expression], _ types: [CELType]
  ) -> CELType? {
    var results: [CELType] = []
    for signature in forms.standard {
      guard let result = matches(signature.parameters, signature.result, nodes, types) else { continue }
      if results.isEmpty { refer(node, to: .function(signature.function)) }
      results.append(result)
      guard types.contains(where: \.isOpen) else { return result }
    }
    var hosts: [HostFunction] = []
    if results.isEmpty {
      for host in forms.hosts {
        guard let result = matches(host.parameters, host.result, nodes, types) else { continue }
        hosts.append(host)
        results.append(result)
        guard types.contains(where: \.isOpen) else { break }
      }
    }
    if let host = hosts.first { refer(node, to: hosts.count == 1 ? .host(host.id) : .hosts(hosts)) }
    // Several forms can take a value of unknown type; which one it is shows when the expression runs.
    guard let first = results.first else { return nil }
    return results.allSatisfy { $0 == first } ? first : .dyn
  }

  private mutating func matches(
    _ parameters: [CELType], _ result: CELType, _ nodes: [Expression], _ types: [CELType]
  ) -> CELType? {
    guard parameters.count == types.count else { return nil }
    let fresh = substitution.instantiate(parameters + [result])
    let wanted = Array(fresh.dropLast())
    if !substitution.fits(types, wanted) {
      let before = substitution
      for (place, type) in types.enumerated() {
        guard fits(nodes[place], type, wanted[place]) else {
          substitution = before
          return nil
        }
      }
    }
    return fresh.last.map { substitution.resolved($0) }
  }

  /// The type of `math.greatest(…)` and `math.least(…)`, which take any number of numbers, or one list.
  private mutating func greatestOrLeast(
    _ node: Expression, _ forms: FunctionForms, _ types: [CELType]
  ) -> CELType? {
    guard let function = forms.standard.first?.function, function == .greatest || function == .least,
      let first = types.first
    else { return nil }
    var elements = types
    if types.count == 1, case .list(let element) = first { elements = [element] }
    guard elements.allSatisfy({ $0.isNumeric || $0 == .money || $0.isOpen }) else { return nil }
    refer(node, to: .function(function))
    return elements.allSatisfy { $0 == elements[0] } && !elements[0].isOpen ? elements[0] : .dyn
  }

  /// `x.orValue(y)`: the value in an optional, or another one of its type.
  private mutating func orValue(
    _ node: Expression, _ receiver: Expression, _ other: Expression
  ) -> CELType? {
    let (type, otherType) = (value(receiver), check(other))
    guard let type, let otherType else { return nil }
    refer(node, to: .fallback(.value))
    if type.isOpen { return .dyn }
    guard let content = type.optionalContent else {
      var issue = Issue(
        range: node.range, kind: .typeMismatch,
        message: "`orValue` needs an optional, and `\(snippet(receiver))` is \(type.phrase)")
      if type.isNullable { issue.help = "a value that may be missing is given a fallback with `.or(…)`" }
      report(issue)
      return nil
    }
    if let joined = joined((receiver, content), (other, otherType)) { return joined }
    reportFallbackType(node, (receiver, content), (other, otherType))
    return nil
  }

  /// `x.or(fallback)`: of optionals the first that holds a value; and, an addition to CEL, the value of `x`, or
  /// the fallback where it is missing.
  ///
  /// A key of a map may be missing too, so `customer.fields.region.or("none")` is allowed.
  private mutating func fallback(
    _ node: Expression, _ receiver: Expression, _ other: Expression
  ) -> CELType? {
    let (type, otherType) = (check(receiver), check(other))
    guard let type, let otherType else { return nil }
    if type.optionalContent != nil || (type.isOpen && otherType.optionalContent != nil) {
      refer(node, to: .fallback(.optional))
      if let whole = substitution.joined(type, otherType) { return whole }
      reportFallbackType(node, (receiver, type), (other, otherType))
      return nil
    }
    refer(node, to: .fallback(type.isOpen ? .undecided : .plain))
    if !type.isNullable, !type.isOpen, !isKey(receiver), !isPresent(receiver) {
      reportNeedlessFallback(node, receiver, type)
      return type
    }
    if type == .null || type.isOpen { return type == .null ? otherType : .dyn }
    if let whole = joined((receiver, type.unwrapped), (other, otherType)) { return whole }
    reportFallbackType(node, (receiver, type.unwrapped), (other, otherType))
    return nil
  }

  private func isKey(_ node: Expression) -> Bool {
    switch node.kind {
    case .index(let operand, _):
      if case .map = type(of: operand) { return true }
      return false
    default:
      if case .key = references[node.id] { return true }
      return false
    }
  }
}
