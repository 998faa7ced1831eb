/// A declaration of a type, an extension, a function or an import that begins a line.
///
/// The formatter puts every declaration at the beginning of a line; that is all this relies on.
struct Declaration {
  enum Kind: String, CaseIterable {
    case structure = "struct"
    case enumeration = "enum"
    case reference = "class"
    case actor
    case abstraction = "protocol"
    case alias = "typealias"
    case addition = "extension"
    case function = "func"
    case importing = "import"

    var isType: Bool {
      switch self {
      case .structure, .enumeration, .reference, .actor, .abstraction, .alias: true
      case .addition, .function, .importing: false
      }
    }
  }

  let kind: Kind
  /// With its dots: `extension Policy.Reader` is of `Policy.Reader`.
  let name: String
  /// The words before the keyword: `package`, `final`, …
  let modifiers: [String]
  /// From 0.
  let line: Int

  /// The declarations of a file, in order.
  static func all(in source: SourceText) -> [Declaration] {
    (0..<source.lineCount).compactMap { declaration(in: source, line: $0) }
  }

  private static let keywords = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0.rawValue, $0) })
  private static let modifierWords: Set<String> = [
    "public", "package", "internal", "private", "fileprivate", "open", "final", "indirect", "static",
    "nonisolated", "mutating", "override", "distributed",
  ]

  private static func declaration(in source: SourceText, line: Int) -> Declaration? {
    let range = source.range(ofLine: line)
    var words = Words(source.code[range])
    var modifiers: [String] = []
    while let word = words.next() {
      if modifierWords.contains(word) || word.hasPrefix("@") {
        modifiers.append(word)
      } else if let kind = keywords[word] {
        // `class func` declares a function, `import struct X.Y` imports `X`.
        guard var name = words.next() else { return nil }
        if kind == .reference, name == "func" || name == "var" { return nil }
        if kind == .importing, keywords[name] != nil, let module = words.next() { name = module }
        return Declaration(kind: kind, name: name, modifiers: modifiers, line: line)
      } else {
        return nil
      }
    }
    return nil
  }
}

/// The words of a line, with the dots and the `@` that belong to them; ends at any other sign but spaces.
private struct Words {
  private var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    rest = line
  }

  mutating func next() -> String? {
    while let first = rest.first, first == .space { rest.removeFirst() }
    let word = rest.prefix { $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "@") }
    guard !word.isEmpty else { return nil }
    rest.removeFirst(word.count)
    // The arguments of an attribute or a modifier, as in `private(set)`, belong to it.
    if rest.first == .openParenthesis, let close = rest.firstIndex(of: .closeParenthesis) {
      rest = rest[(close + 1)...]
    }
    return String(decoding: word, as: UTF8.self)
  }
}
