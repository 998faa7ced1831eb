import Receivables
import Schedule

// Mails, and what a person said of them.
extension JournalState {
  mutating func apply(_ happening: MailHappening, _ event: JournalEvent, _ number: Int64) {
    switch happening {
    case .heard(let mail):
      mails.hear(mail, event, number)
      if mail.isShown { raise(.mail(from: mail.from, subject: mail.subject), event, number) }
    case .mailboxRead(let position): mails.reach(position)
    case .corrected(let mail, let kind, let effects):
      undo(mail)
      mails.correct(mail, as: kind, effects: effects, number)
    }
  }

  /// The instant of the first claim: nothing before it can be an answer; nil where nothing was ever claimed.
  package var firstClaim: Instant? { claims.values.map(\.at).min() }

  /// The last message to a customer that stands; nil where there is none.
  package func lastReminder(of customer: CustomerID) -> ClaimRecord? {
    guard let number = lastMessage(of: customer) else { return nil }
    for entry in histories[customer] ?? [] where entry.number == number {
      if case .sent(let claim, _) = entry.kind { return claims[claim.key] }
    }
    return nil
  }

  /// True where the message came back already.
  package func hasReturned(_ record: ClaimRecord) -> Bool {
    (histories[record.customer] ?? []).contains { $0.kind == .returned(entry: record.number) }
  }

  /// Ends all that came of a mail, as if it had not been heard.
  private mutating func undo(_ mail: Int64) {
    for place in review.indices where review[place].mail == mail || review[place].number == mail {
      review[place].isDone = true
      review[place].isSeen = true
    }
    for address in closedBy.filter({ $0.value == mail }).keys {
      closedAddresses.remove(address)
      closedBy[address] = nil
    }
    guard let customer = mails.record(mail)?.customer, let entries = histories[customer] else { return }
    let promises = entries.filter(\.isPromise)
    var kept: [HistoryEntry] = []
    for entry in entries {
      if case .policy(.promiseBroken(let promise)) = entry.kind, promises.indices.contains(promise),
        promises[promise].mail == mail
      {
        for place in review.indices where review[place].number == entry.number { review[place].isDone = true }
        continue
      }
      guard entry.mail == mail else {
        kept.append(entry)
        continue
      }
      // Promises are counted in their order: one that was none leaves an empty one behind.
      if entry.isPromise {
        kept.append(
          HistoryEntry(
            number: entry.number, day: entry.day,
            kind: .policy(.promised(named: [], granted: [], pause: nil)), mail: mail))
      }
      if case .returned(let number) = entry.kind,
        let record = claims.values.first(where: { $0.number == number })
      {
        addressed[record.claim.to, default: []].append(
          (record.day, number, record.claim.purpose == .thanks))
      }
    }
    histories[customer] = kept
  }
}

extension HistoryEntry {
  fileprivate var isPromise: Bool { if case .policy(.promised) = kind { true } else { false } }
}
