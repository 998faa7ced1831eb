import PolicySyntax

/// Findings that say the same of several places: a name that leads nowhere is one mistake, however often it is used.
enum Cascade {
  /// The rules whose findings are about a name, and not about the place where it stands.
  private static let rules: Set<Rule> = [UnresolvedReference.rule, TemplateMistake.rule]
  /// Further places that are shown.
  private static let shown = 4

  /// How `TemplateMistake` begins where a partial is missing.
  private static let missingPartial = "no partial is called "

  /// The findings, those of one name as one: the first, with the other places and with what mends them all. Where many
  /// partials are missing, the line is that opens them.
  static func cut(_ found: [Diagnostic]) -> [Diagnostic] {
    let kept = joinedByName(found)
    let missing = kept.filter { $0.rule == TemplateMistake.rule && $0.message.hasPrefix(missingPartial) }
      .sorted { ($0.span.file, $0.span.start) < ($1.span.file, $1.span.start) }
    guard missing.count > 2, let first = missing.first else { return kept }
    let names = missing.map { String($0.message.dropFirst(missingPartial.count + 1).dropLast()) }
    let one = Diagnostic(
      first.rule, message: "no partials are called \(Nearest.list(names))", at: first.span,
      labels: missing.dropFirst().prefix(shown).map { Label(span: $0.span, text: "nor like this") },
      help: Help("write them under `partials:`"))
    return kept.filter { !missing.contains($0) } + [one]
  }

  private static func joinedByName(_ found: [Diagnostic]) -> [Diagnostic] {
    var places: [String: [Diagnostic]] = [:]
    for finding in found where rules.contains(finding.rule) {
      places[finding.message, default: []].append(finding)
    }
    if places.values.allSatisfy({ $0.count == 1 }) { return found }
    return found.compactMap { finding in
      guard rules.contains(finding.rule), let all = places[finding.message], all.count > 1 else {
        return finding
      }
      let sorted = Set(all.map(\.span)).sorted { ($0.file, $0.start) < ($1.file, $1.start) }
      guard sorted.count > 1 else { return finding }
      return finding.span == sorted[0] ? joined(finding, all, Array(sorted.dropFirst())) : nil
    }
  }

  private static func joined(_ first: Diagnostic, _ all: [Diagnostic], _ others: [Span]) -> Diagnostic {
    let hidden = others.count - shown
    var edits: [Edit] = []
    for edit in all.flatMap({ $0.help?.edits ?? [] }) where !edits.contains(edit) { edits.append(edit) }
    return Diagnostic(
      first.rule, severity: first.severity, message: first.message, at: first.span, label: first.label,
      labels: first.labels + others.prefix(shown).map { Label(span: $0, text: "and here") },
      notes: first.notes + (hidden > 0 ? ["and in \(hidden) more \(hidden == 1 ? "place" : "places")"] : []),
      help: first.help.map { Help($0.text, edits: edits, applicability: $0.applicability) },
      facts: first.facts)
  }
}
