extension Checker {
  /// The type of a list that is written out; its elements are `dyn` where their types differ.
  mutating func list(_ elements: [Expression.Element]) -> CELType? {
    var types: [CELType?] = []
    for element in elements {
      let type = element.value.isNull ? check(element.value) : value(element.value)
      types.append(element.isOptional ? content(element.value, type) : type)
    }
    return common(types).map { .list($0) }
  }

  /// The type of a map that is written out.
  mutating func map(_ entries: [Expression.Entry]) -> CELType? {
    var keys: [CELType?] = []
    var values: [CELType?] = []
    for entry in entries {
      keys.append(value(entry.key))
      let type = entry.value.isNull ? check(entry.value) : value(entry.value)
      values.append(entry.isOptional ? content(entry.value, type) : type)
    }
    guard let key = common(keys), let value = common(values) else { return nil }
    return .map(key, value)
  }

  /// The type of the value in an optional that is written behind `?`.
  private mutating func content(_ node: Expression, _ type: CELType?) -> CELType? {
    guard let type else { return nil }
    if let content = type.optionalContent { return content }
    if type.isOpen { return .dyn }
    report(
      Issue(
        range: node.range, kind: .typeMismatch,
        message: "`?` needs an optional, and `\(snippet(node))` is \(type.phrase)",
        help: "leave the `?` out, or write `optional.of(\(snippet(node)))`"))
    return nil
  }

  /// The type of elements: `dyn` where they differ, nil where one is not known.
  private mutating func common(_ types: [CELType?]) -> CELType? {
    guard var common = types.first else { return substitution.fresh() }
    for type in types.dropFirst() {
      guard let before = common, let type else { return nil }
      common = substitution.joined(before, type) ?? .dyn
    }
    return common
  }

  /// The type of a macro that gives names to values.
  mutating func comprehension(_ node: Expression, _ loop: Comprehension) -> CELType? {
    switch loop.kind {
    case .bind:
      let range = check(loop.range)
      return within(loop, [range]) { $0.check(loop.body) }
    case .optMap, .optFlatMap: return optionalStep(loop)
    case .all, .exists, .existsOne, .map, .filter, .transformList, .transformMap, .transformMapEntry, .sortBy:
      return overElements(loop)
    }
  }

  private mutating func optionalStep(_ loop: Comprehension) -> CELType? {
    let range = value(loop.range)
    let content = range.flatMap { $0.optionalContent ?? ($0.isOpen ? .dyn : nil) }
    if let range, content == nil {
      report(
        Issue(
          range: loop.range.range, kind: .typeMismatch,
          message:
            "`\(loop.kind.rawValue)` needs an optional, and `\(snippet(loop.range))` is \(range.phrase)",
          help: "write `optional.of(\(snippet(loop.range)))`, or use the value itself"))
    }
    let body = within(loop, [content]) { $0.value(loop.body) }
    guard let body else { return nil }
    guard loop.kind == .optFlatMap else { return .optional(body) }
    if body.optionalContent != nil || body.isOpen { return body }
    report(
      Issue(
        range: loop.body.range, kind: .typeMismatch,
        message:
          "`optFlatMap` needs an optional from its expression, and `\(snippet(loop.body))` is \(body.phrase)",
        help: "for a plain value use `optMap`"))
    return nil
  }

  private mutating func overElements(_ loop: Comprehension) -> CELType? {
    let range = value(loop.range)
    let (key, element) = elements(loop, range)
    return within(loop, loop.variables.count == 2 ? [key, element] : [element ?? key]) { checker in
      checker.result(of: loop, range, element: element ?? key)
    }
  }

  /// The types that the names of a loop over a list or map have: of two names both, of one only the second.
  private mutating func elements(
    _ loop: Comprehension, _ range: CELType?
  ) -> (key: CELType?, element: CELType?) {
    let isPair = loop.variables.count == 2
    switch range {
    case .list(let type): return (.int, type)
    case .map(let key, let value) where loop.kind != .sortBy: return (key, isPair ? value : key)
    case .dyn, .parameter: return (.dyn, .dyn)
    case nil: return (nil, nil)
    case .some(let type):
      let wanted = loop.kind == .sortBy ? "a list" : "a list or a map"
      report(
        Issue(
          range: loop.range.range, kind: .typeMismatch,
          message: "`\(loop.kind.rawValue)` goes through \(wanted), and `\(snippet(loop.range))` is "
            + type.phrase))
      return (nil, nil)
    }
  }

  private mutating func result(
    of loop: Comprehension, _ range: CELType?, element: CELType?
  ) -> CELType? {
    let user = "`\(loop.kind.rawValue)`"
    var shown: Set<Path> = []
    if let condition = loop.condition {
      boolean(condition, for: user)
      shown = self.shown(by: condition).whenTrue
    }
    switch loop.kind {
    case .all, .exists, .existsOne:
      boolean(loop.body, for: user)
      return .bool
    case .filter:
      boolean(loop.body, for: user)
      return element.map { .list($0) }
    case .map, .transformList: return assuming(shown) { $0.value(loop.body) }.map { .list($0) }
    case .transformMap:
      guard let body = assuming(shown, { $0.value(loop.body) }) else { return nil }
      if case .map(let key, _) = range { return .map(key, body) }
      return .map(range?.isOpen == true ? .dyn : .int, body)
    case .transformMapEntry: return entries(loop, assuming(shown) { $0.value(loop.body) })
    case .sortBy:
      guard let key = value(loop.body) else { return nil }
      if !key.isOpen, !OperatorTypes.areOrdered(key, key) {
        report(
          Issue(
            range: loop.body.range, kind: .typeMismatch,
            message: "`sortBy` needs values that have an order, and `\(snippet(loop.body))` is \(key.phrase)")
        )
      }
      return element.map { .list($0) }
    case .bind, .optMap, .optFlatMap: return nil
    }
  }

  private mutating func entries(_ loop: Comprehension, _ body: CELType?) -> CELType? {
    guard let body else { return nil }
    if case .map = body { return body }
    if body.isOpen { return .map(.dyn, .dyn) }
    report(
      Issue(
        range: loop.body.range, kind: .typeMismatch,
        message: "`transformMapEntry` needs a map of entries, and `\(snippet(loop.body))` is \(body.phrase)",
        help: "write it as `{key: value}`; `transformMap` keeps the keys and takes the value alone"))
    return nil
  }

  /// Runs a check in which the names of a macro are in force.
  private mutating func within(
    _ loop: Comprehension, _ types: [CELType?], _ body: (inout Checker) -> CELType?
  ) -> CELType? {
    names.enter(zip(loop.variables, types).map { ($0.text, $1) })
    defer { names.leave(loop.variables.count) }
    return body(&self)
  }
}
