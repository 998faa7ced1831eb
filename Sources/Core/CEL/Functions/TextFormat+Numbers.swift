extension TextFormat {
  /// The word for a number that is not finite, which every clause for numbers takes; nil for all others.
  static func word(_ double: Double) -> String? {
    if double.isFinite { return nil }
    if double.isNaN { return "NaN" }
    return double < 0 ? "-Infinity" : "Infinity"
  }

  /// What `%d` makes of a number; a double is shown without an exponent.
  func decimal(_ value: Value) throws(EvaluationError) -> String {
    switch value {
    case .int(let int): return String(int)
    case .uint(let uint): return String(uint)
    case .double(let double): return Self.word(double) ?? DoubleText.plain(double)
    default: throw Self.refusal("d", "an int, a uint or a double", value)
    }
  }

  /// What `%f` or `%e` makes of a number.
  mutating func real(_ value: Value, _ clause: TextFormatClause) throws(EvaluationError) -> String {
    let number: Double
    switch value {
    case .int(let int): number = Double(int)
    case .uint(let uint): number = Double(uint)
    case .double(let double): number = double
    default: throw Self.refusal(clause.form.letter, "an int, a uint or a double", value)
    }
    if let word = Self.word(number) { return word }
    try budget.spend(DoubleText.cost(number))
    return clause.form == .scientific
      ? DoubleText.scientific(number, places: clause.places)
      : DoubleText.fixed(number, places: clause.places)
  }

  /// What `%b` makes of a whole number or a bool; a sign stands before the digits.
  func binary(_ value: Value) throws(EvaluationError) -> String {
    switch value {
    case .bool(let bool): return bool ? "1" : "0"
    case .int(let int): return String(int, radix: 2)
    case .uint(let uint): return String(uint, radix: 2)
    default: throw Self.refusal("b", "an int, a uint or a bool", value)
    }
  }

  /// What `%o` makes of a whole number; a sign stands before the digits.
  func octal(_ value: Value) throws(EvaluationError) -> String {
    switch value {
    case .int(let int): return String(int, radix: 8)
    case .uint(let uint): return String(uint, radix: 8)
    default: throw Self.refusal("o", "an int or a uint", value)
    }
  }

  /// Appends what `%x` makes of a whole number, or of the bytes of a text, two digits for each.
  mutating func writeHexadecimal(_ value: Value, isUppercase: Bool) throws(EvaluationError) {
    switch value {
    case .int(let int): try write(String(int, radix: 16, uppercase: isUppercase))
    case .uint(let uint): try write(String(uint, radix: 16, uppercase: isUppercase))
    case .string(let text):
      try budget.spend(bytes: text.utf8.count * 2)
      try write(Self.hexadecimal(text.utf8, isUppercase: isUppercase))
    case .bytes(let bytes):
      try budget.spend(bytes: bytes.count * 2)
      try write(Self.hexadecimal(bytes, isUppercase: isUppercase))
    default: throw Self.refusal(isUppercase ? "X" : "x", "an int, a uint, a string or bytes", value)
    }
  }

  private static func refusal(_ clause: Character, _ wanted: String, _ value: Value) -> EvaluationError {
    .invalidArgument("`%\(clause)` takes \(wanted), and was given \(value.typeName)")
  }

  private static func hexadecimal(_ bytes: some Collection<UInt8>, isUppercase: Bool) -> String {
    let digits = Array((isUppercase ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
