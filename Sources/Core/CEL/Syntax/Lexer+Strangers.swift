/// Characters that the language has no use for, and what people mean by them.
extension Lexer {
  private static let curlyQuotes: Set<Character> = ["“", "”", "„", "‘", "’", "‚", "«", "»"]

  /// Signs that stand for one of the language, as word processors and textbooks write them.
  private static let lookalikes: [Character: String] = [
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "×": "*", "÷": "/", "≥": ">=", "≤": "<=", "≠": "!=",
    "¬": "!", "∧": "&&", "∨": "||", "∈": "in", "，": ",", "（": "(", "）": ")", "＝": "==", "…": "",
  ]

  /// The issue of the character that stands here; at least one byte is to be skipped.
  func stranger() -> Issue {
    if let issue = curlyText() ?? foreignWord(from: position) { return issue }
    let (character, range) = character(at: position)
    let scalar = character.unicodeScalars.first?.value ?? 0
    let name = String(scalar, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - name.utf8.count)) + name
    var issue = Issue(
      range: range, kind: .syntax, message: "`\(character)` has no meaning in an expression",
      expected: ["a value", "an operator"])
    if scalar < 0x20 || scalar == 0x7F {
      issue = said("a control character (\(code)) has no meaning in an expression", range, "delete it", "")
    } else if character.isWhitespace {
      issue = said(
        "an unusual space (\(code)) has no meaning in an expression", range, "write a plain space", " ")
    } else if Lexer.isInvisible(scalar) {
      issue = said(
        "an invisible character (\(code)) has no meaning in an expression", range, "delete it", "")
    } else if Lexer.curlyQuotes.contains(character) {
      issue.help = "write straight quotes: `\"`"
      issue.replacement = Issue.Replacement(range: range, text: "\"")
    } else if let plain = Lexer.lookalikes[character] {
      issue.help = plain.isEmpty ? "write the missing part out" : "write `\(plain)`"
      if !plain.isEmpty { issue.replacement = Issue.Replacement(range: range, text: plain) }
    } else {
      issue.help = Lexer.advice(character)
    }
    return issue
  }

  private func said(_ message: String, _ range: Range<Int>, _ help: String, _ text: String) -> Issue {
    Issue(
      range: range, kind: .syntax, message: message, help: help,
      replacement: Issue.Replacement(range: range, text: text), expected: ["a value", "an operator"])
  }

  private static func advice(_ character: Character) -> String? {
    switch character {
    case "€", "£", "$", "¥": "write the number alone: it is in the base currency"
    case ";": "a condition is one expression; join two with `&&` or `||`"
    case "#": "a comment begins with `//`, and a text stands in quotes"
    case "\\": "a backslash stands only inside a text in quotes"
    case "^": "there are no powers: write `x * x`"
    case "@": "a text, such as an address, stands in quotes"
    case "~": "to look for a part of a text write `x.contains(y)`, for a pattern `x.matches(y)`"
    default: nil
    }
  }

  /// Marks of direction, of width zero and of byte order, which copied text brings along.
  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  /// The character that begins at a place, by its first code point, and its range.
  private func character(at place: Int) -> (character: Character, range: Range<Int>) {
    let lead = source[place]
    let length = lead < 0xC0 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4))
    let range = place..<min(place + length, source.count)
    let scalar = text(range).unicodeScalars.first ?? " "
    return (Character(scalar), range)
  }

  /// The issue of a word with letters that no name can have; nil where no such word stands here.
  func foreignWord(from start: Int) -> Issue? {
    var end = position
    while end < source.count, end - start < 200 {
      let (character, range) = character(at: end)
      let byte = source[end]
      let belongs = byte < 0x80 ? Lexer.startsName(byte) || Lexer.isDigit(byte) : character.isLetter
      guard belongs else { break }
      end = range.upperBound
    }
    guard end > position, !text(start..<end).utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let word = text(start..<end)
    return Issue(
      range: start..<end, kind: .syntax, message: "`\(word)` has a letter that no name can have",
      help: "names have the letters a to z; a text stands in quotes: `\"\(word)\"`",
      expected: ["a value", "an operator"])
  }

  /// A text in curly quotes, as word processors set them: one mistake from the first quote to the last.
  private func curlyText() -> Issue? {
    let (opening, start) = character(at: position)
    guard Lexer.curlyQuotes.contains(opening) else { return nil }
    var end = start.upperBound
    while end < source.count, end - position < 200, source[end] != 10, source[end] != 34 {
      let (character, place) = character(at: end)
      guard Lexer.curlyQuotes.contains(character) else {
        end = place.upperBound
        continue
      }
      let range = position..<place.upperBound
      let straight = "\"" + text(start.upperBound..<end) + "\""
      return Issue(
        range: range, kind: .syntax,
        message: "`\(text(range))` stands in curly quotes, which are no quotes here",
        help: "write straight quotes: `\(straight)`",
        replacement: Issue.Replacement(range: range, text: straight), expected: [straight])
    }
    return nil
  }
}
