extension Evaluator {
  /// The result of a function of the language; its form is chosen by the values of the arguments.
  mutating func call(_ function: StandardFunction, _ places: [Int]) throws(EvaluationError) -> Value {
    switch function {
    case .contains, .startsWith, .endsWith:
      guard places.count == 2 else { throw .typeMismatch }
      return .bool(try search(function, value(places[0]), value(places[1])))
    case .size:
      guard places.count == 1 else { throw .typeMismatch }
      return .int(Int64(try size(value(places[0]))))
    default: break
    }
    let arguments = try values(places)
    if case .null = arguments.first, function.family != .conversion, function.family != .optional {
      throw .nullValue
    }
    switch function.family {
    case .standard: return try standard(function, arguments)
    case .conversion: return try converted(function, arguments)
    case .time: return try TimeFunctions.call(function, arguments, program.zones)
    case .optional: return try OptionalFunctions.call(function, arguments, &budget)
    case .text: return try TextFunctions.call(function, arguments, &budget)
    case .number: return try MathFunctions.call(function, arguments, program.rates, &budget)
    case .list: return try ListFunctions.call(function, arguments, program.rates, &budget)
    case .date: return try date(function, arguments)
    }
  }

  /// The result of the first function of the host that takes the arguments as they are.
  mutating func call(_ hosts: [HostFunction], _ places: [Int]) throws(EvaluationError) -> Value {
    let arguments = try values(places)
    for host in hosts where host.parameters.count == arguments.count {
      guard zip(arguments, host.parameters).allSatisfy({ $0.isOf($1) }) else { continue }
      return try facts.call(host.id, arguments)
    }
    throw .typeMismatch
  }

  /// Whether a text matches a pattern that was made ready before.
  mutating func matches(_ text: Value, _ pattern: RegularExpression) throws(EvaluationError) -> Bool {
    guard case .string(let text) = text else { throw Arithmetic.mismatch(text) }
    var budget = self.budget
    defer { self.budget = budget }
    return try pattern.matches(text) { cost throws(EvaluationError) in try budget.spend(cost) }
  }

  private mutating func standard(
    _ function: StandardFunction, _ arguments: [Value]
  ) throws(EvaluationError) -> Value {
    switch (function, arguments.first) {
    case (.reverse, .list): return try ListFunctions.call(function, arguments, program.rates, &budget)
    case (.reverse, .string): return try TextFunctions.call(function, arguments, &budget)
    case (.matches, let text?):
      guard arguments.count == 2, case .string(let pattern) = arguments[1] else { throw .typeMismatch }
      return .bool(try matches(text, ready(pattern)))
    default: throw .typeMismatch
    }
  }

  /// The pattern made ready; in a loop it is mostly the one of the round before.
  private mutating func ready(_ pattern: String) throws(EvaluationError) -> RegularExpression {
    if let last = lastPattern, Text.isEqual(last.text, pattern) { return last.expression }
    // What making an automaton costs, measured in the steps of other work.
    try budget.spend(2_000 + 16 * pattern.utf8.count)
    let expression = try RegularExpression(dynamic: pattern)
    lastPattern = (pattern, expression)
    return expression
  }

  private mutating func converted(
    _ function: StandardFunction, _ arguments: [Value]
  ) throws(EvaluationError) -> Value {
    guard arguments.count == 1 else { throw .typeMismatch }
    switch function {
    case .dyn: return arguments[0]
    case .type: return .type(arguments[0].typeName)
    default:
      try budget.spend(bytes: arguments[0].byteCount)
      return try Conversion.convert(arguments[0], to: function)
    }
  }

  private func date(_ function: StandardFunction, _ arguments: [Value]) throws(EvaluationError) -> Value {
    guard arguments.count == 1 else { throw .typeMismatch }
    switch (function, arguments[0]) {
    case (.days, .int(let days)):
      guard let days = Int(exactly: days) else { throw .overflow }
      return .dateSpan(days)
    case (.weekday, .date(let day)): return .int(Int64(CivilDay.weekday(day)))
    default: throw .typeMismatch
    }
  }

  private mutating func size(_ value: Value) throws(EvaluationError) -> Int {
    switch value {
    case .string(let text):
      try budget.spend(bytes: text.utf8.count)
      return text.unicodeScalars.count
    case .bytes(let bytes): return bytes.count
    case .list(let elements): return elements.count
    case .map(let map): return map.entries.count
    default: throw Arithmetic.mismatch(value)
    }
  }

  private mutating func search(
    _ function: StandardFunction, _ text: Value, _ part: Value
  ) throws(EvaluationError) -> Bool {
    guard case .string(let text) = text else { throw Arithmetic.mismatch(text) }
    guard case .string(let part) = part else { throw Arithmetic.mismatch(part) }
    switch function {
    case .startsWith: return Text.starts(text, with: part)
    case .endsWith: return Text.ends(text, with: part)
    default:
      // The search is quadratic at worst; a step pays for a thousand letters.
      try budget.spend(text.utf8.count / 1024 * part.utf8.count)
      return Text.contains(text, part)
    }
  }
}

extension RegularExpression {
  /// Makes a pattern ready that is known only when an expression runs; throws `invalidArgument`.
  fileprivate convenience init(dynamic pattern: String) throws(EvaluationError) {
    do throws(RegularExpressionError) {
      try self.init(pattern)
    } catch {
      throw .invalidArgument(error.message)
    }
  }
}
