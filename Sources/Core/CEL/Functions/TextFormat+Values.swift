extension TextFormat {
  /// Appends what `%s` makes of a value: `[abc, 3.14, null]`, `{key: 7200s}`.
  ///
  /// Throws `invalidArgument` for objects of the host, optionals, bytes that are no UTF-8, and lists and maps
  /// that are nested more deeply than an expression can be.
  mutating func write(_ value: Value, depth: Int) throws(EvaluationError) {
    // Values can be deeper than the expression that makes them, where it refers to its own parts.
    guard depth <= ExpressionLimits.depth else {
      throw .invalidArgument("`%s` of lists and maps that are nested too deeply")
    }
    switch value {
    case .list(let elements):
      try write("[")
      for (place, element) in elements.enumerated() {
        try write(place > 0 ? ", " : "")
        try write(element, depth: depth + 1)
      }
      try write("]")
    case .map(let map):
      try write("{")
      try write(map.entries, depth: depth + 1)
      try write("}")
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .dateSpan, .money, .timestamp,
      .duration, .type, .optional, .object:
      try write(Self.plain(value))
    }
  }

  /// Appends the entries of a map by the texts of their keys, in the order of those.
  private mutating func write(_ entries: [MapValue.Entry], depth: Int) throws(EvaluationError) {
    var texts: [(key: String, place: Int)] = []
    var length = 0
    for (place, entry) in entries.enumerated() {
      let key = try Self.plain(entry.key)
      try budget.spend(bytes: key.utf8.count)
      length += key.utf8.count
      texts.append((key, place))
    }
    // Sorting compares every key about as often as the number of keys has binary digits.
    let rounds = Int.bitWidth - entries.count.leadingZeroBitCount
    try budget.spend((entries.count + length / 16) * rounds)
    // The keys 1 and "1" have one text; the order in which they were written decides.
    texts.sort {
      Text.isEqual($0.key, $1.key) ? $0.place < $1.place : Text.isLess($0.key, $1.key)
    }
    for (number, text) in texts.enumerated() {
      try write(number > 0 ? ", " : "")
      try write(text.key)
      try write(": ")
      try write(entries[text.place].value, depth: depth)
    }
  }

  /// The text of a value that holds no others.
  private static func plain(_ value: Value) throws(EvaluationError) -> String {
    switch value {
    case .null: return "null"
    case .bool(let bool): return bool ? "true" : "false"
    case .int(let int): return String(int)
    case .uint(let uint): return String(uint)
    case .double(let double): return word(double) ?? DoubleText.plain(double)
    case .string(let text): return text
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .invalidArgument("`%s` of bytes that are no UTF-8")
      }
      return text
    case .date(let day): return CivilDay.text(day)
    case .dateSpan(let days): return days.magnitude == 1 ? "\(days) day" : "\(days) days"
    case .money(let money): return money.description
    case .timestamp(let timestamp): return timestamp.text
    case .duration(let nanoseconds): return DurationText.text(nanoseconds)
    case .type(let name): return name
    case .list, .map, .optional, .object:
      throw .invalidArgument("`%s` cannot show a value of the type \(value.typeName)")
    }
  }
}
