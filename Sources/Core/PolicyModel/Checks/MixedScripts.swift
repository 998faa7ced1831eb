import PolicySyntax

/// DN008: a name of letters that look alike and are not.
enum MixedScripts {
  static let rule = Rule(
    id: "DN008", name: "mixed-scripts", severity: .warning, title: "a name mixes letters of two scripts",
    page: #"""
      A name has Latin letters and Cyrillic or Greek ones side by side. Many of them look alike (`a` and `а`), so two names
      that read the same would be different ones, and nobody could see why a segment or a template is not found.

      To mend it, type the name anew, in one script.
      """#,
    triggering: #"""
      segments:
        - { name: "vip-\u0430", when: customer.tagged("vip"), schedule: standard, tone: friendly }
        - { name: rest, when: customer.tagged("trade"), schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      """#,
    passing: #"""
      segments:
        - { name: vip-a, when: customer.tagged("vip"), schedule: standard, tone: friendly }
        - { name: rest, when: customer.tagged("trade"), schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      """#)

  /// Longer ones are no names.
  private static let longest = 100

  /// Every key and every word by itself below a node.
  static func diagnostics(_ node: Node) -> [Diagnostic] {
    switch node.content {
    case .mapping(let entries):
      return entries.flatMap { entry in
        (entry.key.scalar.flatMap { diagnostic($0.text, entry.key.span) }.map { [$0] } ?? [])
          + diagnostics(entry.value)
      }
    case .sequence(let items): return items.flatMap(diagnostics)
    case .scalar(let scalar): return diagnostic(scalar.text, node.span).map { [$0] } ?? []
    }
  }

  private static func diagnostic(_ text: String, _ span: Span) -> Diagnostic? {
    if text.utf8.count > longest || text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    var (latin, other): (Unicode.Scalar?, Unicode.Scalar?)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin = latin ?? scalar
      case 0x370...0x3FF, 0x400...0x52F: other = other ?? scalar
      // Words with blanks between them may each be of a script of their own.
      case 0x20, 0x09, 0x0A: return nil
      default: break
      }
    }
    guard let latin, let other else { return nil }
    let script = other.value < 0x400 ? "Greek" : "Cyrillic"
    return Diagnostic(
      rule, message: "`\(text)` mixes scripts: `\(latin)` is a Latin letter, and `\(other)` a \(script) one",
      at: span, help: Help("type it anew, in one script"))
  }
}
