/// Types that other targets see and that have no doc comment.
enum UndocumentedTypes {
  static func findings(in source: SourceText) -> [Finding] {
    Declaration.all(in: source).filter { declaration in
      declaration.kind.isType
        && (declaration.modifiers.contains("package") || declaration.modifiers.contains("public"))
        && !isDocumented(declaration, in: source)
    }.map { declaration in
      Finding(
        path: source.path, line: declaration.line + 1,
        message: "`\(declaration.name)` has no doc comment")
    }
  }

  /// True if the line above, attributes left aside, is one of a doc comment.
  private static func isDocumented(_ declaration: Declaration, in source: SourceText) -> Bool {
    var line = declaration.line - 1
    while line >= 0, source.trimmedLine(line).hasPrefix("@") { line -= 1 }
    return line >= 0 && source.trimmedLine(line).hasPrefix("///")
  }
}
