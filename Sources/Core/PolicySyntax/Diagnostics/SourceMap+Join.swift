extension SourceMap {
  /// Takes in the files of another run, and gives its findings with the numbers that the files have here.
  package mutating func take(_ diagnostics: [Diagnostic], of other: SourceMap) -> [Diagnostic] {
    let numbers = other.fileIDs.map { add(path: other[$0].path, bytes: other[$0].bytes) }
    func moved(_ span: Span) -> Span {
      let place = Int(span.file.number)
      return numbers.indices.contains(place)
        ? Span(file: numbers[place], start: span.start, end: span.end) : span
    }
    return diagnostics.map { found in
      Diagnostic(
        found.rule, severity: found.severity, message: found.message, at: moved(found.span),
        label: found.label,
        labels: found.labels.map { Label(span: moved($0.span), text: $0.text) }, notes: found.notes,
        help: found.help.map { help in
          Help(
            help.text, edits: help.edits.map { Edit(span: moved($0.span), replacement: $0.replacement) },
            applicability: help.applicability)
        })
    }
  }
}
