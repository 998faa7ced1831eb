/// The extension library of texts: positions, parts, letters, `format` and `strings.quote`.
///
/// A text is a sequence of Unicode scalars: positions and sizes count them, and nothing is normalised.
/// Source: the documentation of the `strings` extension of cel-go, version 4.
enum TextFunctions {
  /// The result of one function; the arguments begin with the receiver of a member call.
  ///
  /// Throws `typeMismatch` where the function takes no such arguments, `indexOutOfRange` for a position
  /// outside of the text, `invalidArgument` where a range or a format cannot be used, and `stepLimit`.
  static func call(
    _ function: StandardFunction, _ arguments: [Value], _ budget: inout Budget
  ) throws(EvaluationError) -> Value {
    guard let receiver = arguments.first else { throw .typeMismatch }
    let rest = arguments.dropFirst()
    if case .list(let elements) = receiver, function == .join {
      return .string(try join(elements, rest, &budget))
    }
    guard case .string(let text) = receiver else { throw .typeMismatch }
    try budget.spend(bytes: text.utf8.count)
    switch function {
    case .charAt: return .string(try character(of: text, rest))
    case .substring: return .string(try substring(of: text, rest))
    case .indexOf: return .int(try firstPosition(in: text, rest, &budget))
    case .lastIndexOf: return .int(try lastPosition(in: text, rest, &budget))
    case .replace: return .string(try replace(in: text, rest, &budget))
    case .split: return .list(try split(text, rest, &budget))
    case .format: return .string(try format(text, rest, &budget))
    default: break
    }
    guard rest.isEmpty else { throw .typeMismatch }
    switch function {
    case .lowerAscii: return .string(lowercased(text))
    case .upperAscii: return .string(uppercased(text))
    case .trim: return .string(trimmed(text))
    case .reverse: return .string(reversed(text))
    case .quote:
      // Every letter may need an escape.
      try budget.spend(bytes: text.utf8.count)
      return .string(quoted(text))
    default: throw .typeMismatch
    }
  }

  private static func format(
    _ text: String, _ arguments: ArraySlice<Value>, _ budget: inout Budget
  ) throws(EvaluationError) -> String {
    guard arguments.count == 1, case .list(let values)? = arguments.first else { throw .typeMismatch }
    return try TextFormat.text(text, values, &budget)
  }
}
