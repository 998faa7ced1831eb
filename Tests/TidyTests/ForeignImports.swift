/// Imports that the table of layers does not allow.
enum ForeignImports {
  static func findings(in source: SourceText) -> [Finding] {
    let imports = Declaration.all(in: source).filter { $0.kind == .importing }
    guard let row = ImportTable.row(of: source.path) else {
      return [Finding(path: source.path, line: 1, message: "its folder has no row in ImportTable")]
    }
    return imports.compactMap { declaration in
      let module = String(declaration.name.prefix { $0 != "." })
      guard !row.own.contains(module), !row.outside.contains(module) else { return nil }
      return Finding(
        path: source.path, line: declaration.line + 1, message: "\(row.folder) may not import \(module)")
    }
  }
}
