import CEL

extension ExpressionProbe {
  /// A pattern in the first line and a text behind it: written out and as a fact the pattern says the same.
  static func pattern(_ input: String) -> [String] {
    let parts = input.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let (pattern, text) = (String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
    let facts = { ProbeFacts(ProbeEnvironments.plain, text: text, name: pattern) }
    let literal = "\"" + pattern.unicodeScalars.map(escaped).joined() + "\""
    let written = resolve(text: "s.matches(\(literal))", in: ProbeEnvironments.plain)
    let asFact = check(text: "s.matches(customer.name)", in: ProbeEnvironments.plain, expecting: .bool)
    let told = check(text: "s.matches(\(literal))", in: ProbeEnvironments.plain, expecting: .bool)
    guard let written = written.expression, let asFact = asFact.expression else {
      return ["a pattern that is written out is no expression: \(written.issues)"]
    }
    var broken = IssueProbe.brokenPromises(of: told, "s.matches(\(literal))", "check")
    let (outcome, found) = run(written, facts)
    let (other, foundToo) = run(asFact, facts)
    broken += found + foundToo
    switch (outcome.result, other.result) {
    case (.failure(.stepLimit), _), (_, .failure(.stepLimit)): break
    default:
      if !outcome.isSame(as: other) {
        broken.append("written out it gives \(outcome.result), as a fact \(other.result)")
      }
    }
    if case .failure(.invalidArgument) = outcome.result, told.expression != nil {
      broken.append("a pattern that cannot run is not told")
    }
    if case .success = outcome.result, told.expression == nil { broken.append("a good pattern is refused") }
    return broken
  }

  /// A text read as an instant, a length of time, a number and a zone: what is read comes back from its text.
  static func reading(_ text: String) -> [String] {
    let facts = { ProbeFacts(ProbeEnvironments.plain, text: text) }
    var broken: [String] = []
    for function in ["timestamp", "duration", "int", "uint", "double", "bool"] {
      let round = "[\(function)(s), \(function)(string(\(function)(s)))]"
      guard let expression = resolve(text: round, in: ProbeEnvironments.plain).expression else { continue }
      let (outcome, found) = run(expression, facts)
      broken += found
      if case .success(.list(let pair)) = outcome.result, pair.count == 2, !Outcome.isSame(pair[0], pair[1]) {
        broken.append("`\(function)` gives \(pair[0]), read again \(pair[1])")
      }
    }
    for accessor in ["getHours", "getDayOfYear", "getFullYear"] {
      let call = check(text: "t.\(accessor)(s)", in: ProbeEnvironments.plain, expecting: .int)
      guard let expression = call.expression else { return ["`\(accessor)` is refused"] }
      broken += run(expression, facts).broken
    }
    return broken
  }

  /// A format for values of all types, and the functions of texts on it.
  static func format(_ text: String) -> [String] {
    let facts = { ProbeFacts(ProbeEnvironments.plain, text: text) }
    let expressions = [
      "s.format([i, d, u, s, y, b, t, p, li, ms, x, k, day, span, m, null])",
      "s.format([d, i, y, u, ll, mi, -0.0, 0.1, 5e-324, 1.7976931348623157e308])",
      "s.reverse().reverse() == s", "s.split('').join() == s",
      "s.lowerAscii().upperAscii() == s.upperAscii()",
      "s.replace('a', 'a') == s", "strings.quote(s)", "s.trim().trim() == s.trim()",
      "string(bytes(s)) == s", "s.substring(0, s.size() / 2) + s.substring(s.size() / 2) == s",
      "s.size() == 0 || s.indexOf(s.charAt(0)) == 0", "s.split(',').join(',') == s",
    ]
    var broken: [String] = []
    for expression in expressions {
      let result = check(text: expression, in: ProbeEnvironments.plain, expecting: nil)
      guard let checked = result.expression else { return ["`\(expression)` is refused: \(result.issues)"] }
      let (outcome, found) = run(checked, facts)
      broken += found
      if case .success(.bool(false)) = outcome.result { broken.append("`\(expression)` does not hold") }
    }
    return broken
  }

  /// A scalar as it is written between quotes.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
