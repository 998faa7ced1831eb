import CEL

extension ExpressionGenerator {
  /// An instant.
  mutating func instant(_ size: Int) -> String {
    switch random.below(5) {
    case 0: return "(\(make(.timestamp, size)) + \(make(.duration, size)))"
    case 1: return "(\(make(.duration, size)) + \(make(.timestamp, size)))"
    case 2: return "(\(make(.timestamp, size)) - \(make(.duration, size)))"
    case 3: return "timestamp(\(make(random.one(of: [.int, .timestamp]), size)))"
    default: return literal(.timestamp)
    }
  }

  /// A length of time.
  mutating func duration(_ size: Int) -> String {
    switch random.below(5) {
    case 0: return "(\(make(.duration, size)) \(random.one(of: ["+", "-"])) \(make(.duration, size)))"
    case 1: return "(\(make(.timestamp, size)) - \(make(.timestamp, size)))"
    case 2: return "duration(\(make(random.one(of: [.int, .duration]), size)))"
    default: return literal(.duration)
    }
  }

  /// A part of an instant or of a length of time, an int.
  mutating func timePart(_ size: Int) -> String {
    if random.happens(30) {
      let function = random.one(of: ["getHours", "getMinutes", "getSeconds", "getMilliseconds"])
      return "\(make(.duration, size)).\(function)()"
    }
    let function = random.one(of: [
      "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getHours",
      "getMinutes",
      "getSeconds", "getMilliseconds",
    ])
    let zone = random.happens(50) ? quoted(random.one(of: EdgeValues.zones)) : ""
    return "\(make(.timestamp, size)).\(function)(\(zone))"
  }
}
