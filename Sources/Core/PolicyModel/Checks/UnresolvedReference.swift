import PolicySyntax

/// DN106: a name that nothing has.
enum UnresolvedReference {
  static let rule = Rule(
    id: "DN106", name: "unresolved-reference", severity: .error, title: "unresolved reference",
    page: """
      A name is used that nothing in the policy has: a schedule, a tone, a tier, a role, a calendar of holidays or an
      included file. On the day it was needed there would be nothing to send, or nobody to send it to, so it is
      settled now.

      Roles other than `billing` need an order of fallback under `recipients`, such as
      `approver: [approver, director, billing]`, so that a customer without an approver still has somebody to write
      to.

      To mend it, correct the name or define what it names.
      """,
    triggering: """
      segments:
        - { name: everyone, schedule: standart, tone: friendly }
      """,
    passing: """
      segments:
        - { name: everyone, schedule: standard, tone: friendly }
      """)

  /// - Parameter kind: With its article, `a schedule`.
  static func diagnostic(_ name: Located<String>, _ kind: String, _ known: [String]) -> Diagnostic {
    let noun = kind.split(separator: " ").dropFirst().joined(separator: " ")
    return Diagnostic(
      rule, message: "no \(noun) is called `\(name.value)`", at: name.span,
      help: near(name, kind, known)
        ?? Help(
          known.isEmpty ? "define \(kind) of this name" : "the policy has \(Nearest.list(unique(known)))"))
  }

  static func role(_ role: Located<String>, _ known: [String]) -> Diagnostic {
    Diagnostic(
      rule, message: "the role `\(role.value)` has no order of fallback", at: role.span,
      help: near(role, "a role", known + ["billing"])
        ?? Help("add `\(role.value): [\(role.value), billing]` under `recipients`"))
  }

  static func calendar(_ node: Node, _ name: String, _ shipped: [String]) -> Diagnostic {
    if shipped.contains(name) {
      return Diagnostic(
        rule, message: "the calendar `\(name)` cannot be read", at: node.span,
        help: Help("mend the file of this calendar, or leave it out"))
    }
    if name.hasPrefix(".") || name.contains("/") {
      return Diagnostic(
        rule, message: "the calendar file `\(name)` cannot be read", at: node.span,
        help: Help(
          "correct the path: it counts from the folder of the policy, and the file ends in `.yaml` or `.ics`")
      )
    }
    return Diagnostic(
      rule, message: "no calendar is called `\(name)`", at: node.span,
      help: nearCalendar(node, NearestCalendar.names(to: name, among: shipped))
        ?? Help(
          "Duly comes with \(Nearest.list(shipped)); a file of your own is written `./NAME.yaml` or `./NAME.ics`"
        ))
  }

  /// - Parameter noun: `table of compensation`.
  static func chargeTable(_ node: Node, _ name: String, _ noun: String, _ shipped: [String]) -> Diagnostic {
    if name.hasPrefix(".") || name.contains("/") {
      return Diagnostic(
        rule, message: "the \(noun) `\(name)` cannot be read", at: node.span,
        help: Help("correct the path: it begins with `./` and counts from the folder of the policy"))
    }
    let near = Nearest.name(to: name, among: shipped).map { "a \(noun) with a similar name exists: `\($0)`" }
    return Diagnostic(
      rule, message: "no \(noun) is called `\(name)`", at: node.span,
      help: Help(
        near ?? "Duly comes with \(Nearest.list(shipped)); a file of your own is written `./NAME.yaml`"))
  }

  private static func nearCalendar(_ node: Node, _ near: [String]) -> Help? {
    guard let first = near.first else { return nil }
    guard near.count == 1 else { return Help("calendars that may be meant: \(Nearest.list(near))") }
    return Help(
      "a calendar that may be meant: `\(first)`", edits: [Edit(span: node.span, replacement: first)],
      applicability: .maybeIncorrect)
  }

  static func include(_ failure: PolicySources.IncludeFailure) -> Diagnostic {
    Diagnostic(
      rule, message: failure.message, at: failure.span, help: Help("correct the path, or delete the line"))
  }

  private static func near(_ name: Located<String>, _ kind: String, _ known: [String]) -> Help? {
    Nearest.name(to: name.value, among: Array(known.prefix(PolicySize.comparedNames))).map { near in
      Help(
        "\(kind) with a similar name exists: `\(near)`", edits: [Edit(span: name.span, replacement: near)],
        applicability: .maybeIncorrect)
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
