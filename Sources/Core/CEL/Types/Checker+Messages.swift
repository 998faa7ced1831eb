extension Checker {
  /// A node with its type.
  typealias Typed = (node: Expression, type: CELType)

  /// Both sides with their types, for the margin of a message.
  func labels(_ left: Typed, _ right: Typed) -> [Issue.Label] {
    [left, right].map { Issue.Label(range: $0.node.range, text: "this is \($0.type.phrase)") }
  }

  mutating func reportUnguarded(_ node: Expression, _ type: CELType) {
    guard type != .null else {
      report(
        Issue(
          range: node.range, kind: .typeMismatch, message: "`null` can only be compared with `==` or `!=`"))
      return
    }
    let text = snippet(node)
    let isName: Bool
    switch node.kind {
    case .identifier, .select: isName = true
    default: isName = false
    }
    let plain = isName || text.hasSuffix(")") || text.hasSuffix("]") ? text : "(\(text))"
    var help = "give a fallback: `\(plain).or(\(sample(type.unwrapped)))`"
    if isName { help += ", or test it with `has(\(text))`" }
    report(
      Issue(
        range: node.range, kind: .nullableUnguarded,
        message: "`\(text)` is \(type.phrase): it may be missing", help: help,
        expected: [type.unwrapped.description]))
  }

  mutating func reportNotBoolean(_ node: Expression, _ type: CELType, _ user: String) {
    let text = snippet(node)
    let help: String? =
      switch type {
      case .nullable: "to ask whether it is there write `has(\(text))`"
      case .int, .uint, .double, .money: "compare it, as in `\(text) > 0`"
      case .string: "compare it, as in `\(text) == \"…\"`"
      case .list, .map: "ask for its size: `size(\(text)) > 0`"
      default: nil
      }
    report(
      Issue(
        range: node.range, kind: .notBoolean,
        message: "\(user) needs true or false, and `\(text)` is \(type.phrase)", help: help,
        expected: ["bool"]))
  }

  mutating func reportUncomparable(_ node: Expression, _ left: Typed, _ right: Typed) {
    var issue = Issue(
      range: node.range, kind: .typeMismatch,
      message: "\(left.type) and \(right.type) cannot be compared", expected: [left.type.description],
      labels: labels(left, right))
    if case .binary(.in, _, _) = node.kind {
      issue = Issue(
        range: node.range, kind: .typeMismatch,
        message: "`\(snippet(left.node))` is \(left.type.phrase) and can never be in a \(right.type)",
        expected: right.type.parts.prefix(1).map(\.description))
    }
    for (side, other) in [(left, right), (right, left)] {
      if let quoted = numberInQuotes(side.node), other.type == .money || other.type.isNumeric {
        issue.help = "write the number without quotes: `\(quoted)`"
        issue.replacement = Issue.Replacement(range: side.node.range, text: quoted)
      } else if side.type == .date, other.type == .int {
        issue.help = "a number of days is the difference of two dates, as in `today - \(snippet(side.node))`"
      } else if side.type == .date, other.type == .string {
        issue.help = "compare it with another date; a text is never a date"
      } else if side.type == .dateSpan, other.type == .int {
        issue.help = "the difference of two dates is an int already: leave out `days`"
      }
    }
    report(issue)
  }

  mutating func reportArithmetic(
    _ node: Expression, _ operation: BinaryOperator, _ left: Typed, _ right: Typed
  ) {
    var issue = Issue(
      range: node.range, kind: .typeMismatch,
      message: "`\(operation.rawValue)` does not go with \(left.type) and \(right.type)",
      expected: partners(operation, left.type, right.type), labels: labels(left, right))
    for (side, other) in [(left, right), (right, left)] {
      let text = snippet(side.node)
      var replacement: String?
      if side.type == .int, other.type == .date, operation == .add || operation == .subtract {
        replacement = "days(\(text))"
        issue.help = "a number of days is written `days(\(text))`"
      } else if side.type == .int, other.type == .double, operation == .remainder {
        issue.help = "`%` is for whole numbers: what is left when one int is divided by another"
      } else if side.type == .int, other.type == .double {
        replacement = side.node.literal == nil ? "double(\(text))" : "\(text).0"
        issue.help = "both have to be doubles: `\(replacement ?? text)`"
      } else if let quoted = numberInQuotes(side.node), other.type == .money || other.type.isNumeric {
        replacement = quoted
        issue.help = "write the number without quotes: `\(quoted)`"
      } else if operation == .add, side.type.isNumeric || side.type == .money, other.type == .string {
        replacement = "string(\(text))"
        issue.help = "make it a text first: `string(\(text))`"
      }
      if let replacement, text == String(decoding: source[side.node.range], as: UTF8.self) {
        issue.replacement = Issue.Replacement(range: side.node.range, text: replacement)
      }
    }
    report(issue)
  }

  mutating func reportFallbackType(_ node: Expression, _ receiver: Typed, _ other: Typed) {
    report(
      Issue(
        range: node.range, kind: .typeMismatch,
        message:
          "the fallback is \(other.type.phrase), and `\(snippet(receiver.node))` is \(receiver.type.phrase)",
        expected: [receiver.type.description], labels: labels(receiver, other)))
  }

  mutating func reportNeedlessFallback(_ node: Expression, _ receiver: Expression, _ type: CELType) {
    var issue = Issue(
      range: node.range, kind: .typeMismatch,
      message: "`\(snippet(receiver))` is \(type.phrase) and never missing, so `.or` has nothing to do")
    let rest = receiver.range.upperBound..<node.range.upperBound
    // Behind parentheses the text to leave out does not begin at the point.
    if source[rest.lowerBound] == UInt8(ascii: ".") {
      issue.help = "leave `\(snippet(rest))` out"
      issue.replacement = Issue.Replacement(range: rest, text: "")
    }
    report(issue)
  }

  /// The types that could stand on the right of an operator; where there are none, on its left.
  private func partners(_ operation: BinaryOperator, _ left: CELType, _ right: CELType) -> [String] {
    let all: [CELType] = [
      .int, .uint, .double, .money, .string, .bytes, .date, .dateSpan, .timestamp, .duration,
    ]
    var trial = substitution
    let behind = all.filter { OperatorTypes.arithmetic(operation, left, $0, &trial) != nil }
    let before = all.filter { OperatorTypes.arithmetic(operation, $0, right, &trial) != nil }
    return (behind.isEmpty ? before : behind).map(\.description)
  }

  private func numberInQuotes(_ node: Expression) -> String? {
    guard case .string(let text) = node.literal, Decimal(text) != nil else { return nil }
    return text
  }

  private func sample(_ type: CELType) -> String {
    switch type {
    case .string: "\"…\""
    case .int, .uint, .money: "0"
    case .double: "0.0"
    case .bool: "false"
    case .date: "today"
    case .list: "[]"
    default: "…"
    }
  }
}
