/// Turns a checked tree into instructions, children before parents.
struct Compiler {
  private(set) var instructions: [Instruction] = []
  private(set) var localCount = 0
  private let checked: CheckedExpression
  private let rates: MoneyRates
  private var depth = 0

  init(_ checked: CheckedExpression, rates: MoneyRates) {
    self.checked = checked
    self.rates = rates
  }

  /// Adds a node's instructions and gives the place of its own.
  mutating func compile(_ node: Expression) -> Int { emit(instruction(of: node)) }

  private mutating func emit(_ instruction: Instruction) -> Int {
    instructions.append(instruction)
    return instructions.count - 1
  }

  private mutating func instruction(of node: Expression) -> Instruction {
    let reference = checked.reference(of: node.id)
    switch reference {
    case .slot(let slot): return .fact(slot)
    case .local(let place): return .local(place)
    case .field, .key, .function, .host, .fallback, nil: break
    }
    switch node.kind {
    case .literal(let literal): return .constant(constant(literal, checked.type(of: node.id)))
    case .identifier: return .constant(.null)
    case .select(let operand, let name):
      if case .field(let field) = reference { return .field(compile(operand), field) }
      return .key(compile(operand), name.text)
    case .presence(let operand): return presence(operand)
    case .index(let operand, let place): return .index(compile(operand), compile(place))
    case .call(_, let receiver, let arguments):
      return call(reference, (receiver.map { [$0] } ?? []) + arguments)
    case .unary(.not, let operand): return .not(compile(operand))
    case .unary(.negate, let operand): return .negate(compile(operand))
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    case .conditional(let condition, let yes, let no):
      return .conditional(compile(condition), compile(yes), compile(no))
    case .list(let elements):
      if let constant = constantList(elements) { return .constant(constant) }
      return .list(elements.map { compile($0) })
    case .map(let entries): return .map(entries.flatMap { [compile($0.key), compile($0.value)] })
    case .comprehension(let loop): return comprehension(loop)
    }
  }

  /// A literal as the value of the type that it stands for.
  private func constant(_ literal: Literal, _ type: CELType) -> Value {
    switch (type, literal) {
    case (.money, _):
      guard let decimal = literal.decimal else { return literal.value }
      return .money(MoneyAmount(amount: decimal, currency: rates.base))
    case (.double, .int(let int)): return .double(Double(int))
    default: return literal.value
    }
  }

  private func constantList(_ elements: [Expression]) -> Value? {
    var values: [Value] = []
    for element in elements {
      guard let literal = element.literal else { return nil }
      values.append(constant(literal, checked.type(of: element.id)))
    }
    return .list(values)
  }

  private mutating func presence(_ operand: Expression) -> Instruction {
    if case .key(let key) = checked.reference(of: operand.id), case .select(let map, _) = operand.kind {
      return .hasKey(compile(map), key)
    }
    return .isPresent(compile(operand))
  }

  private mutating func call(_ reference: Reference?, _ arguments: [Expression]) -> Instruction {
    let places = arguments.map { compile($0) }
    switch reference {
    case .fallback:
      guard places.count == 2 else { return .constant(.null) }
      return .fallback(places[0], places[1])
    case .function(let function): return .function(function, places)
    case .host(let host): return .host(host, places)
    case .slot, .local, .field, .key, nil: return .constant(.null)
    }
  }

  private mutating func comprehension(_ loop: Comprehension) -> Instruction {
    let range = compile(loop.range)
    let local = depth
    depth += 1
    defer { depth -= 1 }
    localCount = max(localCount, depth)
    let condition = loop.condition.map { compile($0) }
    return .loop(
      Loop(kind: loop.kind, range: range, local: local, condition: condition, body: compile(loop.body)))
  }

  private mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Instruction {
    if let comparison = Comparison(operation) {
      if let special = specialised(comparison, left, right) { return special }
      if let special = specialised(comparison.swapped, right, left) { return special }
      return .compare(comparison, operand(left, beside: right), operand(right, beside: left))
    }
    switch operation {
    case .and: return .and(compile(left), compile(right))
    case .or: return .or(compile(left), compile(right))
    case .in:
      if case .string(let text) = left.literal, case .slot(let slot) = checked.reference(of: right.id),
        case .list = checked.type(of: right.id)
      {
        return .factContains(slot: slot, text)
      }
      return .membership(compile(left), compile(right))
    default:
      return arithmetic(operation, left, right)
    }
  }

  /// An operand of a sum or comparison.
  ///
  /// A literal number beside money is an exact amount in the base currency.
  private mutating func operand(_ node: Expression, beside other: Expression) -> Int {
    guard checked.type(of: other.id) == .money, let exact = node.literal?.decimal else {
      return compile(node)
    }
    return emit(.constant(.money(MoneyAmount(amount: exact, currency: rates.base))))
  }

  private mutating func arithmetic(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Instruction {
    if operation == .multiply || operation == .divide {
      // A literal factor keeps its exact decimal: as a double it would be blurred.
      if checked.type(of: left.id) == .money, let exact = right.literal?.decimal {
        return .scaleMoney(operation, compile(left), exact)
      }
      if checked.type(of: right.id) == .money, operation == .multiply, let exact = left.literal?.decimal {
        return .scaleMoney(operation, compile(right), exact)
      }
      return .arithmetic(operation, compile(left), compile(right))
    }
    return .arithmetic(operation, operand(left, beside: right), operand(right, beside: left))
  }

  /// A comparison of a fact with a constant as one instruction; nil where there is no such shape.
  private func specialised(
    _ comparison: Comparison, _ fact: Expression, _ other: Expression
  ) -> Instruction? {
    guard case .slot(let slot) = checked.reference(of: fact.id), let literal = other.literal else {
      return nil
    }
    switch (checked.type(of: fact.id), literal) {
    case (.money, _):
      return literal.decimal.map { .compareMoney(comparison, slot: slot, $0) }
    case (.int, .int(let int)): return .compareInt(comparison, slot: slot, int)
    case (.double, .double(let double, _)): return .compareDouble(comparison, slot: slot, double)
    case (.double, .int(let int)) where WholeNumber.int(Double(int)) == int:
      return .compareDouble(comparison, slot: slot, Double(int))
    case (.string, .string(let text)) where comparison == .equal || comparison == .notEqual:
      return .compareString(slot: slot, text, isEqual: comparison == .equal)
    default: return nil
    }
  }
}
