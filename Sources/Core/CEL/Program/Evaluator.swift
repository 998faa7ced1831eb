/// Runs the instructions of a program against facts.
struct Evaluator {
  let program: Program
  let facts: any Facts
  /// The values of the macros' variables in force.
  var locals: [Value]
  var budget: Budget
  /// The last pattern that was known only now.
  var lastPattern: (text: String, expression: RegularExpression)?

  init(_ program: Program, _ facts: any Facts, _ budget: Budget) {
    self.program = program
    self.budget = budget
    self.facts = facts
    locals = program.localCount == 0 ? [] : Array(repeating: .null, count: program.localCount)
  }

  /// The truth of an instruction; throws `typeMismatch` where it has another type.
  mutating func boolean(_ place: Int) throws(EvaluationError) -> Bool {
    switch program.instructions[place] {
    case .and(let left, let right): return try logical(left, right, decisive: false)
    case .or(let left, let right): return try logical(left, right, decisive: true)
    case .not(let operand): return try !boolean(operand)
    case .compareMoney(let comparison, let slot, let amount):
      return try compareMoney(facts.fact(slot), comparison, amount)
    case .compareInt(let comparison, let slot, let int):
      let fact = try facts.fact(slot)
      if case .int(let value) = fact { return comparison.holds(value, int) }
      return try compare(fact, comparison, .int(int))
    case .compareDouble(let comparison, let slot, let double):
      let fact = try facts.fact(slot)
      if case .double(let value) = fact { return comparison.holds(value, double) }
      return try compare(fact, comparison, .double(double))
    case .compareString(let slot, let text, let isEqual):
      guard case .string(let value) = try facts.fact(slot) else { throw .typeMismatch }
      return Text.isEqual(value, text) == isEqual
    case .factContains(let slot, let text): return try contains(facts.fact(slot), text)
    case .compare(let comparison, let left, let right):
      return try compare(value(left), comparison, value(right))
    case .membership(let element, let range):
      return try Equality.isMember(value(element), of: value(range), program.rates, &budget)
    case .isPresent(let operand):
      switch try value(operand) {
      case .null, .optional(nil): return false
      default: return true
      }
    case .hasKey(let map, let key): return try hasKey(value(map), key)
    case .matches(let text, let pattern): return try matches(value(text), pattern)
    case .conditional(let condition, let yes, let no):
      return try boolean(condition) ? boolean(yes) : boolean(no)
    case .loop(let loop) where loop.kind.isTest: return try test(loop)
    default:
      guard case .bool(let bool) = try value(place) else { throw .typeMismatch }
      return bool
    }
  }

  /// The value of an instruction.
  mutating func value(_ place: Int) throws(EvaluationError) -> Value {
    switch program.instructions[place] {
    case .constant(let value): return value
    case .fact(let slot): return try facts.fact(slot)
    case .local(let local): return locals[local]
    case .field(let operand, let place): return try field(value(operand), place: place)
    case .key(let operand, let key): return try field(value(operand), key: key)
    case .index(let operand, let place): return try element(of: value(operand), at: value(place))
    case .optionalField(let operand, let place): return try optionalField(value(operand), place: place)
    case .optionalKey(let operand, let key): return try optionalField(value(operand), key: key)
    case .optionalIndex(let operand, let place):
      return try optionalElement(of: value(operand), at: value(place))
    case .present(let operand): return try value(operand).asOptional
    case .negate(let operand): return try Arithmetic.negate(value(operand))
    case .conditional(let condition, let yes, let no):
      return try boolean(condition) ? value(yes) : value(no)
    case .arithmetic(let operation, let left, let right):
      let (left, right) = (try value(left), try value(right))
      try budget.spend(copyCost(left) + copyCost(right))
      return try Arithmetic.apply(operation, left, right, program.rates)
    case .scaleMoney(let operation, let operand, let factor):
      guard case .money(let money) = try value(operand) else { throw .typeMismatch }
      return .money(try Arithmetic.scale(money, operation, factor))
    case .fallback(let kind, let operand, let other): return try fallback(kind, operand, other)
    case .function(let function, let arguments):
      return try call(function, arguments)
    case .host(let host, let arguments): return try facts.call(host, values(arguments))
    case .hosts(let hosts, let arguments): return try call(hosts, arguments)
    case .list(let parts): return try list(parts)
    case .map(let parts): return try map(parts)
    case .loop(let loop) where !loop.kind.isTest: return try collect(loop)
    case .fail(let error): throw error
    case .and, .or, .not, .compare, .membership, .isPresent, .hasKey, .loop, .matches, .compareMoney,
      .compareInt, .compareDouble, .compareString, .factContains:
      return .bool(try boolean(place))
    }
  }

  /// What it costs to make a longer value out of this one.
  private func copyCost(_ value: Value) -> Int {
    switch value {
    case .list(let elements): elements.count
    case .string(let text): text.utf8.count / 16
    case .bytes(let bytes): bytes.count / 16
    default: 0
    }
  }

  /// `&&` (`decisive` false) or `||` (true): a side that is decisive outweighs an error of the other.
  private mutating func logical(
    _ left: Int, _ right: Int, decisive: Bool
  ) throws(EvaluationError) -> Bool {
    var leftError: EvaluationError?
    do throws(EvaluationError) {
      if try boolean(left) == decisive { return decisive }
    } catch {
      leftError = error
    }
    guard let leftError else { return try boolean(right) }
    do throws(EvaluationError) {
      if try boolean(right) == decisive { return decisive }
    } catch {
      throw .prevailing(leftError, error)
    }
    throw leftError
  }

  private mutating func fallback(
    _ kind: Reference.Fallback, _ operand: Int, _ other: Int
  ) throws(EvaluationError) -> Value {
    // A key that is missing is a missing value to our own `.or`, and an error to optionals.
    let takesKeys = kind == .plain || kind == .undecided
    switch (kind, takesKeys ? try valueOrNone(operand) : try value(operand)) {
    case (_, nil), (_, .optional(nil)): break
    case (.value, .optional(let content?)): return content
    case (.value, _): throw .typeMismatch
    case (.optional, .optional(let content)): return .optional(content)
    case (.optional, _): throw .typeMismatch
    case (.plain, .null), (.undecided, .null): break
    case (.plain, let found?), (.undecided, let found?): return found
    }
    return try value(other)
  }

  /// The value of a place; nil where it asks a map for a key that is not there. What the map and the key are made
  /// of has to have a value: only the one key may be missing.
  private mutating func valueOrNone(_ place: Int) throws(EvaluationError) -> Value? {
    let (container, key): (Value, Value)
    switch program.instructions[place] {
    case .key(let operand, let name): (container, key) = (try value(operand), .string(name))
    case .index(let operand, let index): (container, key) = (try value(operand), try value(index))
    default: return try value(place)
    }
    do throws(EvaluationError) {
      if case .key(_, let name) = program.instructions[place] { return try field(container, key: name) }
      return try element(of: container, at: key)
    } catch {
      guard case .noSuchKey = error else { throw error }
      return nil
    }
  }

  /// The values of all places, in order.
  mutating func values(_ places: [Int]) throws(EvaluationError) -> [Value] {
    var all: [Value] = []
    all.reserveCapacity(places.count)
    for place in places { all.append(try value(place)) }
    return all
  }

  private mutating func list(_ parts: [Instruction.Part]) throws(EvaluationError) -> Value {
    var all: [Value] = []
    all.reserveCapacity(parts.count)
    for part in parts {
      if let element = try value(part) { all.append(element) }
    }
    return .list(all)
  }

  private mutating func map(_ parts: [Instruction.Part]) throws(EvaluationError) -> Value {
    var pairs: [(Value, Value)] = []
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      let key = try value(parts[place].place)
      if let value = try value(parts[place + 1]) { pairs.append((key, value)) }
    }
    return .map(try MapValue(pairs))
  }

  /// The value of a part of a list or map; nil where an optional holds none.
  private mutating func value(_ part: Instruction.Part) throws(EvaluationError) -> Value? {
    let found = try value(part.place)
    guard part.isOptional else { return found }
    guard case .optional(let content) = found else { throw Arithmetic.mismatch(found) }
    return content
  }

  /// Whether a comparison of the language holds.
  mutating func compare(
    _ left: Value, _ comparison: Comparison, _ right: Value
  ) throws(EvaluationError) -> Bool {
    switch comparison {
    case .equal: return try Equality.isEqual(left, right, program.rates, &budget)
    case .notEqual: return try !Equality.isEqual(left, right, program.rates, &budget)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = try Arithmetic.order(left, right, program.rates) else { return false }
      return comparison.holds(order, 0)
    }
  }

  private func compareMoney(
    _ fact: Value, _ comparison: Comparison, _ amount: Decimal
  ) throws(EvaluationError) -> Bool {
    guard case .money(let money) = fact else { throw Arithmetic.mismatch(fact) }
    return comparison.holds(try program.rates.inBase(money), amount)
  }

  private func contains(_ fact: Value, _ text: String) throws(EvaluationError) -> Bool {
    guard case .list(let elements) = fact else { throw Arithmetic.mismatch(fact) }
    for element in elements {
      if case .string(let value) = element, Text.isEqual(value, text) { return true }
    }
    return false
  }
}

extension Comprehension.Kind {
  /// Whether the macro gives true or false.
  var isTest: Bool { self == .all || self == .exists || self == .existsOne }
}
