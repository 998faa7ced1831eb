import PolicySyntax

/// The texts of `partials`, by name: in a template they stand for what they say, whatever they are called.
struct PartialText {
  private var texts: [String: String] = [:]

  /// - Parameter roots: The trees of a policy's own files.
  init(_ roots: [Node]) {
    for root in roots {
      for entry in root["partials"]?.mapping ?? [] { texts[entry.name] = entry.value.scalar?.text }
    }
  }

  /// What each says, with its name; sorted.
  var all: [(says: String, name: String)] {
    texts.map { (expanded($0.value, depth: 0), $0.key) }.sorted { $0 < $1 }
  }

  /// A template's text with what each partial says, its length before it, in place of the name.
  func expanded(_ text: String) -> String { expanded(text, depth: 0) }

  /// - Parameter depth: How many partials this text is inside of; a policy without errors has none within itself.
  private func expanded(_ text: String, depth: Int) -> String {
    guard depth < texts.count + 1, text.contains("{{") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      result += rest[..<open.upperBound]
      rest = rest[open.upperBound...]
      guard let mark = rest.firstIndex(where: { $0 != " " }), rest[mark] == ">",
        let close = rest.firstRange(of: "}}")
      else { continue }
      let name = String(rest[rest.index(after: mark)..<close.lowerBound].filter { $0 != " " })
      guard let partial = texts[name] else { continue }
      let says = expanded(partial, depth: depth + 1)
      result += "> \(says.utf8.count):\(says)"
      rest = rest[close.lowerBound...]
    }
    return result + rest
  }
}
