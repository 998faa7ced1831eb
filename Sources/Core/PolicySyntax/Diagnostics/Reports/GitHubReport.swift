/// Findings as workflow commands of GitHub Actions, one a line: they appear beside the changed lines.
///
/// Source: GitHub's documentation, "Workflow commands for GitHub Actions".
package struct GitHubReport: Sendable {
  private let map: SourceMap

  /// A report over the files of a map.
  package init(_ map: SourceMap) {
    self.map = map
  }

  /// All findings, sorted; an empty text for none.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    map.sorted(diagnostics).map { command($0) + "\n" }.joined()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    let name =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let start = map.start(of: diagnostic.span)
    let end = map.end(of: diagnostic.span)
    var properties = [
      "file=\(property(map[diagnostic.span.file].path))", "line=\(start.line)", "col=\(start.column)",
    ]
    // GitHub takes an end column only for a finding on one line.
    if end.line == start.line, end.column > start.column {
      properties += ["endLine=\(end.line)", "endColumn=\(end.column)"]
    }
    properties.append("title=\(property(diagnostic.rule.name))")
    let help = diagnostic.help.map { "\nhelp: \($0.text)" } ?? ""
    return "::\(name) \(properties.joined(separator: ","))::\(message(diagnostic.message + help))"
  }

  private func message(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private func property(_ text: String) -> String {
    // By scalars: a sign that is joined to a colon would hide it.
    message(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
