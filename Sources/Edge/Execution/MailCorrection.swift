import Correspondence
import JournalModel
import PolicyModel
import Receivables
import Schedule

/// What a person says that a mail really says.
package struct MailCorrection: Sendable {
  private let mail: HeardRecord
  private let kind: Response.Kind?
  private let invoices: [String]
  private let promised: Day?
  private let returns: Day?

  /// - Parameters:
  ///   - kind: Nil for a mail that asks for nothing.
  ///   - invoices: Empty for all that are open.
  package init(
    mail: HeardRecord, kind: Response.Kind?, invoices: [String] = [], promised: Day? = nil,
    returns: Day? = nil
  ) {
    self.mail = mail
    self.kind = kind
    self.invoices = invoices
    self.promised = promised
    self.returns = returns
  }

  /// Ends what came of the mail, and takes in what it says, together.
  ///
  /// - Parameter account: Nil where the mail is nobody's; then it can say nothing.
  package func apply(
    to session: JournalSession, _ plan: Plan, _ account: Account?, at: Instant, day: Day,
    by person: EventSource
  ) throws {
    func correction(_ effects: Int) -> JournalEvent {
      JournalEvent(
        at: at, day: day, source: person, customer: account?.customer.id,
        .mail(.corrected(mail: mail.number, as: kind?.rawValue ?? "nothing", effects: effects)))
    }
    guard let account, let kind else {
      try session.append([correction(0)])
      return
    }
    // What the mail says now is judged as if it had said nothing before.
    var journal = session.state
    journal.apply(correction(0), number: journal.lastNumber + 1)
    let answer: HeardAnswer =
      kind == .bounce
      ? .returned(key: nil, address: nil, isHard: false)
      : .answered(GivenAnswer(kind: kind, invoices: invoices, promised: promised, returns: returns))
    let led = AnswerIntake(plan, session, at: at, day: day).consequences(
      of: [answer], account, journal, from: person)
    try session.append(led.facts + [correction(led.effects.count)] + led.effects)
  }
}
