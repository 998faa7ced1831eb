import PolicySyntax

/// A rule that is looked at before anything is sent.
package struct Escalation: Sendable {
  /// What a rule does when it fires.
  package enum Action: Hashable, Sendable {
    case flag
    case holdCustomer
    case holdInvoice
    case notify
    case task(String)
    case schedule(String)

    /// As the contract writes it: `flag`, `hold`, `hold: invoice`, `task: call`, `schedule: firm`.
    package var text: String {
      switch self {
      case .flag: "flag"
      case .holdCustomer: "hold"
      case .holdInvoice: "hold: invoice"
      case .notify: "notify"
      case .task(let name): "task: \(name)"
      case .schedule(let name): "schedule: \(name)"
      }
    }
  }

  package let name: Located<String>
  package let when: Condition
  /// True if it names a fact of one invoice: worked out for each part, fires once for the number.
  package let isPerInvoice: Bool
  /// Not empty, in the order of the file.
  package let actions: [Located<Action>]
  package let note: String?
  package let allowed: [Located<String>]
  package let span: Span

  package init(
    name: Located<String>, when: Condition, isPerInvoice: Bool, actions: [Located<Action>], note: String?,
    allowed: [Located<String>], span: Span
  ) {
    self.name = name
    self.when = when
    self.isPerInvoice = isPerInvoice
    self.actions = actions
    self.note = note
    self.allowed = allowed
    self.span = span
  }
}
