import CEL

/// A second evaluator, slow and plain, that walks the tree of an expression as the language definition reads.
///
/// It shares nothing with the library but the values and the tree, so that where both agree it is not because
/// both repeat one mistake.
struct ReferenceEvaluator {
  let expression: CheckedExpression
  let facts: any Facts
  let rates: MoneyRates
  /// The macros' variables in force, the outermost first.
  var locals: [Local] = []
  /// The errors of values that a name was bound to: an evaluator may report them before the name is used.
  var bindingFailures: Set<ReferenceFailure.Kind> = []
  private var visits = 0

  /// A macro's variable: a value, or what `cel.bind` works out where it is used.
  enum Local {
    case value(Value)
    case failure(ReferenceFailure)
  }

  init(_ expression: CheckedExpression, _ facts: any Facts, rates: MoneyRates) {
    self.expression = expression
    self.facts = facts
    self.rates = rates
  }

  /// The value of the whole expression.
  mutating func value() throws(ReferenceFailure) -> Value { try value(expression.root) }

  mutating func value(_ node: Expression) throws(ReferenceFailure) -> Value {
    visits += 1
    if visits > 50_000 { throw .tooLarge }
    switch node.kind {
    case .literal(let literal): return try self.literal(literal, type: expression.type(of: node.id))
    case .identifier, .select, .optionalSelect: return try selection(node)
    case .presence(let operand): return .bool(try isPresent(operand))
    case .index(let operand, let place):
      let (operand, place) = (try value(operand), try value(place))
      if case .optional(let content) = operand {
        guard let content else { return .optional(nil) }
        return .optional(try element(of: content, at: place))
      }
      guard let element = try element(of: operand, at: place) else {
        if case .list = operand { throw ReferenceFailure(.indexOutOfRange) }
        throw ReferenceFailure(.noSuchKey)
      }
      return element
    case .optionalIndex(let operand, let place):
      let (operand, place) = (try value(operand), try value(place))
      guard case .optional(let content) = operand else {
        return .optional(try element(of: operand, at: place))
      }
      guard let content else { return .optional(nil) }
      return .optional(try element(of: content, at: place))
    case .call(let name, let receiver, let arguments):
      return try call(node, name.text, receiver, arguments)
    case .unary(.not, let operand): return .bool(!(try truth(operand)))
    case .unary(.negate, let operand): return try ReferenceArithmetic.negated(try value(operand))
    case .binary(let operation, let left, let right): return try binary(operation, left, right)
    case .conditional(let condition, let yes, let no):
      return try truth(condition) ? try value(yes) : try value(no)
    case .list(let elements): return try list(elements)
    case .map(let entries): return try map(entries)
    case .comprehension(let loop): return try comprehension(loop)
    }
  }

  /// A value that has to be true or false.
  mutating func truth(_ node: Expression) throws(ReferenceFailure) -> Bool {
    guard case .bool(let bool) = try value(node) else { throw ReferenceFailure(.typeMismatch, .nullValue) }
    return bool
  }

  /// A literal; the checker lets a number stand for a double or money.
  private func literal(_ literal: Literal, type: CELType) throws(ReferenceFailure) -> Value {
    if type == .money, let decimal = literal.decimal {
      return .money(MoneyAmount(amount: decimal, currency: rates.base))
    }
    switch literal {
    case .null: return .null
    case .bool(let bool): return .bool(bool)
    case .int(let int): return type == .double ? .double(Double(int)) : .int(int)
    case .uint(let uint): return .uint(uint)
    case .double(let double, exact: _): return .double(double)
    case .string(let text): return .string(text)
    case .bytes(let bytes): return .bytes(bytes)
    }
  }

  /// The number as it is written, which a literal keeps where the checker knows it to stand beside money.
  private func exact(_ node: Expression) -> Decimal? { expression.isChecked ? node.literal?.decimal : nil }

  /// An operator between two operands; `&&` and `||` take the side that decides.
  private mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws(ReferenceFailure) -> Value {
    if operation == .and || operation == .or { return .bool(try logical([left, right], operation == .or)) }
    let operands = ReferenceOperands(
      left: try value(left), right: try value(right), leftLiteral: exact(left), rightLiteral: exact(right),
      rates: rates)
    switch operation {
    case .equal: return .bool(try operands.areEqual())
    case .notEqual: return .bool(!(try operands.areEqual()))
    case .less: return .bool(try operands.order().map { $0 < 0 } ?? false)
    case .lessOrEqual: return .bool(try operands.order().map { $0 <= 0 } ?? false)
    case .greater: return .bool(try operands.order().map { $0 > 0 } ?? false)
    case .greaterOrEqual: return .bool(try operands.order().map { $0 >= 0 } ?? false)
    case .in: return .bool(try operands.isMember())
    case .add, .subtract, .multiply, .divide, .remainder: return try operands.arithmetic(operation)
    case .and, .or: throw .any
    }
  }

  /// Whether one side is what decides: an error counts only where no side does.
  private mutating func logical(
    _ sides: [Expression], _ decisive: Bool
  ) throws(ReferenceFailure) -> Bool {
    var failure: ReferenceFailure?
    for side in sides {
      do throws(ReferenceFailure) {
        if try truth(side) == decisive { return decisive }
      } catch {
        failure = failure.map { $0 + error } ?? error
      }
    }
    if let failure { throw failure }
    return !decisive
  }

  private mutating func list(_ elements: [Expression.Element]) throws(ReferenceFailure) -> Value {
    var values: [Value] = []
    for element in elements {
      let value = try value(element.value)
      guard element.isOptional else {
        values.append(value)
        continue
      }
      guard case .optional(let content) = value else { throw ReferenceFailure(.typeMismatch) }
      if let content { values.append(content) }
    }
    return .list(values)
  }

  private mutating func map(_ entries: [Expression.Entry]) throws(ReferenceFailure) -> Value {
    var pairs: [(Value, Value)] = []
    for entry in entries {
      let key = try value(entry.key)
      let value = try value(entry.value)
      guard entry.isOptional else {
        pairs.append((key, value))
        continue
      }
      guard case .optional(let content) = value else { throw ReferenceFailure(.typeMismatch) }
      if let content { pairs.append((key, content)) }
    }
    return try ReferenceEvaluator.map(pairs)
  }

  /// A map of entries; keys are bool, int, uint or string, and no two of them are equal.
  static func map(_ pairs: [(Value, Value)]) throws(ReferenceFailure) -> Value {
    var failure: ReferenceFailure?
    for (place, (key, _)) in pairs.enumerated() {
      switch key {
      case .bool, .int, .uint, .string: break
      default: failure = ReferenceFailure(.unsupportedKey)
      }
      for (other, _) in pairs[..<place] where try ReferenceOperands(other, key).areEqual() {
        failure = failure.map { $0 + ReferenceFailure(.duplicateKey) } ?? ReferenceFailure(.duplicateKey)
      }
    }
    if let failure { throw failure }
    do throws(EvaluationError) {
      return .map(try MapValue(pairs))
    } catch {
      throw ReferenceFailure(error.kind)
    }
  }
}
