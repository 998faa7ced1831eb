import CEL

extension ExpressionGenerator {
  /// A string.
  mutating func text(_ size: Int) -> String {
    switch random.below(14) {
    case 0, 1: return "(\(make(.string, size)) + \(make(.string, size)))"
    case 2, 3:
      let types: [CELType] = [
        .string, .bytes, .bool, .int, .uint, .double, .date, .money, .timestamp, .duration,
      ]
      return "string(\(make(random.one(of: types), size)))"
    case 4: return "\(make(.string, size)).charAt(\(make(.int, 1)))"
    case 5:
      let end = random.happens(50) ? ", \(make(.int, 1))" : ""
      return "\(make(.string, size)).substring(\(make(.int, 1))\(end))"
    case 6, 7:
      let function = random.one(of: ["lowerAscii", "upperAscii", "trim", "reverse"])
      return "\(make(.string, size)).\(function)()"
    case 8:
      let limit = random.happens(40) ? ", \(make(.int, 1))" : ""
      return "\(make(.string, size)).replace(\(make(.string, size)), \(make(.string, size))\(limit))"
    case 9:
      let separator = random.happens(60) ? make(.string, size) : ""
      return "\(make(.list(.string), size)).join(\(separator))"
    case 10: return format(size)
    case 11: return "strings.quote(\(make(.string, size)))"
    case 12: return "shout(\(make(.string, size)))"
    default: return "\(make(.list(.string), size))[\(random.below(2))]"
    }
  }

  /// Raw bytes.
  mutating func bytes(_ size: Int) -> String {
    random.happens(50)
      ? "(\(make(.bytes, size)) + \(make(.bytes, size)))"
      : "bytes(\(make(random.one(of: [.string, .bytes]), size)))"
  }

  /// A call of `format` whose clauses fit their values, except now and then.
  private mutating func format(_ size: Int) -> String {
    var template = ""
    var values: [String] = []
    for _ in 0...random.below(3) {
      let letter = random.one(of: ["s", "s", "d", "f", "e", "b", "o", "x", "X"])
      let types: [CELType]
      switch letter {
      case "s": types = [anyType()]
      case "d": types = [.int, .uint, .double]
      case "f", "e": types = [.double, .int, .uint]
      case "b": types = [.int, .uint, .bool]
      case "o": types = [.int, .uint]
      default: types = [.int, .uint, .string, .bytes]
      }
      let places = random.happens(40) ? ".\(random.below(8))" : ""
      template += random.one(of: ["", "-", "%%", "é"]) + "%" + places + letter
      values.append(make(random.happens(3) ? anyType() : random.one(of: types), size))
    }
    if random.happens(3) { values.removeLast() }
    // Values of several types make a list of no one type.
    return "\(quoted(template)).format([\(values.map { "dyn(\($0))" }.joined(separator: ", "))])"
  }

  /// A text as a literal; some code points are written as escapes.
  mutating func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "a"..."z", "A"..."Z", "0"..."9", " ", "%", ",", "-", ".": result.unicodeScalars.append(scalar)
      default:
        if scalar.value > 0x7F, random.happens(50) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
      }
    }
    return result + "\""
  }
}
