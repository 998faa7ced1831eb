/// Runs the instructions of a program against facts.
struct Evaluator {
  let program: Program
  let facts: any Facts
  private var locals: [Value]
  private var steps = 0

  init(_ program: Program, _ facts: any Facts) {
    self.program = program
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
      return try isMember(value(element), of: value(range))
    case .isPresent(let operand):
      if case .null = try value(operand) { return false }
      return true
    case .hasKey(let map, let key):
      guard case .map(let entries) = try value(map) else { throw .typeMismatch }
      return entries[.string(key)] != nil
    case .conditional(let condition, let yes, let no):
      return try boolean(condition) ? boolean(yes) : boolean(no)
    case .loop(let loop) where loop.kind != .map && loop.kind != .filter: return try test(loop)
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
    case .field(let operand, let field):
      guard case .object(let object) = try value(operand) else { throw .typeMismatch }
      return try object.field(field)
    case .key(let operand, let key):
      guard case .map(let map) = try value(operand) else { throw .typeMismatch }
      guard let found = map[.string(key)] else { throw .noSuchKey(key) }
      return found
    case .index(let operand, let place): return try element(of: value(operand), at: value(place))
    case .negate(let operand): return try Arithmetic.negate(value(operand))
    case .conditional(let condition, let yes, let no):
      return try boolean(condition) ? value(yes) : value(no)
    case .arithmetic(let operation, let left, let right):
      let (left, right) = (try value(left), try value(right))
      try spend(copyCost(left) + copyCost(right))
      return try Arithmetic.apply(operation, left, right, program.rates)
    case .scaleMoney(let operation, let operand, let factor):
      guard case .money(let money) = try value(operand) else { throw .typeMismatch }
      return .money(try Arithmetic.scale(money, operation, factor))
    case .fallback(let operand, let other): return try fallback(operand, other)
    case .function(let function, let arguments):
      return try call(function, arguments)
    case .host(let host, let arguments): return try facts.call(host, values(arguments))
    case .list(let elements): return .list(try values(elements))
    case .map(let parts): return try map(parts)
    case .loop(let loop) where loop.kind == .map || loop.kind == .filter: return .list(try collect(loop))
    case .and, .or, .not, .compare, .membership, .isPresent, .hasKey, .loop, .compareMoney, .compareInt,
      .compareDouble, .compareString, .factContains:
      return .bool(try boolean(place))
    }
  }

  /// Counts the cost of a loop or search; throws `stepLimit` where the evaluation has had its share.
  mutating func spend(_ cost: Int) throws(EvaluationError) {
    steps += cost
    guard steps <= ExpressionLimits.evaluationSteps else { throw .stepLimit }
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

  /// Gives a loop variable its value.
  mutating func bind(_ local: Int, to value: Value) { locals[local] = value }

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

  private mutating func fallback(_ operand: Int, _ other: Int) throws(EvaluationError) -> Value {
    do throws(EvaluationError) {
      let found = try value(operand)
      if case .null = found { return try value(other) }
      return found
    } catch {
      guard case .noSuchKey = error else { throw error }
    }
    return try value(other)
  }

  private mutating func values(_ places: [Int]) throws(EvaluationError) -> [Value] {
    var all: [Value] = []
    all.reserveCapacity(places.count)
    for place in places { all.append(try value(place)) }
    return all
  }

  private mutating func map(_ parts: [Int]) throws(EvaluationError) -> Value {
    let all = try values(parts)
    var pairs: [(Value, Value)] = []
    for place in stride(from: 0, to: all.count - 1, by: 2) { pairs.append((all[place], all[place + 1])) }
    return .map(try MapValue(pairs))
  }

  private func element(of container: Value, at place: Value) throws(EvaluationError) -> Value {
    switch (container, place) {
    case (.map(let map), _):
      guard let found = map[place] else { throw .noSuchKey(Conversion.text(place) ?? "") }
      return found
    case (.list(let elements), .int(let index)):
      guard let index = Int(exactly: index), elements.indices.contains(index) else {
        throw .indexOutOfRange(index)
      }
      return elements[index]
    case (.list(let elements), .uint(let index)):
      return try element(of: .list(elements), at: .int(Int64(exactly: index) ?? .max))
    case (.list(let elements), .double(let index)):
      guard let whole = WholeNumber.int(index) else { throw .typeMismatch }
      return try element(of: .list(elements), at: .int(whole))
    case (.null, _): throw .nullValue
    default: throw .typeMismatch
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
