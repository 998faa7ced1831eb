/// Findings as `validate --format json` gives them: the keys and their order are part of the contract.
package struct JSONReport: Sendable {
  private let map: SourceMap

  /// A report over the files of a map.
  package init(_ map: SourceMap) {
    self.map = map
  }

  /// One object with all findings, sorted, and how many policies were read; ends with a line end.
  package func render(
    _ diagnostics: [Diagnostic], policies: Int, layout: JSONWriter.Layout = .compact
  ) -> String {
    var json = JSONWriter(layout: layout)
    json.object {
      $0.member("findings") {
        $0.array(of: map.sorted(diagnostics)) { finding(&$0, $1) }
      }
      $0.member("policies", policies)
    }
    json.endLine()
    return json.text
  }

  private func finding(_ json: inout JSONWriter, _ diagnostic: Diagnostic) {
    json.object {
      $0.member("rule", diagnostic.rule.name)
      $0.member("severity", diagnostic.severity.rawValue)
      $0.member("message", diagnostic.message)
      $0.member("help", diagnostic.help?.text)
      $0.member("location") { location(&$0, diagnostic.span) }
      $0.member("related") {
        $0.array(of: diagnostic.labels) { json, label in
          json.object {
            $0.member("message", label.text)
            $0.member("location") { location(&$0, label.span) }
          }
        }
      }
    }
  }

  private func location(_ json: inout JSONWriter, _ span: Span) {
    json.object {
      $0.member("path", map[span.file].path)
      $0.member("start") { position(&$0, map.start(of: span)) }
      $0.member("end") { position(&$0, map.end(of: span)) }
    }
  }

  private func position(_ json: inout JSONWriter, _ position: Position) {
    json.object {
      $0.member("line", position.line)
      $0.member("column", position.column)
    }
  }
}
