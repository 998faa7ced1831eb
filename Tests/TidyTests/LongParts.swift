/// Files and functions that are longer than one reader takes in.
enum LongParts {
  static let fileLimit = 400
  static let functionLimit = 70

  static func findings(in source: SourceText) -> [Finding] {
    var found: [Finding] = []
    if source.lineCount > fileLimit {
      found.append(
        Finding(
          path: source.path, line: 1, message: "\(source.lineCount) lines; a file has at most \(fileLimit)"))
    }
    for function in functions(in: source) where function.lines > functionLimit {
      found.append(
        Finding(
          path: source.path, line: function.line,
          message: "\(function.lines) lines; a function has at most \(functionLimit)"))
    }
    return found
  }

  /// The first line, from 1, and the number of lines of every function, initialiser, subscript and computed property.
  static func functions(in source: SourceText) -> [(line: Int, lines: Int)] {
    var found: [(line: Int, lines: Int)] = []
    for keyword in ["func", "init", "deinit", "subscript", "var"] {
      for offset in source.offsets(of: keyword, inCode: true) where !isMember(source, offset) {
        guard let body = openingBrace(source, offset + keyword.utf8.count) else { continue }
        let first = source.line(of: offset)
        found.append((first, source.line(of: closingBrace(source, body)) - first + 1))
      }
    }
    return found.sorted { $0.line < $1.line }
  }

  /// True for `.init` and `self.init`, which are calls.
  private static func isMember(_ source: SourceText, _ offset: Int) -> Bool {
    offset > 0 && source.code[offset - 1] == UInt8(ascii: ".")
  }

  /// The brace that opens the body of the declaration whose keyword ends at `start`; nil where it has none.
  private static func openingBrace(_ source: SourceText, _ start: Int) -> Int? {
    let ending: Set<String> = [
      "func", "init", "deinit", "subscript", "var", "let", "case", "static", "struct", "enum", "return",
      "mutating",
    ]
    var depth = 0
    var offset = start
    var word: [UInt8] = []
    while offset < source.code.count {
      let byte = source.code[offset]
      if byte.isWord {
        word.append(byte)
      } else {
        if depth == 0, ending.contains(String(decoding: word, as: UTF8.self)) { return nil }
        word = []
        switch byte {
        case .openParenthesis, UInt8(ascii: "["): depth += 1
        case .closeParenthesis, UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: "{") where depth == 0: return offset
        case UInt8(ascii: "}") where depth == 0: return nil
        // A stored property with a value has no body; an operator's name and `==` in a `where` clause go on.
        case UInt8(ascii: "=") where depth == 0 && isAssignment(source, offset): return nil
        default: break
        }
        if depth < 0 { return nil }
      }
      offset += 1
    }
    return nil
  }

  private static func isAssignment(_ source: SourceText, _ offset: Int) -> Bool {
    guard offset > 0, offset + 1 < source.code.count else { return false }
    return source.code[offset - 1] == .space && source.code[offset + 1] == .space
      || source.code[offset + 1] == .newline
  }

  private static func closingBrace(_ source: SourceText, _ opening: Int) -> Int {
    var depth = 0
    for offset in opening..<source.code.count {
      if source.code[offset] == UInt8(ascii: "{") { depth += 1 }
      if source.code[offset] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return source.code.count - 1
  }
}
