import CEL
import PolicySyntax

/// DN212: hours or days of an instant, and no word on whose clock shows them.
enum UnsaidZone {
  static let rule = Rule(
    id: "DN212", name: "unsaid-zone", severity: .warning,
    title: "hours or days of an instant without a time zone",
    page: #"""
      `getHours()`, `getDayOfWeek()` and their like say what a clock shows at an instant, and without a time zone that is a
      clock in UTC: half an hour after midnight in Berlin it is still the day before. Everything else in a policy counts
      in the business's time zone.

      To mend it, name the zone: `getDayOfWeek("Europe/Berlin")`; or say `"UTC"` where that is meant.
      """#,
    triggering: #"""
      segments:
        - name: since-march
          when: timestamp(customer.fields["joined"]).getMonth() == 2
          schedule: gentle
          tone: friendly
        - { name: rest, schedule: standard, tone: friendly }
      """#,
    passing: #"""
      segments:
        - name: since-march
          when: timestamp(customer.fields["joined"]).getMonth("Europe/London") == 2
          schedule: gentle
          tone: friendly
        - { name: rest, schedule: standard, tone: friendly }
      """#)

  static func diagnostics(_ condition: Condition) -> [Diagnostic] {
    look(condition.expression.root, condition)
  }

  private static func look(_ node: Expression, _ condition: Condition) -> [Diagnostic] {
    node.children.flatMap { look($0, condition) } + (diagnostic(node, condition).map { [$0] } ?? [])
  }

  private static func diagnostic(_ node: Expression, _ condition: Condition) -> Diagnostic? {
    guard case .call(let name, let receiver?, let arguments) = node.kind, arguments.isEmpty,
      name.text.hasPrefix("get"), condition.expression.type(of: receiver.id) == .timestamp
    else { return nil }
    return Diagnostic(
      rule, message: "`\(name.text)()` counts in UTC, and not in the business's time zone",
      at: condition.place(of: node),
      help: Help("name the zone: `\(name.text)(\"Europe/Paris\")`, or say `\"UTC\"` where that is meant"))
  }
}
