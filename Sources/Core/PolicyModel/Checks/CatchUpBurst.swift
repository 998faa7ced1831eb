import PolicySyntax

/// DN410: debts that are older than several tiers, and nobody has said how the policy begins with them.
enum CatchUpBurst {
  static let rule = Rule(
    id: "DN410", name: "catch-up-burst", severity: .warning, title: "old debts, and no word on how to begin",
    page: #"""
      Looked at with `duly validate --books DIR`: these books have invoices for which the days of two or more tiers have long
      come. When the policy is switched on they are all written to at once, and the policy does not say which letter that is.

      - `catch_up: spread` begins with the first reminder and keeps the days between the tiers: nobody who never heard a
        word gets a last demand. It is what Duly does where nothing is said.
      - `catch_up: latest` takes the highest tier whose day has come: for customers who were reminded by hand already.

      To mend it, write the one that is meant into `limits:`. The first run over old debts asks before anything leaves, whichever it is.
      """#,
    triggering: #"""
      limits:
        min_gap: 4 days
      """#,
    passing: #"""
      limits:
        min_gap: 4 days
        catch_up: spread
      """#)

  /// At most one finding: the policy says nothing, and the books have debts so old.
  static func diagnostic(_ limits: Limits, _ look: BooksLook) -> Diagnostic? {
    guard !limits.saysCatchUp, look.late.customers > 0 else { return nil }
    let customers = look.late.customers
    let invoices = look.late.invoices
    return Diagnostic(
      rule,
      message: (customers == 1 ? "1 customer owes" : "\(customers) customers owe")
        + (invoices == 1 ? " an invoice that is" : " \(invoices) invoices that are")
        + " late for two tiers or more, and nothing says how to begin",
      at: limits.catchUp.span, notes: [look.note],
      help: Help("write `catch_up: spread` (from the first reminder on) or `catch_up: latest` into `limits:`")
    )
  }
}
