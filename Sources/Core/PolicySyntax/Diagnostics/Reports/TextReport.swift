/// Draws findings for a terminal: header, place, source lines with marks, notes and help.
package struct TextReport: Sendable {
  private let map: SourceMap
  private let hasColour: Bool

  /// - Parameter hasColour: Whether ANSI colours are used; the characters are the same with and without.
  package init(_ map: SourceMap, hasColour: Bool = false) {
    self.map = map
    self.hasColour = hasColour
  }

  /// All findings, sorted, with an empty line between two; an empty text for none.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    map.sorted(diagnostics).map(render).joined(separator: "\n")
  }

  /// One finding; ends with a line end.
  package func render(_ diagnostic: Diagnostic) -> String {
    var out = header(diagnostic)
    let excerpts = excerpts(diagnostic)
    let edited = diagnostic.help.flatMap { EditedLines($0, map) }
    let numbers = excerpts.flatMap { $0.lines.map(\.number) } + (edited?.lines.map(\.number) ?? [])
    let margin = String(numbers.max() ?? 1).count
    let blank = String(repeating: " ", count: margin)
    for (index, excerpt) in excerpts.enumerated() {
      let start = index == 0 ? map.start(of: diagnostic.span) : place(excerpt)
      let arrow = index == 0 ? "-->" : ":::"
      out += "\(blank)\(paint(arrow, .gutter)) \(excerpt.file.path):\(start.line):\(start.column)\n"
      out += "\(blank) \(paint("|", .gutter))\n"
      out += draw(excerpt, margin, diagnostic.severity)
    }
    if !diagnostic.notes.isEmpty { out += "\(blank) \(paint("|", .gutter))\n" }
    for note in diagnostic.notes {
      out += "\(blank) \(paint("=", .gutter)) \(paint("note", .strong)): \(Self.printable(note))\n"
    }
    if let help = diagnostic.help { out += draw(help, edited, margin) }
    return out
  }

  private func header(_ diagnostic: Diagnostic) -> String {
    let severity = paint(diagnostic.severity.rawValue, .severity(diagnostic.severity))
    let message = paint(": \(Self.printable(diagnostic.message))", .strong)
    return "\(severity)\(message) [\(diagnostic.rule.name)]\n"
  }

  private func excerpts(_ diagnostic: Diagnostic) -> [Excerpt] {
    var primary = Excerpt(map[diagnostic.span.file])
    primary.mark(diagnostic.span, isPrimary: true, text: diagnostic.label ?? "")
    var others: [(file: FileID, excerpt: Excerpt)] = []
    for label in diagnostic.labels {
      if label.span.file == diagnostic.span.file {
        primary.mark(label.span, isPrimary: false, text: label.text)
      } else if let index = others.firstIndex(where: { $0.file == label.span.file }) {
        others[index].excerpt.mark(label.span, isPrimary: false, text: label.text)
      } else {
        var excerpt = Excerpt(map[label.span.file])
        excerpt.mark(label.span, isPrimary: false, text: label.text)
        others.append((label.span.file, excerpt))
      }
    }
    return [primary] + others.map(\.excerpt)
  }

  private func place(_ excerpt: Excerpt) -> Position {
    let offset = excerpt.lines.first?.marks.first?.range.lowerBound ?? 0
    return excerpt.file.position(at: offset)
  }

  private func draw(_ excerpt: Excerpt, _ margin: Int, _ severity: Severity) -> String {
    var out = ""
    var last: Int?
    for (number, marks) in excerpt.lines {
      if let last, number > last + 2 { out += paint("...", .gutter) + "\n" }
      last = number
      let (source, rows) = Excerpt.draw(excerpt.file, number, marks)
      out += line(number, source, margin)
      for row in rows {
        var text = ""
        var column = 0
        for part in row.parts.sorted(by: { $0.column < $1.column }) where part.column >= column {
          text += String(repeating: " ", count: part.column - column)
          text += paint(Self.printable(part.text), part.isPrimary ? .severity(severity) : .gutter)
          column = part.column + DisplayWidth.of(Self.printable(part.text))
        }
        out += gutter(margin) + text + "\n"
      }
    }
    return out
  }

  private func draw(_ help: Help, _ edited: EditedLines?, _ margin: Int) -> String {
    var text = Self.printable(help.text)
    if edited == nil {
      switch help.applicability {
      case .machineApplicable: text += " [machine applicable]"
      case .maybeIncorrect: text += " [maybe incorrect]"
      case .none: break
      }
    }
    var out = "\(paint("help", .help)): \(text)\n"
    guard let edited else { return out }
    out += "\(String(repeating: " ", count: margin)) \(paint("|", .gutter))\n"
    for edited in edited.lines {
      out += line(edited.number, edited.text, margin)
      guard edited.width > 0 else { continue }
      out += gutter(margin) + String(repeating: " ", count: edited.column)
      out += paint(String(repeating: "~", count: edited.width), .help) + "\n"
    }
    return out
  }

  private func line(_ number: Int, _ text: String, _ margin: Int) -> String {
    let digits = String(number)
    let padding = String(repeating: " ", count: margin - digits.count)
    return paint("\(padding)\(digits) |", .gutter) + (text.isEmpty ? "" : " \(text)") + "\n"
  }

  private func gutter(_ margin: Int) -> String {
    String(repeating: " ", count: margin) + " " + paint("|", .gutter) + " "
  }

  private enum Paint {
    case severity(Severity)
    case gutter
    case strong
    case help

    var code: String {
      switch self {
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.note): "1;36"
      case .gutter: "1;34"
      case .strong: "1"
      case .help: "1;32"
      }
    }
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    hasColour ? "\u{1B}[\(paint.code)m\(text)\u{1B}[0m" : text
  }

  /// What a policy's words may not do to a terminal: control characters become U+FFFD.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
