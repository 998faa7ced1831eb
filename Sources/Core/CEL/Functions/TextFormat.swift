/// The work of `text.format(values)`: a text with values put into the places of its clauses.
///
/// Source: the documentation of `format` in the `strings` extension of cel-go, version 4; the conformance
/// tests.
struct TextFormat {
  /// What has been written so far.
  private(set) var output = ""
  /// What may still be written.
  var budget: Budget

  /// The text of a format with its values; values that no clause asks for are left out.
  ///
  /// Throws `invalidArgument` where a clause is unknown, has no value or cannot show the one it has.
  static func text(
    _ format: String, _ values: [Value], _ budget: inout Budget
  ) throws(EvaluationError) -> String {
    var formatter = TextFormat(budget: budget)
    defer { budget = formatter.budget }
    try formatter.write(format, values)
    return formatter.output
  }

  private init(budget: Budget) { self.budget = budget }

  private mutating func write(_ format: String, _ values: [Value]) throws(EvaluationError) {
    try budget.spend(bytes: format.utf8.count)
    let percent = UInt8(ascii: "%")
    var rest = format.utf8[...]
    var used = 0
    while let place = rest.firstIndex(of: percent) {
      output += Substring(rest[..<place])
      rest = rest[place...].dropFirst()
      if rest.first == percent {
        output += "%"
        rest = rest.dropFirst()
        continue
      }
      let clause = try TextFormatClause(&rest)
      guard used < values.count else {
        throw .invalidArgument("the format asks for more values than the \(values.count) that it is given")
      }
      try write(values[used], clause)
      used += 1
    }
    output += Substring(rest)
  }

  private mutating func write(_ value: Value, _ clause: TextFormatClause) throws(EvaluationError) {
    switch clause.form {
    case .text: try write(value, depth: 0)
    case .decimal: try write(decimal(value))
    case .fixed, .scientific: try write(real(value, clause))
    case .binary: try write(binary(value))
    case .octal: try write(octal(value))
    case .hexadecimal: try writeHexadecimal(value, isUppercase: false)
    case .upperHexadecimal: try writeHexadecimal(value, isUppercase: true)
    }
  }

  /// Appends a text and pays for it.
  mutating func write(_ text: String) throws(EvaluationError) {
    try budget.spend(bytes: text.utf8.count)
    output += text
  }
}
