extension Checker {
  /// The type of a call: of the language, of the host, or `x.or(fallback)`.
  mutating func call(
    _ node: Expression, _ name: Expression.Name, _ receiver: Expression?, _ arguments: [Expression]
  ) -> CELType? {
    if let receiver, name.text == "or", arguments.count == 1 {
      return fallback(node, receiver, arguments[0])
    }
    let isMember = receiver != nil
    let signatures = Signature.named(name.text, isMember: isMember)
    let hosts = environment.functions.filter { $0.name == name.text && $0.isMember == isMember }
    guard !signatures.isEmpty || !hosts.isEmpty else {
      reportUnknownFunction(node, name, isMember: isMember)
      for argument in arguments { _ = check(argument) }
      return nil
    }
    let nodes = (receiver.map { [$0] } ?? []) + arguments
    let takesNull = hosts.contains { $0.parameters.contains(where: \.isNullable) }
    var types: [CELType] = []
    for argument in nodes {
      guard let type = takesNull || argument.isNull ? check(argument) : value(argument) else { continue }
      types.append(type)
    }
    guard types.count == nodes.count else { return nil }
    for signature in signatures where matches(signature.parameters, nodes, types) {
      refer(node, to: .function(signature.function))
      return signature.result
    }
    for host in hosts where matches(host.parameters, nodes, types) {
      refer(node, to: .host(host.id))
      return host.result
    }
    if takesNull, let place = types.firstIndex(where: \.isNullable), !nodes[place].isNull {
      reportUnguarded(nodes[place], types[place])
      return nil
    }
    let forms = signatures.map(\.parameters) + hosts.map(\.parameters)
    reportArguments(node, name, types, forms: forms, isMember: isMember)
    return nil
  }

  private mutating func matches(_ parameters: [CELType], _ nodes: [Expression], _ types: [CELType]) -> Bool {
    guard parameters.count == types.count else { return false }
    for (place, parameter) in parameters.enumerated() where !types[place].fits(parameter) {
      guard coerce(nodes[place], to: parameter.unwrapped) else { return false }
    }
    return true
  }

  /// `x.or(fallback)`, an addition to CEL: the value of `x`, or the fallback where it is missing.
  ///
  /// A key of a map may be missing too, so `customer.fields.region.or("none")` is allowed.
  private mutating func fallback(
    _ node: Expression, _ receiver: Expression, _ other: Expression
  ) -> CELType? {
    let (type, otherType) = (check(receiver), check(other))
    guard let type, let otherType else { return nil }
    refer(node, to: .fallback)
    if !type.isNullable, type != .dyn, !isKey(receiver), !isPresent(receiver) {
      reportNeedlessFallback(node, receiver, type)
      return type
    }
    if type == .null || type == .dyn { return type == .null ? otherType : .dyn }
    let whole = joined((receiver, type.unwrapped), (other, otherType))
    guard let whole else {
      report(
        Issue(
          range: node.range, kind: .typeMismatch,
          message:
            "the fallback is \(otherType.phrase), and `\(snippet(receiver))` is \(type.unwrapped.phrase)",
          labels: labels((receiver, type), (other, otherType))))
      return nil
    }
    return whole
  }

  private func isKey(_ node: Expression) -> Bool {
    switch node.kind {
    case .index(let operand, _):
      if case .map = types[operand.id] { return true }
      return false
    default:
      if case .key = references[node.id] { return true }
      return false
    }
  }

  /// The type of a loop over a list or the keys of a map.
  mutating func comprehension(_ node: Expression, _ loop: Comprehension) -> CELType? {
    let range = value(loop.range)
    let element: CELType?
    switch range {
    case .list(let type): element = type
    case .map(let key, _): element = key
    case .dyn: element = .dyn
    case nil: element = nil
    case .some(let type):
      element = nil
      report(
        Issue(
          range: loop.range.range, kind: .typeMismatch,
          message: "`\(loop.kind.rawValue)` goes through a list or a map, and `\(snippet(loop.range))` is "
            + type.phrase))
    }
    locals.append(Local(name: loop.variable.text, type: element, loop: node.id))
    defer { locals.removeLast() }
    let user = "`\(loop.kind.rawValue)`"
    var shown: Set<Path> = []
    if let condition = loop.condition {
      boolean(condition, for: user)
      shown = self.shown(by: condition).whenTrue
    }
    if loop.kind != .map {
      boolean(loop.body, for: user)
      if loop.kind == .filter { return element.map { .list($0) } }
      return .bool
    }
    return assuming(shown) { $0.value(loop.body) }.map { .list($0) }
  }
}
