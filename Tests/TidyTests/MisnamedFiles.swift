/// Files that are not named after what they hold.
///
/// `Policy.swift` holds a type `Policy`, or a function or constant `policy`; `Policy+Reading.swift` an extension of
/// `Policy`, or of a type in it.
enum MisnamedFiles {
  static func findings(in source: SourceText) -> [Finding] {
    if source.name == "main" || source.name == "Package" { return [] }
    let parts = source.name.split(separator: "+", maxSplits: 1).map(String.init)
    let declarations = Declaration.all(in: source)
    if parts.count == 2 {
      let extended = declarations.filter { $0.kind == .addition }.flatMap { $0.name.split(separator: ".") }
      guard !extended.contains(where: { $0 == parts[0] }) else { return [] }
      return [Finding(path: source.path, line: 1, message: "no extension of `\(parts[0])` in it")]
    }
    let isNamed = declarations.contains { declaration in
      switch declaration.kind {
      case .structure, .enumeration, .reference, .actor, .abstraction, .alias: declaration.name == source.name
      case .function: declaration.name.lowercased() == source.name.lowercased()
      case .addition, .importing: false
      }
    }
    guard !isNamed, !declaresConstant(source) else { return [] }
    return [Finding(path: source.path, line: 1, message: "nothing in it is named `\(source.name)`")]
  }

  /// True for a file that adds one constant to a type: `extension Rule { static let duplicateKey = … }`.
  private static func declaresConstant(_ source: SourceText) -> Bool {
    source.offsets(of: "static let", inCode: true).contains { offset in
      let name = source.code[(offset + "static let ".utf8.count)...].prefix { $0.isWord }
      return String(decoding: name, as: UTF8.self).lowercased() == source.name.lowercased()
    }
  }
}
