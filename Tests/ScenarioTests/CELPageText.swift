import CEL

/// Values and failures in the words of the page.
enum CELPageText {
  /// A value as the page writes it: as in an expression where it can be, else in the fewest words.
  static func text(of value: Value) -> String {
    switch value {
    case .null: "nothing"
    case .bool(let bool): "\(bool)"
    case .int(let int): "\(int)"
    case .uint(let uint): "\(uint)u"
    case .double(let double): "\(double)"
    case .string(let text): quoted(text)
    case .bytes(let bytes): "\(bytes.count) bytes"
    case .list(let elements): "[\(elements.map(text).joined(separator: ", "))]"
    case .map(let map):
      "{\(map.entries.map { "\(text(of: $0.key)): \(text(of: $0.value))" }.joined(separator: ", "))}"
    case .date(let day): CivilDay.text(day)
    case .dateSpan(let days): "\(days) days"
    case .money(let amount): amount.description
    case .timestamp(let instant): instant.text
    case .duration(let nanoseconds): "\(nanoseconds / 1_000_000_000)s"
    case .type(let name): name
    case .optional(let content?): "optional.of(\(text(of: content)))"
    case .optional(nil): "optional.none()"
    case .object: "object"
    }
  }

  /// Why there is no value.
  static func text(of error: EvaluationError) -> String {
    switch error {
    case .noRate(let currency): "there is no rate for \(currency)"
    case .factUnavailable: "a fact is not known"
    case .noSuchKey(let key): "there is no key \(quoted(key))"
    case .divisionByZero: "divided by zero"
    case .overflow: "too large a number"
    case .indexOutOfRange(let place): "there is no place \(place)"
    case .nullValue: "a value is missing"
    case .typeMismatch: "the types do not fit"
    case .invalidConversion(let type): "it cannot be made \(type)"
    case .duplicateKey: "a key stands twice"
    case .unsupportedKey: "it can be no key"
    case .invalidArgument(let words): words
    case .noValue: "the optional holds nothing"
    case .unknownName(let name), .unknownFunction(let name): "nothing is called \(name)"
    case .stepLimit: "more than a million steps"
    case .functionUnavailable: "a function is not there"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { letter in
      switch letter {
      case "\"", "\\": "\\\(letter)"
      case "\n": "\\n"
      default: String(letter)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
