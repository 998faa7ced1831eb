extension Evaluator {
  /// The result of a function of the language.
  mutating func call(_ function: StandardFunction, _ places: [Int]) throws(EvaluationError) -> Value {
    guard let place = places.first else { throw .typeMismatch }
    let first = try value(place)
    if case .null = first, function != .dyn { throw .nullValue }
    switch function {
    case .size: return .int(Int64(try size(first)))
    case .contains, .startsWith, .endsWith:
      guard places.count == 2 else { throw .typeMismatch }
      return .bool(try search(function, first, value(places[1])))
    case .dyn: return first
    case .days:
      guard case .int(let days) = first, let days = Int(exactly: days) else { throw .typeMismatch }
      return .dateSpan(days)
    case .weekday:
      guard case .date(let day) = first else { throw .typeMismatch }
      return .int(Int64(CivilDay.weekday(day)))
    case .int, .uint, .double, .string, .bool, .bytes:
      return try Conversion.convert(first, to: function)
    }
  }

  private func size(_ value: Value) throws(EvaluationError) -> Int {
    switch value {
    case .string(let text): return text.unicodeScalars.count
    case .bytes(let bytes): return bytes.count
    case .list(let elements): return elements.count
    case .map(let map): return map.entries.count
    default: throw .typeMismatch
    }
  }

  private mutating func search(
    _ function: StandardFunction, _ text: Value, _ part: Value
  ) throws(EvaluationError) -> Bool {
    guard case .string(let text) = text, case .string(let part) = part else { throw .typeMismatch }
    switch function {
    case .startsWith: return Text.starts(text, with: part)
    case .endsWith: return Text.ends(text, with: part)
    default:
      // The search is quadratic at worst; a step pays for a thousand letters.
      try spend(text.utf8.count / 1024 * part.utf8.count)
      return Text.contains(text, part)
    }
  }
}
