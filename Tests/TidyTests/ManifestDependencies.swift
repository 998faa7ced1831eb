/// The dependencies between targets that `Package.swift` states.
enum ManifestDependencies {
  /// Target → names of the targets it depends on, for the calls of `core`, `edge` and `.executableTarget`.
  static func read(_ manifest: String) -> [String: [String]] {
    let source = SourceText(path: "Package.swift", manifest)
    var found: [String: [String]] = [:]
    for call in ["core(\"", "edge(\"", ".executableTarget("] {
      // Quotes stay in the code, what is in them does not: a call is found in the code, its names in the bytes.
      let beginning = call.hasSuffix("\"") ? String(call.dropLast()) : call
      for offset in source.offsets(of: beginning, inCode: true) {
        let names = literals(in: source, from: offset + beginning.utf8.count)
        guard let target = names.first else { continue }
        found[target] = Array(names.dropFirst())
      }
    }
    return found
  }

  /// The strings up to the parenthesis that closes the call.
  private static func literals(in source: SourceText, from start: Int) -> [String] {
    var depth = 1
    var offset = start
    var literals: [String] = []
    var opening: Int?
    while offset < source.code.count, depth > 0 {
      switch source.code[offset] {
      case .openParenthesis: depth += 1
      case .closeParenthesis: depth -= 1
      case .quote:
        if let start = opening {
          literals.append(String(decoding: source.bytes[(start + 1)..<offset], as: UTF8.self))
          opening = nil
        } else {
          opening = offset
        }
      default: break
      }
      offset += 1
    }
    return literals
  }
}
