/// Words and commas that people write where the language has something else.
extension Parser {
  /// Units that people write behind a number, though a number has none.
  static let units: Set<String> = [
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes",
  ]

  /// What stands for a word between two values; keys are in lower case.
  static let infixWords: [String: String] = {
    let choice = "a choice is written `condition ? yes : no`"
    var all = [
      "contains": "it is a function: `x.contains(y)`, or for a list `y in x`",
      "includes": "write `x.contains(y)` for a text, or `y in x` for a list",
      "has": "write `x.contains(y)` for a text, or `y in x` for a list",
      "startswith": "it is a function: `x.startsWith(y)`", "starts": "write `x.startsWith(y)`",
      "endswith": "it is a function: `x.endsWith(y)`", "ends": "write `x.endsWith(y)`",
      "matches": "it is a function: `x.matches(y)`", "like": "write `x.contains(y)`, or `x.matches(pattern)`",
      "between": "write `x >= low && x <= high`", "if": choice, "then": choice, "else": choice,
      "unless": "write `&& !(…)`", "xor": "write `!=` between the two conditions",
      "percent": "a percentage is written as a fraction: 8 % is `0.08`",
      "isnt": "write `!=`", "not": "`not` stands before a condition: write `!`, or `!=` for two that differ",
    ]
    let plain: [(String, [String])] = [
      (">", ["gt", "greater", "more", "above", "over", "exceeds", "after"]),
      (">=", ["gte", "ge"]), ("<=", ["lte", "le"]),
      ("<", ["lt", "less", "fewer", "below", "under", "before"]),
      ("==", ["eq", "equal"]), ("!=", ["ne", "neq", "differs"]),
      ("+", ["plus"]), ("-", ["minus"]), ("*", ["times"]), ("/", ["div"]),
    ]
    for (symbol, words) in plain { for word in words { all[word] = "write `\(symbol)`" } }
    return all
  }()

  /// What stands for a reserved word at the start of a value.
  static let reservedWords: [String: String] = {
    let choice = "a choice is written `condition ? yes : no`"
    let loop = "to look at every element write `list.all(x, …)` or `list.exists(x, …)`"
    let name = "a name for a value is made with `cel.bind(name, value, …)`"
    let result = "an expression is its own result: write it alone"
    return [
      "if": choice, "else": choice, "for": loop, "while": loop, "loop": loop, "let": name, "var": name,
      "const": name, "return": result, "function": result,
    ]
  }()

  /// Completes the issue of a comma: `10,000` is ten thousand, `20,5` has a decimal comma.
  func comma(_ issue: Issue, _ closing: [String]) -> Issue {
    let end = following.range
    let isInNumber =
      behindNumber && previousEnd == token.range.lowerBound && end.lowerBound == token.range.upperBound
    guard isInNumber, case .integer = following.kind, let start = previous()?.range.lowerBound else {
      var issue = issue
      issue.help =
        closing.isEmpty
        ? "join two conditions with `&&` (both) or `||` (one of them)"
        : "commas stand between the parts of a list, a map or a call"
      return issue
    }
    let before = text(start..<previousEnd)
    let isEuropean = before.utf8.contains(UInt8(ascii: "."))
    var number = before.filter { $0 != "." }
    var last = end.upperBound
    if isEuropean || end.count != 3 {
      number += "." + text(end)
    } else {
      number += text(end)
      // `1,000,000`: every further group of three belongs to the number.
      while last + 3 < source.count, source[last] == UInt8(ascii: ","),
        source[last + 1...last + 3].allSatisfy(Lexer.isDigit)
      {
        number += text(last + 1..<last + 4)
        last += 4
      }
    }
    let range = start..<last
    return Issue(
      range: range, kind: .syntax, message: "`\(text(range))` is no number: commas have no place in one",
      help: "write it as `\(number)`", replacement: Issue.Replacement(range: range, text: number),
      expected: issue.expected)
  }

  /// Whether the token before the current one is a number.
  var behindNumber: Bool { previous()?.isNumber == true }

  /// Whether a word has the form of a currency's code.
  func isCurrency(_ word: String) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (65...90).contains($0) }
  }
}
