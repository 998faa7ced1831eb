import PolicySyntax

/// DN605: an answer after which reminders go on.
enum NoStop {
  static let rule = Rule(
    id: "DN605", name: "no-stop", severity: .warning, title: "an answer that stops nothing",
    page: #"""
      What is paid is never chased, and a disputed invoice is silent whatever the policy says. But a reply, a promise or the
      word that it has been paid stops only what `responses` says, and here it stops nothing: the next reminder leaves on
      its day, to somebody who wrote to you and waits for an answer.

      To mend it, give it a `pause` or a `hold`, or leave the kind out: then the language's own response holds.
      """#,
    triggering: #"""
      responses:
        reply: { flag: true }
      """#,
    passing: #"""
      responses:
        reply: { pause: 5 business days, flag: true }
      """#)

  /// - Parameter response: Nil for a kind that is switched off.
  static func diagnostic(_ kind: Response.Kind, _ response: Response?, _ entry: Entry) -> Diagnostic? {
    switch kind {
    case .reply, .promise, .claimsPaid: break
    case .dispute, .outOfOffice, .bounce, .partialPayment, .paid, .request, .stop: return nil
    }
    guard response?.pause == nil, response?.hold == nil else { return nil }
    return Diagnostic(
      rule, message: "reminders go on after a `\(kind.rawValue)`", at: entry.key.span,
      label: response == nil ? "switched off" : "neither a pause nor a hold",
      help: Help("give it a `pause` or a `hold`, or leave `\(kind.rawValue)` out"))
  }
}
