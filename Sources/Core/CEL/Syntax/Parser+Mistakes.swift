/// What is said of a token that cannot stand where it stands.
extension Parser {
  /// Refuses a token behind an operand: neither an operator nor what closes the part being read.
  ///
  /// - Parameters:
  ///   - closing: The symbols that can end the part; none at the end of the whole expression.
  ///   - opener: What began the part.
  @inline(never)
  mutating func misplaced(closing: [String], opener: Range<Int>?) -> Refusal {
    refuse(misplacement(closing, opener))
  }

  private func misplacement(_ closing: [String], _ opener: Range<Int>?) -> Issue {
    var issue = unexpected(closing + ["&&", "||", "==", ">", "+"])
    if let opener {
      issue.labels = [Issue.Label(range: opener, text: "`\(text(opener))` stands open here")]
    }
    switch token.kind {
    case .end: issue.help = closing.last.map { "`\($0)` is missing" }
    case .symbol(let symbol): explain(symbol, &issue, closing)
    case .identifier(let word): explain(word: word, &issue)
    case .integer, .unsigned, .double: explainNumber(&issue)
    case .string, .bytes, .quotedIdentifier:
      issue.help =
        previous()?.isText == true ? "two texts are joined with `+`" : Parser.joining
    }
    if issue.help == Parser.joining, closing.contains(",") {
      issue.help = "two parts are joined by an operator, or parted by a comma"
    }
    return issue
  }

  private static let joining = "two parts are joined by an operator, such as `&&` or `==`"
  private static let operand = "a value is expected: a name, a number or a text in quotes"

  /// The plain words about the current token.
  private func unexpected(_ expected: [String]) -> Issue {
    let message: String
    if token.kind == .end {
      message = previous() == nil ? "the expression is empty" : "the expression ends too early"
    } else {
      message = "`\(shown(token.range))` cannot stand here"
    }
    return Issue(range: token.range, kind: .syntax, message: message, expected: expected)
  }

  /// A text of the expression for a message, cut where it is long.
  private func shown(_ range: Range<Int>) -> String {
    let whole = text(range)
    let line = String(whole.map { $0.isNewline ? " " : $0 })
    return line.count <= 48 ? line : line.prefix(47) + "…"
  }

  private func explain(_ symbol: String, _ issue: inout Issue, _ closing: [String]) {
    let wanted = closing.map { "`\($0)`" }.joined(separator: " or ")
    switch symbol {
    case ")", "]", "}":
      if closing.isEmpty {
        let opener = symbol == ")" ? "(" : (symbol == "]" ? "[" : "{")
        issue.help = "nothing is open that it closes: leave it out, or write the `\(opener)` it belongs to"
      } else {
        issue.help = closing.last.map { "`\($0)` is missing before it" }
      }
    case ",": issue = comma(issue, closing)
    case ":":
      issue.help = "`:` stands in a map, `{key: value}`, and in a choice, `condition ? yes : no`"
    case "!" where following.kind == .symbol("=") || following.kind == .symbol("=="):
      suggest("!=", through: following, &issue)
    case "!" where following.kind == .identifier("in"):
      issue.help = "put `!` before the whole comparison, as in `!(x in list)`"
    case "{": issue.help = "objects cannot be made in an expression"
    default: issue.help = closing.isEmpty ? Parser.joining : "\(wanted) is expected"
    }
  }

  private func explain(word: String, _ issue: inout Issue) {
    if behindNumber, Parser.units.contains(word.lowercased()) {
      issue.help = "a number stands alone, without a unit"
    } else if behindNumber, isCurrency(word) {
      issue.help = "write the number alone: it is in the base currency"
    } else if let advice = Parser.infixWords[word.lowercased()] {
      issue.help = advice
    } else {
      issue.help = Parser.joining
    }
  }

  private func explainNumber(_ issue: inout Issue) {
    issue.help = Parser.joining
    if source[token.range.lowerBound] == UInt8(ascii: "."), previousEnd == token.range.lowerBound {
      issue.help = "an element of a list is written `x[0]`, and the first has the place 0"
    } else if behindNumber, case .integer = token.kind, token.range.count == 3, let before = previous() {
      let number = text(before.range) + text(token.range)
      let range = before.range.lowerBound..<token.range.upperBound
      issue.help = "a number is written without spaces: `\(number)`"
      issue.replacement = Issue.Replacement(range: range, text: number)
    }
  }

  /// Proposes an operator in place of the token before, or this one, up to another.
  private func suggest(_ symbol: String, from start: Token? = nil, through end: Token, _ issue: inout Issue) {
    let range = (start ?? token).range.lowerBound..<end.range.upperBound
    issue.help = "`\(symbol)` is written without a space"
    issue.replacement = Issue.Replacement(range: range, text: symbol)
  }

  /// Refuses a token that stands where a value has to be.
  @inline(never)
  mutating func missingOperand() -> Refusal {
    var issue = unexpected(["a value"])
    issue.help = Parser.operand
    let before = previous()
    switch (before?.kind, token.kind) {
    case (_, .symbol("/")) where following.kind == .symbol("*"), (.symbol("/"), .symbol("*")):
      issue.help = "a comment begins with `//`"
    case (.symbol("%"), .end) where previous(2)?.isNumber == true:
      issue.help = "a percentage is written as a fraction: 8 % is `0.08`"
    case (.symbol(let symbol), .end) where BinaryOperator(rawValue: symbol) != nil:
      issue.help = "`\(symbol)` needs a value behind it: a name, a number or a text in quotes"
    case (.symbol(","), .symbol(")")):
      issue.help = "leave the comma before it out"
      issue.replacement = before.map { Issue.Replacement(range: $0.range, text: "") }
    case (.symbol("("), .symbol(")")): issue.help = "something has to stand between the parentheses"
    case (_, .symbol(",")): issue.help = "a value is missing before this comma"
    case (.symbol("?"), .symbol("?")): issue.help = "a fallback is written `x.or(y)`"
    case (.symbol(let first), .symbol(let second)) where BinaryOperator(rawValue: first + second) != nil:
      if let before { suggest(first + second, from: before, through: token, &issue) }
    case (.symbol("*"), .symbol("*")): issue.help = "there are no powers: write `x * x`"
    case (_, .symbol("=")): issue.help = "write `==` for equal"
    case (nil, .symbol(let symbol)) where BinaryOperator(rawValue: symbol) != nil:
      issue.help = "`\(symbol)` needs a value on each side"
    case (_, .identifier("in")): issue.help = "`in` needs a value on each side, as in `x in list`"
    case (_, .quotedIdentifier):
      issue.help = "a text stands in straight quotes; backticks are for a field behind a point"
    default: break
    }
    issue.expected += closers(behind: before?.kind)
    return refuse(issue)
  }

  /// What can end a list, a map or a call that has just begun.
  private func closers(behind kind: Token.Kind?) -> [String] {
    switch kind {
    case .symbol("["): previous(2)?.endsOperand == true ? [] : ["]"]
    case .symbol("{"): ["}"]
    case .symbol("("): previous(2)?.isName == true ? [")"] : []
    default: []
    }
  }

  /// Refuses what stands behind a point and is no name.
  @inline(never)
  mutating func missingField() -> Refusal {
    var issue = unexpected(["a name"])
    switch token.kind {
    case .string: issue.help = "a field with such a name is written `x[\(shown(token.range))]`"
    case .identifier(let word): issue.help = "a field called `\(word)` is written `x[\"\(word)\"]`"
    default: issue.help = "a point is followed by the name of a field or function"
    }
    return refuse(issue)
  }

  /// Refuses a choice without its `:`.
  @inline(never)
  mutating func unfinishedChoice(_ mark: Range<Int>) -> Refusal {
    var issue = misplacement([":"], mark)
    issue.help = "a choice has two sides: `condition ? yes : no`"
    if token.kind == .symbol("?") {
      issue.help = "put the inner choice in parentheses, as in `a ? (b ? c : d) : e`"
    } else if mark.upperBound < source.count, source[mark.upperBound] == UInt8(ascii: ".") {
      issue.help = "a field that may be missing is written `x.?y`"
      issue.replacement = Issue.Replacement(range: mark.lowerBound..<mark.upperBound + 1, text: ".?")
    }
    return refuse(issue)
  }

  /// Refuses a key of a map that no `:` follows.
  @inline(never)
  mutating func missingColon(_ opener: Range<Int>) -> Refusal {
    var issue = misplacement([":"], opener)
    issue.replacement = nil
    issue.help = "an entry of a map is written `key: value`; a list stands in square brackets"
    let brace = UInt8(ascii: "{")
    let isDouble =
      (opener.upperBound < source.count && source[opener.upperBound] == brace)
      || (opener.lowerBound > 0 && source[opener.lowerBound - 1] == brace)
    if isDouble {
      issue.help = "leave the double braces out: they stand only in letters"
    }
    return refuse(issue)
  }

  /// Refuses a reserved word in the place of a name.
  @inline(never)
  mutating func reserved(_ word: String) -> Refusal {
    refuse(
      Issue(
        range: token.range, kind: .syntax, message: "`\(word)` is a reserved word and cannot be a name",
        help: Parser.reservedWords[word] ?? "behind a point it is allowed, as in `x.\(word)`",
        expected: ["a value"]))
  }

  /// Refuses what would make a protocol buffer message.
  @inline(never)
  mutating func message(named name: Range<Int>) -> Refusal {
    refuse(
      Issue(
        range: name.lowerBound..<token.range.upperBound, kind: .unsupported,
        message: "`\(shown(name)){…}` makes a protocol buffer message, and those are left out here",
        help: "objects cannot be made in an expression; a map is written `{\"key\": value}`"))
  }
}

extension Token {
  /// Whether this is a text or bytes.
  var isText: Bool {
    switch kind {
    case .string, .bytes: true
    case .identifier, .quotedIdentifier, .integer, .unsigned, .double, .symbol, .end: false
    }
  }

  /// Whether this is a number.
  var isNumber: Bool {
    switch kind {
    case .integer, .unsigned, .double: true
    case .identifier, .quotedIdentifier, .string, .bytes, .symbol, .end: false
    }
  }

  /// Whether this is a name, which can be that of a function.
  var isName: Bool {
    if case .identifier(let word) = kind { return !Token.keywords.contains(word) }
    return false
  }

  /// Whether an operand can end with this token.
  var endsOperand: Bool {
    switch kind {
    case .identifier(let word): word != "in"
    case .quotedIdentifier, .integer, .unsigned, .double, .string, .bytes: true
    case .symbol(let symbol): [")", "]", "}"].contains(symbol)
    case .end: false
    }
  }
}
