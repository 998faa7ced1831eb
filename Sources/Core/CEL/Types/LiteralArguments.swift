/// Finds texts that are written out as patterns, instants or lengths of time and that are none, and keys of a
/// map that cannot be keys.
///
/// The language itself finds out when the expression runs; the writer of a policy should be told before.
enum LiteralArguments {
  /// The issues of a checked expression, in the order of its tree.
  static func issues(in expression: CheckedExpression) -> [Issue] {
    var issues: [Issue] = []
    var waiting = [expression.root]
    while let node = waiting.popLast() {
      if case .function(let function) = expression.reference(of: node.id),
        case .call(_, _, let arguments) = node.kind,
        let literal = arguments.last, case .string(let text) = literal.literal,
        let issue = issue(function, text, literal, in: expression.text)
      {
        issues.append(issue)
      }
      if case .map(let entries) = node.kind { issues += entries.compactMap { key($0.key, expression) } }
      waiting += node.children
    }
    return issues
  }

  private static func key(_ node: Expression, _ expression: CheckedExpression) -> Issue? {
    let type = expression.type(of: node.id)
    guard !type.isOpen, ![.bool, .int, .uint, .string].contains(type) else { return nil }
    let text = String(decoding: Array(expression.text.utf8)[node.range], as: UTF8.self)
    return Issue(
      range: node.range, kind: .typeMismatch,
      message: "`\(text)` is \(type.phrase), and a key is a bool, int, uint or string")
  }

  private static func issue(
    _ function: StandardFunction, _ text: String, _ literal: Expression, in source: String
  ) -> Issue? {
    switch function {
    case .matches:
      do throws(RegularExpressionError) {
        _ = try RegularExpression(text)
        return nil
      } catch {
        return Issue(
          range: place(of: error.range, text, literal, in: source), kind: .invalidLiteral,
          message: error.message, help: error.help)
      }
    case .timestamp:
      return refusal(of: function, text, literal, "an instant is written `2026-03-09T08:30:00Z`")
    case .duration:
      return refusal(of: function, text, literal, "a length of time is written `1h30m` or `45s`")
    default: return nil
    }
  }

  private static func refusal(
    of function: StandardFunction, _ text: String, _ literal: Expression, _ help: String
  ) -> Issue? {
    do throws(EvaluationError) {
      _ = try TimeFunctions.convert(.string(text), to: function)
      return nil
    } catch {
      let kind = function == .timestamp ? "instant" : "length of time"
      return Issue(
        range: literal.range, kind: .invalidLiteral, message: "`\(text.prefix(40))` is no \(kind)", help: help
      )
    }
  }

  /// A place in a pattern as a place in the expression; the whole literal where escapes stand between.
  private static func place(
    of range: Range<Int>, _ text: String, _ literal: Expression, in source: String
  ) -> Range<Int> {
    let written = Array(source.utf8)[literal.range]
    let pattern = Array(text.utf8)
    var start = written.startIndex
    while start < written.endIndex, !"\"'".utf8.contains(written[start]) { start += 1 }
    while start < written.endIndex, "\"'".utf8.contains(written[start]) { start += 1 }
    guard written[start...].starts(with: pattern) else { return literal.range }
    return start + range.lowerBound..<start + range.upperBound
  }
}
