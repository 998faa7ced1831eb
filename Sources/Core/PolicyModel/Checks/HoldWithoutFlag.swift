import PolicySyntax

/// DN603: a rule that stops reminders and tells nobody.
enum HoldWithoutFlag {
  static let rule = Rule(
    id: "DN603", name: "hold-without-flag", severity: .error, title: "escalation that holds and tells nobody",
    page: #"""
      This rule stops reminders and tells nobody. A hold stays until a person releases it; one that nobody knows of is a
      customer who never hears from you again.

      To mend it, add `flag`, `notify` or a `task` beside the `hold`.
      """#,
    triggering: #"""
      escalations:
        - name: large
          when: customer.balance >= 5000
          do: hold
      """#,
    passing: #"""
      escalations:
        - name: large
          when: customer.balance >= 5000
          do: [hold, flag]
      """#)

  /// - Parameter isWhole: False where an action could not be read: it may be the one that is missing.
  static func diagnostic(_ actions: [Located<Escalation.Action>], of fields: Fields, isWhole: Bool)
    -> Diagnostic?
  {
    var hold: Span?
    for action in actions {
      switch action.value {
      case .flag, .notify, .task: return nil
      case .holdCustomer, .holdInvoice: hold = hold ?? action.span
      case .schedule: break
      }
    }
    guard let hold, isWhole else { return nil }
    return Diagnostic(
      rule, message: "\(fields.title) holds and tells nobody", at: hold,
      labels: [Label(span: fields.place, text: "in \(fields.title)")],
      help: Help("add `flag`, `notify` or a `task`"))
  }
}
