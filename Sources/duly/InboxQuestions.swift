import Execution
import JournalModel
import PolicyModel
import Receivables

/// Goes through mails that were heard just now, on a terminal: one key says that one of them was understood wrongly.
struct InboxQuestions {
  let house: InboxPlace.House
  let accounts: [CustomerID: Account]
  let person: EventSource

  private static let keys: [(key: Character, intent: InboxCorrect.Intent, words: String)] = [
    ("n", .nothing, "nothing"), ("r", .reply, "reply"), ("p", .promise, "promise"),
    ("d", .dispute, "dispute"), ("c", .claimsPaid, "claims paid"), ("o", .outOfOffice, "out of office"),
    ("a", .request, "asks for something"), ("s", .stop, "stop"), ("b", .bounce, "bounce"),
  ]

  /// Asks about each mail of a customer, until somebody has enough.
  func ask(about records: [HeardRecord], _ names: CustomerNames) throws {
    let theirs = records.filter { $0.customer != nil }
    if theirs.isEmpty { return }
    let choice = Self.keys.map { "\($0.key) \($0.words)" }.joined(separator: "  ")
    let model = theirs.contains { $0.mail.proposal != nil } ? "  m as the model proposes" : ""
    Terminal.writeError("\nIs it so? Enter: yes  q: enough  or what it says: \(choice)\(model)\n")
    for record in theirs {
      Terminal.writeError("\n" + InboxText.line(record, names))
      guard try answer(record) else { return }
    }
  }

  /// Takes the answer about one mail.
  ///
  /// - Returns: False where somebody has enough.
  private func answer(_ record: HeardRecord) throws -> Bool {
    while true {
      Terminal.writeError("     ? ")
      guard let key = Keyboard.key(), key != "q" else {
        Terminal.writeError("\n")
        return false
      }
      if key == "\n" || key == "\r" {
        Terminal.writeError("yes\n")
        return true
      }
      if key == "m", let proposal = record.mail.proposal, let accepted = AcceptedProposal(proposal) {
        Terminal.writeError("as the model proposes\n")
        try correct(record, accepted.intent, accepted.day, proposal.invoices)
        return true
      }
      guard let chosen = Self.keys.first(where: { $0.key == key }) else {
        Terminal.writeError("there is no such key\n")
        continue
      }
      Terminal.writeError("\(chosen.words)\n")
      var day: Day?
      if chosen.intent == .promise || chosen.intent == .outOfOffice {
        Terminal.writeError("     which day (YYYY-MM-DD)? ")
        day = readLine().flatMap { Day(iso: $0.trimmingBlanks) }
        guard day != nil else {
          Terminal.writeError("     that is no day\n")
          continue
        }
      }
      try correct(record, chosen.intent, day)
      return true
    }
  }

  private func correct(
    _ record: HeardRecord, _ intent: InboxCorrect.Intent, _ day: Day?, _ invoices: [String] = []
  ) throws {
    try MailCorrection(
      mail: record, kind: intent.kind, invoices: invoices, promised: intent == .promise ? day : nil,
      returns: intent == .outOfOffice ? day : nil
    ).apply(
      to: house.session, house.plan, record.customer.flatMap { accounts[$0] }, at: house.now,
      day: house.local(house.now), by: person)
  }
}
