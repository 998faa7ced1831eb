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
    case .local(let place): return .local(place)
    case .type(let name): return .constant(.type(name))
    case .slot(let slot):
      if case .optionalSelect = node.kind { return .present(emit(.fact(slot))) }
      return .fact(slot)
    case .field, .key, .nameSpace, .function, .host, .hosts, .fallback, .unknown, nil: break
    }
    switch node.kind {
    case .literal(let literal): return .constant(constant(literal, checked.type(of: node.id)))
    case .identifier(let name, _): return .fail(.unknownName(name))
    case .select(let operand, let name):
      if case .field(let field) = reference { return .field(compile(operand), field) }
      return .key(compile(operand), name.text)
    case .optionalSelect(let operand, let name):
      if case .field(let field) = reference { return .optionalField(compile(operand), field) }
      return .optionalKey(compile(operand), name.text)
    case .presence(let operand): return presence(operand)
    case .index(let operand, let place): return .index(compile(operand), compile(place))
    case .optionalIndex(let operand, let place): return .optionalIndex(compile(operand), compile(place))
    case .call(_, let receiver, let arguments): return call(reference, receiver, arguments)
    case .unary(.not, let operand): return .not(compile(operand))
    case .unary(.negate, let operand): return .negate(compile(operand))
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    case .conditional(let condition, let yes, let no):
      return .conditional(compile(condition), compile(yes), compile(no))
    case .list(let elements):
      if let constant = constantList(elements) { return .constant(constant) }
      return .list(elements.map { Instruction.Part(place: compile($0.value), isOptional: $0.isOptional) })
    case .map(let entries):
      return .map(
        entries.flatMap { entry in
          [
            Instruction.Part(place: compile(entry.key), isOptional: false),
            Instruction.Part(place: compile(entry.value), isOptional: entry.isOptional),
          ]
        })
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

  private func constantList(_ elements: [Expression.Element]) -> Value? {
    var values: [Value] = []
    for element in elements {
      guard !element.isOptional, let literal = element.value.literal else { return nil }
      values.append(constant(literal, checked.type(of: element.value.id)))
    }
    return .list(values)
  }

  private mutating func presence(_ operand: Expression) -> Instruction {
    switch (checked.reference(of: operand.id), operand.kind) {
    case (.key(let key), .select(let map, _)): return .hasKey(compile(map), key)
    case (.field(let field), .select(let object, _)):
      // Of an optional object the field is there if both are.
      if checked.type(of: object.id).optionalContent == nil { return .isPresent(compile(operand)) }
      return .isPresent(emit(.optionalField(compile(object), field)))
    default: return .isPresent(compile(operand))
    }
  }

  private mutating func call(
    _ reference: Reference?, _ receiver: Expression?, _ arguments: [Expression]
  ) -> Instruction {
    switch reference {
    case .fallback(let kind):
      guard let receiver, let other = arguments.first else { return .constant(.null) }
      return .fallback(kind, compile(receiver), compile(other))
    case .function(.matches):
      if let pattern = arguments.last, case .string(let text) = pattern.literal {
        return matches(text, (receiver.map { [$0] } ?? []) + arguments.dropLast())
      }
      return .function(.matches, places(receiver, arguments))
    case .function(let function): return .function(function, places(receiver, arguments))
    case .host(let host): return .host(host, places(receiver, arguments))
    case .hosts(let hosts): return .hosts(hosts, places(receiver, arguments))
    case .unknown(let name): return .fail(.unknownFunction(name))
    case .slot, .local, .field, .key, .type, .nameSpace, nil: return .constant(.null)
    }
  }

  private mutating func places(_ receiver: Expression?, _ arguments: [Expression]) -> [Int] {
    var nodes = arguments
    if let receiver, checked.reference(of: receiver.id) != .nameSpace { nodes.insert(receiver, at: 0) }
    return nodes.map { compile($0) }
  }

  /// `text.matches(pattern)` with a pattern that is written out: it is made ready once.
  private mutating func matches(_ pattern: String, _ operands: [Expression]) -> Instruction {
    guard operands.count == 1 else { return .fail(.typeMismatch) }
    do throws(RegularExpressionError) {
      return .matches(compile(operands[0]), try RegularExpression(pattern))
    } catch {
      return .fail(.invalidArgument(error.message))
    }
  }

  private mutating func comprehension(_ loop: Comprehension) -> Instruction {
    let range = compile(loop.range)
    let local = depth
    let names = loop.variables.count
    depth += names
    defer { depth -= names }
    localCount = max(localCount, depth)
    let condition = loop.condition.map { compile($0) }
    return .loop(
      Loop(
        kind: loop.kind, range: range, local: local, hasPair: names == 2, condition: condition,
        body: compile(loop.body)))
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
