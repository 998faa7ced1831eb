import PolicySyntax

/// One content line of an iCalendar file: a property with its parameters and value, unfolded.
///
/// Source: RFC 5545, section 3.1.
struct ICalendarLine {
  /// In capitals; `BEGIN` and `END` too.
  let name: String
  /// Names in capitals, values as written, without their quotes.
  let parameters: [(name: String, value: String)]
  /// As written, escapes included.
  let value: String
  /// The whole line, with the lines that it is folded into.
  let span: Span

  /// The value of a parameter; nil where it is not given.
  func parameter(_ name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  /// A property from an unfolded line; nil for one without name or colon, or with a quote left open.
  init?(_ bytes: ArraySlice<UInt8>, span: Span) {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var isQuoted = false
    var colon: Int?
    for index in bytes.indices where colon == nil {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted:
        parts.append(bytes[start..<index])
        start = index + 1
      case UInt8(ascii: ":") where !isQuoted: colon = index
      default: break
      }
    }
    guard let colon else { return nil }
    parts.append(bytes[start..<colon])
    guard let first = parts.first, !first.isEmpty, first.allSatisfy(Self.isNameByte) else { return nil }
    name = String(decoding: first, as: UTF8.self).uppercased()
    parameters = parts.dropFirst().map { part in
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let value = part[min(equals + 1, part.endIndex)...].filter { $0 != UInt8(ascii: "\"") }
      return (
        String(decoding: part[..<equals], as: UTF8.self).uppercased(), String(decoding: value, as: UTF8.self)
      )
    }
    value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
    self.span = span
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

extension ICalendarLine {
  /// The value as plain text for people: escapes undone, line breaks as blanks, nothing that cannot be seen.
  ///
  /// At most `textLimit` characters; nil where nothing is left. Source: RFC 5545, section 3.3.11.
  var text: String? {
    var scalars = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        isEscaped = false
        scalars.append(scalar == "n" || scalar == "N" ? " " : scalar)
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\t" {
        scalars.append(" ")
      } else if !UnsafeCharacter.isUnsafe(scalar.value) {
        scalars.append(scalar)
      }
    }
    let words = String(scalars).split(separator: " ").joined(separator: " ")
    return words.isEmpty ? nil : String(words.prefix(ICalendarLimits.nameCharacters))
  }

  /// The items of a list of values, without blanks around them.
  var items: [Substring] {
    value.split(separator: ",", omittingEmptySubsequences: false).map { item in
      item.drop { $0 == " " }.prefix { $0 != " " }
    }
  }
}

/// How much an iCalendar file may hold; each limit is far above what holidays need.
enum ICalendarLimits {
  /// Days that all its events have together.
  static let days = 20_000
  /// Events, those that are cancelled counted too.
  static let events = 20_000
  /// The longest event, in days: five years, as in a range of a policy.
  static let eventDays = 1_827
  /// Findings; behind them the file is not read on.
  static let findings = 50
  /// Components inside components.
  static let depth = 8
  /// The same in years.
  static let eventYears = 5
  /// Events that come back.
  static let rules = 1_000
  /// Items of one list inside a rule: every day of a month from both ends.
  static let items = 62
  /// Days that one event adds by `RDATE` or leaves out by `EXDATE`.
  static let listedDays = 1_000
  /// Characters of a name.
  static let nameCharacters = 200
}
