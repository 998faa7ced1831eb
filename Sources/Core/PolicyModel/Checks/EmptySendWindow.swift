import PolicySyntax

/// DN405: a window of the day that ends before it begins.
enum EmptySendWindow {
  static let rule = Rule(
    id: "DN405", name: "empty-send-window", severity: .error, title: "send window empty",
    page: #"""
      Messages leave inside the window of `calendar.send`, and this one has no minute in it: it ends when or before it
      begins. Nothing could ever be sent. A window does not run over midnight.

      To mend it, write the earlier time first: `mon-fri 09:30-16:30`.
      """#,
    triggering: #"""
      calendar:
        send: mon-fri 16:30-09:30
      """#,
    passing: #"""
      calendar:
        send: mon-fri 09:30-16:30
      """#)

  static func diagnostic(_ node: Node, _ window: String) -> Diagnostic {
    Diagnostic(
      rule, message: "the window `\(window)` ends before it begins", at: node.span,
      help: Help("write the earlier time first"))
  }
}
