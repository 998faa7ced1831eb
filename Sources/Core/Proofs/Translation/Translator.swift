import CEL

/// Makes statements about variables out of a condition that has been checked.
///
/// What it does not understand becomes a variable of its own that can be anything, the same one wherever the same text
/// stands: so what is proved holds all the same, and what is found has to be replayed.
struct Translator {
  /// More cases of one part than this are not distinguished.
  static let caseLimit = 24
  /// A condition of more nodes than this is not looked into.
  static let nodeLimit = 1_000
  /// A part whose statements are larger than this is not understood: `a == b` says each side twice.
  static let sizeLimit = 4_000
  /// Elements of a written list over which a macro is spelt out.
  static let unrollLimit = 40

  let world: FactWorld
  let order: TextOrder
  var variables = Variables()
  /// The condition that is read, its text, and what its macros' variables stand for.
  private(set) var expression: CheckedExpression
  private var text: [UInt8] = []
  var locals: [[Case]] = []
  /// When each part of the condition that gives true or false does so, by its node; of parts in a macro the last.
  private(set) var truths: [Int: Truth] = [:]
  private var unreadCount = 0

  init(_ world: FactWorld, _ order: TextOrder, _ first: CheckedExpression) {
    self.world = world
    self.order = order
    expression = first
  }

  /// When a condition, and each part of it, holds and fails.
  mutating func translate(_ condition: CheckedExpression) -> (whole: Truth, parts: [Int: Truth]) {
    expression = condition
    text = Array(condition.text.utf8)
    locals = []
    truths = [:]
    guard condition.nodeCount <= Self.nodeLimit else { return (unreadTruth(condition.root), [:]) }
    let whole = truth(condition.root)
    return (whole, truths)
  }

  /// When a node of type bool holds and fails.
  mutating func truth(_ node: Expression) -> Truth {
    var truth = spelledOut(node)
    if !truth.isSmaller(than: Self.sizeLimit) { truth = unreadTruth(node) }
    if locals.isEmpty { truths[node.id] = truth }
    return truth
  }

  private mutating func spelledOut(_ node: Expression) -> Truth {
    switch node.kind {
    case .literal(.bool(let value)): return .known(value)
    case .unary(.not, let operand): return !truth(operand)
    case .binary(.and, let left, let right):
      let left = truth(left)
      return left && truth(right)
    case .binary(.or, let left, let right):
      let left = truth(left)
      return left || truth(right)
    case .conditional(let condition, let yes, let no):
      let condition = truth(condition)
      let (yes, no) = (truth(yes), truth(no))
      return Truth(
        holds: condition.holds && yes.holds || condition.fails && no.holds,
        fails: condition.holds && yes.fails || condition.fails && no.fails,
        breaks: condition.breaks || condition.holds && yes.breaks || condition.fails && no.breaks)
    case .binary(.in, let element, let container):
      return membership(element, container) ?? unreadTruth(node)
    case .binary(let operation, let left, let right):
      guard let comparison = Comparison(operation) else { break }
      return compared(comparison, left, right) ?? unreadTruth(node)
    case .presence(let operand): return presence(operand) ?? unreadTruth(node)
    case .comprehension(let loop) where loop.kind == .exists || loop.kind == .all:
      return test(loop) ?? unreadTruth(node)
    default: break
    }
    return cases(node).flatMap { truth(of: $0) } ?? unreadTruth(node)
  }

  /// When one of the cases is true; nil where one is no truth.
  func truth(of cases: [Case]) -> Truth? {
    var all: [(Formula, Truth)] = []
    for part in cases {
      guard case .truth(let truth) = part.term else { return nil }
      all.append((part.when, truth))
    }
    return Truth(cases: all)
  }

  /// What a node can be worth; nil where that is not understood and cannot be put in place of a variable.
  mutating func cases(_ node: Expression) -> [Case]? {
    if expression.type(of: node.id) == .bool, isJoined(node) {
      return [Case(when: .yes, term: .truth(truth(node)))]
    }
    if let found = understood(node), found.count <= Self.caseLimit { return found }
    return unread(node)
  }

  /// Whether `truth` spells the node out without asking for its cases.
  private func isJoined(_ node: Expression) -> Bool {
    switch node.kind {
    case .literal(.bool), .unary(.not, _), .presence, .conditional: true
    case .binary(.and, _, _), .binary(.or, _, _), .binary(.in, _, _): true
    case .binary(let operation, _, _): Comparison(operation) != nil
    case .comprehension(let loop): loop.kind == .exists || loop.kind == .all
    default: false
    }
  }

  private mutating func understood(_ node: Expression) -> [Case]? {
    switch expression.reference(of: node.id) {
    case .slot(let slot): return fact(slot, isOptional: node.isOptionalAccess)
    case .local(let place): return locals.indices.contains(place) ? locals[place] : nil
    default: break
    }
    switch node.kind {
    case .literal(let literal):
      return literal.term(expression.type(of: node.id)).map { [Case(when: .yes, term: $0)] }
    case .unary(.negate, let operand): return negated(operand)
    case .binary(let operation, let left, let right): return arithmetic(node, operation, left, right)
    case .conditional(let condition, let yes, let no):
      let condition = truth(condition)
      guard let yes = cases(yes), let no = cases(no) else { return nil }
      return yes.map { Case(when: condition.holds && $0.when, term: $0.term) }
        + no.map { Case(when: condition.fails && $0.when, term: $0.term) }
    case .list(let elements):
      guard elements.allSatisfy({ !$0.isOptional }) else { return nil }
      var all: [[Case]] = []
      for element in elements {
        guard let cases = cases(element.value) else { return nil }
        all.append(cases)
      }
      return [Case(when: .yes, term: .list(all))]
    case .select, .index, .optionalSelect, .optionalIndex: return element(node)
    case .call(_, let receiver, let arguments): return call(node, receiver, arguments)
    case .comprehension(let loop) where loop.kind == .bind:
      guard let value = cases(loop.range) else { return nil }
      locals.append(value)
      defer { locals.removeLast() }
      // It is worked out even where the body has no use for it.
      let isWorkedOut = Formula.any(of: value.map(\.when))
      return cases(loop.body)?.map { Case(when: isWorkedOut && $0.when, term: $0.term) }
    case .identifier, .presence, .unary, .map, .comprehension: return nil
    }
  }

  /// A fact; one that may be missing is null in a case of its own.
  private mutating func fact(_ slot: Int, isOptional: Bool) -> [Case]? {
    guard FactWorld.slots.indices.contains(slot) else { return nil }
    let type = FactWorld.slots[slot].type
    guard let value = value(ofFact: slot, type.unwrapped) else { return nil }
    func some(_ term: Term) -> Term { isOptional ? .optional([Case(when: .yes, term: term)]) : term }
    guard type.isNullable else { return [Case(when: .yes, term: some(value))] }
    let isThere = variables.variable(.isThere(slot), .truth)
    return [
      Case(when: .atom(.equal(isThere, 1)), term: some(value)),
      Case(when: .atom(.equal(isThere, 0)), term: isOptional ? .optional(nil) : .null),
    ]
  }

  private mutating func value(ofFact slot: Int, _ type: CELType) -> Term? {
    let fact = FactWorld.facts[slot]
    if fact == .invoice(.daysOverdue) {
      // It is nothing but the days from the due day to the day itself.
      let today = Linear(variable: variable(FactWorld.slot(of: .today)))
      return today.minus(Linear(variable: variable(FactWorld.slot(of: .invoice(.due))))).map { .number($0) }
    }
    switch type {
    case .int, .date: return .number(Linear(variable: variable(slot)))
    case .money: return .number(Linear(variable: variable(slot), scale: world.moneyScale))
    case .double: return .ordered(variable(slot), isNumber: .yes)
    case .string: return .named(variable(slot))
    case .bool: return .truth(Truth(.atom(.equal(variable(slot), 1))))
    case .list: return .tags(slot)
    case .map: return .map(slot)
    default: return nil
    }
  }

  /// Makes the variable for the days that an invoice is overdue, about which a prover can be asked in any case.
  mutating func countDaysOverdue() {
    let today = Linear(variable: variable(FactWorld.slot(of: .today)))
    let due = Linear(variable: variable(FactWorld.slot(of: .invoice(.due))))
    _ = today.compared(.greaterOrEqual, due, &variables)
  }

  private mutating func variable(_ slot: Int) -> Int {
    if let known = variables.place(of: .fact(slot)) { return known }
    let domain = world.domain(FactWorld.facts[slot], order)
    return variables.variable(.fact(slot), domain)
  }

  /// A part that is not understood: anything of its type, and perhaps nothing at all. Nil where no variable can be
  /// anything of that type.
  ///
  /// - Parameter range: What a whole number can be.
  mutating func unread(
    _ node: Expression, canFail: Bool = true, within range: ClosedRange<Whole> = int64
  ) -> [Case]? {
    let type = expression.type(of: node.id)
    let domain: Domain
    switch type {
    case .bool: return [Case(when: .yes, term: .truth(unreadTruth(node)))]
    case .int: domain = Domain(range)
    case .date: domain = Domain(Self.dates)
    case .string: domain = order.domain
    case .double: domain = Domain(DoubleOrder.range)
    default: return nil
    }
    let text = unreadText(node)
    let when = canFail ? Formula.atom(.equal(variables.variable(.works(text), .truth), 1)) : .yes
    let value = variables.variable(.unread(text), domain)
    switch type {
    case .string: return [Case(when: when, term: .named(value))]
    case .double:
      let isNumber = variables.variable(.isNumber(text), .truth)
      return [Case(when: when, term: .ordered(value, isNumber: .atom(.equal(isNumber, 1))))]
    default: return [Case(when: when, term: .number(Linear(variable: value)))]
    }
  }

  /// The answer of a part that is not understood: either, or none.
  mutating func unreadTruth(_ node: Expression, canFail: Bool = true) -> Truth {
    let text = unreadText(node)
    let truth = Truth(.atom(.equal(variables.variable(.unread(text), .truth), 1)))
    return canFail ? truth.given(.atom(.equal(variables.variable(.works(text), .truth), 1))) : truth
  }

  /// The same text means the same only where it speaks of facts alone.
  private mutating func unreadText(_ node: Expression) -> String {
    guard !locals.isEmpty else { return spelling(node) }
    unreadCount += 1
    return "\(spelling(node)) #\(unreadCount)"
  }

  static let int64: ClosedRange<Whole> = Whole(Int64.min)...Whole(Int64.max)
  static let dates = Whole(CivilDay.range.lowerBound)...Whole(CivilDay.range.upperBound)

  /// The node's text without the spaces outside of quotes: two of one text have one value.
  private func spelling(_ node: Expression) -> String {
    let part = text[node.range.clamped(to: 0..<text.count)]
    // An escaped quote ends no text; where there may be one nothing is left out.
    if part.contains(UInt8(ascii: "\\")) { return String(decoding: part, as: UTF8.self) }
    var out: [UInt8] = []
    var quote: UInt8?
    for byte in part {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
        // `a in b` must not become `ainb`, the name of something else: one space stays.
        if out.last != UInt8(ascii: " ") { out.append(UInt8(ascii: " ")) }
        continue
      }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension Expression {
  /// Whether the node is written `.?name` and gives an optional.
  fileprivate var isOptionalAccess: Bool {
    if case .optionalSelect = kind { return true }
    return false
  }
}

extension Literal {
  /// What a literal is worth; one that stands beside money or a double is of that type.
  func term(_ type: CELType) -> Term? {
    switch (self, type) {
    case (.bool(let value), _): .truth(.known(value))
    case (.string(let text), _): .text(text)
    case (.null, _): .null
    case (_, .money): decimal.map { .number(Linear($0)) }
    case (.int(let int), .double): .double(Double(int))
    case (.int(let int), _): .number(Linear(Whole(int)))
    case (.uint(let uint), _): .number(Linear(Whole(uint)))
    case (.double(let double, exact: _), _): .double(double)
    case (.bytes, _): nil
    }
  }
}
