import CEL

extension Translator {
  /// A field, key or element; nil where it is not understood.
  mutating func element(_ node: Expression) -> [Case]? {
    let (container, isOptional): (Expression, Bool)
    var key: String?
    switch node.kind {
    case .select(let operand, let name): (container, key, isOptional) = (operand, name.text, false)
    case .optionalSelect(let operand, let name): (container, key, isOptional) = (operand, name.text, true)
    case .index(let operand, let place): (container, key, isOptional) = (operand, text(place), false)
    case .optionalIndex(let operand, let place): (container, key, isOptional) = (operand, text(place), true)
    default: return nil
    }
    guard let key, let maps = cases(container), maps.count == 1, case .map(let slot) = maps[0].term else {
      return nil
    }
    let hasKey = variables.variable(.hasKey(slot, key), .truth)
    let anyText = order.domain
    let value = Term.named(variables.variable(.key(slot, key), anyText))
    let isThere = maps[0].when && .atom(.equal(hasKey, 1))
    // Without the key the plain form has no value.
    guard isOptional else { return [Case(when: isThere, term: value)] }
    return [
      Case(when: isThere, term: .optional([Case(when: .yes, term: value)])),
      Case(when: maps[0].when && .atom(.equal(hasKey, 0)), term: .optional(nil)),
    ]
  }

  private func text(_ node: Expression) -> String? {
    if case .string(let text)? = node.literal { return text }
    return nil
  }

  /// A call of a function; nil where it is not understood.
  mutating func call(_ node: Expression, _ receiver: Expression?, _ arguments: [Expression]) -> [Case]? {
    switch expression.reference(of: node.id) {
    case .fallback(let kind):
      guard let receiver, let other = arguments.first else { return nil }
      return fallback(kind, receiver, other)
    case .function(let function):
      var operands = arguments
      if let receiver, expression.reference(of: receiver.id) != .nameSpace {
        operands.insert(receiver, at: 0)
      }
      return call(function, operands, node)
    default: return nil
    }
  }

  /// `x.or(y)` and `x.orValue(y)`.
  private mutating func fallback(
    _ kind: Reference.Fallback, _ receiver: Expression, _ other: Expression
  ) -> [Case]? {
    guard kind != .undecided, let first = cases(receiver), let second = cases(other) else { return nil }
    var all: [Case] = []
    var isMissing: [Formula] = []
    for part in first {
      switch part.term {
      case .null where kind == .plain, .optional(nil): isMissing.append(part.when)
      case .optional(let content?) where kind == .value:
        all += content.map { Case(when: part.when && $0.when, term: $0.term) }
      default: all.append(part)
      }
    }
    if kind == .plain, let isKnown = missingKey(receiver) { isMissing.append(isKnown) }
    let needsOther = Formula.any(of: isMissing)
    return all + second.map { Case(when: needsOther && $0.when, term: $0.term) }
  }

  /// When the key that a node asks for is not in its map: to `.or` that is a missing value.
  private mutating func missingKey(_ node: Expression) -> Formula? {
    let (container, key): (Expression, String?)
    switch node.kind {
    case .select(let operand, let name): (container, key) = (operand, name.text)
    case .index(let operand, let place): (container, key) = (operand, text(place))
    default: return nil
    }
    guard
      expression.reference(of: node.id) == nil || expression.reference(of: node.id) == key.map({ .key($0) }),
      let key, let maps = cases(container), maps.count == 1, case .map(let slot) = maps[0].term
    else { return nil }
    return maps[0].when && .atom(.equal(variables.variable(.hasKey(slot, key), .truth), 0))
  }

  private mutating func call(
    _ function: StandardFunction, _ operands: [Expression], _ node: Expression
  ) -> [Case]? {
    switch function {
    case .size: return operands.first.flatMap { size($0, node) }
    case .days:
      return operands.first.flatMap { cases($0) }?.mapped { term in
        if case .number = term { term } else { nil }
      }
    case .contains, .startsWith, .endsWith: return search(function, operands, node)
    case .int where operands.first.map { expression.type(of: $0.id) } == .int: return cases(operands[0])
    case .abs: return operands.first.flatMap { magnitude($0) }
    case .greatest: return extreme(operands, .greater)
    case .least: return extreme(operands, .less)
    case .hasValue:
      return operands.first.flatMap { cases($0) }?.mapped { term in
        if case .optional(let content) = term { .truth(.known(content != nil)) } else { nil }
      }
    case .value: return operands.first.flatMap { content($0) }
    case .optionalNone: return [Case(when: .yes, term: .optional(nil))]
    case .optionalOf:
      return operands.first.flatMap { cases($0) }?.mapped { term in
        if case .null = term { nil } else { .optional([Case(when: .yes, term: term)]) }
      }
    case .weekday:
      return unread(node, canFail: false, within: 1...7)
    default: return nil
    }
  }

  /// The value of an optional; without one there is none.
  private mutating func content(_ node: Expression) -> [Case]? {
    guard let optionals = cases(node) else { return nil }
    var all: [Case] = []
    for part in optionals {
      switch part.term {
      case .optional(let content?): all += content.map { Case(when: part.when && $0.when, term: $0.term) }
      case .optional(nil): continue
      default: return nil
      }
    }
    return all
  }

  private mutating func size(_ operand: Expression, _ node: Expression) -> [Case]? {
    guard let parts = cases(operand) else { return nil }
    var all: [Case] = []
    for part in parts {
      switch part.term {
      case .tags(let slot), .map(let slot):
        let size = variables.variable(.size(slot), Domain(0...1_000_000))
        all.append(Case(when: part.when, term: .number(Linear(variable: size))))
      case .list(let elements):
        let works = elements.reduce(part.when) { $0 && .any(of: $1.map(\.when)) }
        all.append(Case(when: works, term: .number(Linear(Whole(elements.count)))))
      case .text(let text):
        all.append(Case(when: part.when, term: .number(Linear(Whole(text.unicodeScalars.count)))))
      // The length of a text that is not known: some number, but there always is one.
      case .named:
        guard let length = unread(node, canFail: false, within: 0...Self.int64.upperBound) else { return nil }
        all += length.map { Case(when: part.when && $0.when, term: $0.term) }
      default: return nil
      }
    }
    return all
  }

  private mutating func magnitude(_ node: Expression) -> [Case]? {
    let type = expression.type(of: node.id)
    guard let parts = cases(node) else { return nil }
    var all: [Case] = []
    for part in parts {
      guard case .number(let number) = part.term, let opposite = checked(Linear(0).minus(number), type),
        let isBelow = number.compared(.less, Linear(0), &variables)
      else { return nil }
      all.append(Case(when: part.when && !isBelow, term: .number(number)))
      all.append(Case(when: part.when && isBelow, term: .number(opposite)))
    }
    return all
  }

  /// The greatest or the least of numbers of one type.
  private mutating func extreme(_ operands: [Expression], _ comparison: Comparison) -> [Case]? {
    guard let first = operands.first, var all = cases(first),
      operands.allSatisfy({ expression.type(of: $0.id) == expression.type(of: first.id) })
    else { return nil }
    for operand in operands.dropFirst() {
      guard let others = cases(operand), all.count * others.count * 2 <= Self.caseLimit else { return nil }
      var next: [Case] = []
      for left in all {
        for right in others {
          guard case .number(let first) = left.term, case .number(let second) = right.term,
            let isBeyond = second.compared(comparison, first, &variables)
          else { return nil }
          next.append(Case(when: left.when && right.when && !isBeyond, term: left.term))
          next.append(Case(when: left.when && right.when && isBeyond, term: right.term))
        }
      }
      all = next
    }
    return all
  }

  /// Whether a text contains, starts or ends with another one. Of the texts that conditions name it is worked out;
  /// of any other text it is not understood.
  private mutating func search(
    _ function: StandardFunction, _ operands: [Expression], _ node: Expression
  ) -> [Case]? {
    guard operands.count == 2, let part = text(operands[1]), let parts = cases(operands[0]) else {
      return nil
    }
    func answer(_ text: String) -> Bool {
      let (text, part) = (Array(text.utf8), Array(part.utf8))
      switch function {
      case .startsWith: return text.starts(with: part)
      case .endsWith: return text.reversed().starts(with: part.reversed())
      default:
        return part.isEmpty
          || text.indices.contains { text[$0...].starts(with: part) }
      }
    }
    var all: [Case] = []
    for found in parts {
      switch found.term {
      case .text(let text): all.append(Case(when: found.when, term: .truth(.known(answer(text)))))
      case .named(let place):
        let other = unreadTruth(node, canFail: false)
        var holds: [Formula] = []
        var isNone: [Formula] = []
        for text in order.texts {
          guard let named = order.place(of: text) else { continue }
          if answer(text) { holds.append(.atom(.equal(place, named))) }
          isNone.append(.atom(.different(place, named)))
        }
        holds.append(.all(of: isNone + [other.holds]))
        all.append(Case(when: found.when, term: .truth(Truth(.any(of: holds)))))
      default: return nil
      }
    }
    return all
  }

  /// `range.exists(variable, body)` and `range.all(variable, body)` over a list that is written out.
  mutating func test(_ loop: Comprehension) -> Truth? {
    guard loop.variables.count == 1, let lists = cases(loop.range), lists.count == 1,
      case .list(let elements) = lists[0].term, elements.count <= Self.unrollLimit
    else { return nil }
    var works = lists[0].when
    var truth = Truth.known(loop.kind == .all)
    for element in elements {
      works = works && .any(of: element.map(\.when))
      locals.append(element)
      let body = self.truth(loop.body)
      locals.removeLast()
      truth = loop.kind == .all ? truth && body : truth || body
    }
    return truth.given(works)
  }
}
