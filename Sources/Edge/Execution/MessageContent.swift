import JournalModel
import Letters
import Receivables
import Schedule

/// A message that was decided, with its words and what is claimed of it.
struct MessageContent {
  let message: Message
  let letter: Letter
  let html: String?
  let parts: [Claim.Part]
  let alsoListed: [ReceivableID]
  /// Digest of all that the customer would see, and whom it goes to: the same content, the same digest.
  let digest: String
  /// Digest of subject and text alone.
  let words: String

  /// - Parameters:
  ///   - account: By which it was decided.
  ///   - state: Before the message.
  /// - Throws: `LetterError` where a value of the letter is missing.
  init(_ message: Message, _ plan: Plan, _ account: Account, _ state: State) throws(LetterError) {
    self.message = message
    let writer = LetterWriter(plan, account, state, message)
    letter = try writer.letter().get()
    html = try writer.html().get()
    parts = message.parts.map { part in
      let receivable = account.receivables[part.place]
      func money(_ units: Int64) -> Money {
        Money(minorUnits: units, currency: receivable.balance.currency)
      }
      return Claim.Part(
        id: receivable.id, tier: plan.tiers[part.step.tier].name, level: part.step.level,
        position: part.step.position, deadline: part.deadline, balance: receivable.balance,
        charges: part.charges.map { [money($0.interest), money($0.compensation)] })
    }
    alsoListed = message.alsoListed.map { account.receivables[$0].id }
    words = Digest.of([letter.subject, letter.text])
    var content = [
      account.customer.id.text, plan.tones[message.tone], message.language, message.step.channelText,
      message.to.email, "\(message.total)", letter.subject, letter.text,
    ]
    content += message.cc.map(\.email)
    content += parts.map { "\($0.id.number)\u{1F}\($0.id.instalment)\u{1F}\($0.tier)\u{1F}\($0.balance)" }
    content += message.alsoListed.map {
      "\(account.receivables[$0].id)\u{1F}\(account.receivables[$0].balance)"
    }
    digest = Digest.of(content)
  }
}
