import CEL

extension ExpressionGenerator {
  /// An int.
  mutating func int(_ size: Int) -> String {
    switch random.below(18) {
    case 0...4: return arithmetic(.int, ["+", "-", "*", "/", "%"], size)
    case 5: return "-\(make(.int, size))"
    case 6:
      let type: CELType = random.one(of: [.string, .bytes, .list(.int), .map(.string, .int), .list(.double)])
      return random.happens(50) ? "size(\(make(type, size)))" : "\(make(type, size)).size()"
    case 7:
      return "int(\(make(random.one(of: [.int, .uint, .double, .string, .timestamp, .duration]), size)))"
    case 8:
      let function = random.one(of: ["indexOf", "lastIndexOf"])
      let offset = random.happens(40) ? ", \(make(.int, 1))" : ""
      return "\(make(.string, size)).\(function)(\(make(.string, size))\(offset))"
    case 9: return "(\(make(.date, size)) - \(make(.date, size)))"
    case 10: return "\(make(.date, size)).weekday()"
    case 11: return "math.\(random.one(of: ["abs", "sign", "bitNot"]))(\(make(.int, size)))"
    case 12: return bits(.int, size)
    case 13: return extreme(.int, size)
    case 14, 15: return timePart(size)
    case 16: return "length(\(random.one(of: ["maybe_text", "customer.first_name", "\"é\"", "null"])))"
    default: return "\(make(.list(.int), size))[\(random.below(2))]"
    }
  }

  /// A uint.
  mutating func uint(_ size: Int) -> String {
    switch random.below(8) {
    case 0...2: return arithmetic(.uint, ["+", "-", "*", "/", "%"], size)
    case 3, 4: return "uint(\(make(random.one(of: [.int, .uint, .double, .string]), size)))"
    case 5: return "math.\(random.one(of: ["abs", "sign", "bitNot"]))(\(make(.uint, size)))"
    case 6: return bits(.uint, size)
    default: return extreme(.uint, size)
    }
  }

  /// A double.
  mutating func double(_ size: Int) -> String {
    switch random.below(9) {
    case 0...3: return arithmetic(.double, ["+", "-", "*", "/"], size)
    case 4: return "-\(make(.double, size))"
    case 5: return "double(\(make(random.one(of: [.int, .uint, .double, .string]), size)))"
    case 6:
      let function = random.one(of: ["abs", "sign", "ceil", "floor", "round", "trunc", "sqrt"])
      return "math.\(function)(\(make(.double, size)))"
    case 7: return "math.sqrt(\(make(random.one(of: [.int, .uint]), size)))"
    default:
      return random.happens(30)
        ? "(\(make(.bool, size)) ? \(random.below(5)) : \(make(.double, size)))" : extreme(.double, size)
    }
  }

  /// Money.
  mutating func money(_ size: Int) -> String {
    let number = make(random.one(of: [.int, .uint, .double]), size)
    switch random.below(9) {
    case 0, 1: return "(\(make(.money, size)) \(random.one(of: ["+", "-"])) \(make(.money, size)))"
    case 2: return "(\(make(.money, size)) \(random.one(of: ["+", "-"])) \(number))"
    case 3: return "(\(number) \(random.one(of: ["+", "-", "*"])) \(make(.money, size)))"
    case 4, 5: return "(\(make(.money, size)) \(random.one(of: ["*", "/"])) \(number))"
    case 6: return "-\(make(.money, size))"
    case 7: return "(\(make(.bool, size)) ? \(make(.money, size)) : \(bareAmount()))"
    default: return extreme(.money, size)
    }
  }

  /// A date.
  mutating func date(_ size: Int) -> String {
    switch random.below(3) {
    case 0: return "(\(make(.date, size)) + \(make(.dateSpan, size)))"
    case 1: return "(\(make(.dateSpan, size)) + \(make(.date, size)))"
    default: return "(\(make(.date, size)) - \(make(.dateSpan, size)))"
    }
  }

  /// A number of days to add.
  mutating func span(_ size: Int) -> String {
    switch random.below(4) {
    case 0, 1: return "days(\(make(.int, size)))"
    case 2: return arithmetic(.dateSpan, ["+", "-"], size)
    default: return "-\(make(.dateSpan, size))"
    }
  }

  /// A literal number, which beside money stands for an amount of the base currency.
  mutating func bareAmount() -> String {
    random.one(of: ["0", "1", "5u", "0.01", "(-3)", "499.99", "1e20", "0.1000000000000000055511151231257827"])
  }

  private mutating func arithmetic(_ type: CELType, _ operations: [String], _ size: Int) -> String {
    "(\(make(type, size)) \(random.one(of: operations)) \(make(type, size)))"
  }

  private mutating func bits(_ type: CELType, _ size: Int) -> String {
    if random.happens(40) {
      let function = random.one(of: ["bitShiftLeft", "bitShiftRight"])
      return "math.\(function)(\(make(type, size)), \(make(.int, 1)))"
    }
    let function = random.one(of: ["bitAnd", "bitOr", "bitXor"])
    return "math.\(function)(\(make(type, size)), \(make(type, size)))"
  }

  private mutating func extreme(_ type: CELType, _ size: Int) -> String {
    let function = random.one(of: ["greatest", "least"])
    if random.happens(30) { return "math.\(function)(\(make(.list(type), size)))" }
    let count = 1 + random.below(4)
    return "math.\(function)(\((0..<count).map { _ in make(type, size) }.joined(separator: ", ")))"
  }

  /// A value written out.
  mutating func literal(_ type: CELType) -> String {
    switch type {
    case .bool: return random.one(of: ["true", "false"])
    case .int:
      let int = random.one(of: EdgeValues.ints)
      return int < 0 ? "(\(int))" : random.happens(10) ? "0x\(String(int, radix: 16))" : "\(int)"
    case .uint: return "\(random.one(of: EdgeValues.uints))u"
    case .double: return random.one(of: EdgeValues.doubleTexts)
    case .string: return quoted(random.one(of: EdgeValues.texts))
    case .bytes: return "b\"\(random.one(of: EdgeValues.bytes).map(escaped).joined())\""
    case .date: return "day"
    case .dateSpan: return "days(\(literal(.int)))"
    case .timestamp: return "timestamp(\(quoted(random.one(of: EdgeValues.instantTexts))))"
    case .duration: return "duration(\(quoted(random.one(of: EdgeValues.durationTexts))))"
    case .money: return random.one(of: ["price", "fee", "customer.balance"])
    default: return "null"
    }
  }

  private func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return "\\x" + (digits.count < 2 ? "0" + digits : digits)
  }
}
