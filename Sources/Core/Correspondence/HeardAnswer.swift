package import JournalModel
package import PolicyModel
package import Receivables
package import Replies
import Schedule

/// What the journal is to take from a mail: one thing.
package enum HeardAnswer: Sendable, Equatable {
  case answered(GivenAnswer)
  /// A message came back: the one of that key, from the address to which it went.
  ///
  /// Where the key is nil it is the last one to the customer; `address` nil means where that went.
  case returned(key: String?, address: String?, isHard: Bool)
  /// A copy came back for good; the message itself did not.
  case addressFailed(String)
  /// The owner has to read it; nothing else follows.
  case flagged(Response.Kind)
}

/// What follows from a mail for the customer whose it is.
///
/// Nothing in a mail can release, approve or mark anything as paid. What is not understood goes to the owner, and what is
/// understood only where it is certain whose it is.
package struct AnswersHeard: Sendable {
  /// A day of return further ahead than this is for the owner: nobody asked for a silence of months.
  package static let longestAbsence = 90
  /// The most words of a mail that stand with an answer in the journal, in bytes.
  private static let wordBytes = 300

  /// In the order in which they count: the gravest first.
  package let answers: [HeardAnswer]

  /// - Parameters:
  ///   - owner: Whose the mail is.
  ///   - account: What the books say of that customer.
  ///   - wasReturned: The message that it answers had come back before.
  ///   - day: Today.
  package init(
    _ mail: Understanding, _ owner: MailOwner, _ account: Account, wasReturned: Bool, on day: Day
  ) {
    if let bounce = mail.bounce {
      answers = AnswersHeard.returned(bounce, owner, wasReturned: wasReturned)
      return
    }
    var reader = AnswerSelection(mail: mail, owner: owner, account: account, day: day)
    answers = reader.read()
  }

  private static func returned(
    _ bounce: Understanding.Bounce, _ owner: MailOwner, wasReturned: Bool
  ) -> [HeardAnswer] {
    guard bounce.weight != .none, !wasReturned else { return [] }
    guard let claim = owner.answered?.claim else { return [.flagged(.bounce)] }
    let isHard = bounce.weight == .hard && owner.isCertain
    if let failed = bounce.recipient?.lowercased(), failed != claim.to.lowercased(),
      let copy = claim.copies.first(where: { $0.lowercased() == failed })
    {
      return isHard ? [.addressFailed(copy), .flagged(.bounce)] : [.flagged(.bounce)]
    }
    // Of an address behind a forwarding one the books know nothing: it is the message's own that failed.
    return [.returned(key: claim.key, address: claim.to, isHard: isHard)]
  }

  fileprivate static func words(_ mail: Understanding, _ decision: String) -> String? {
    let found = mail.grounds.filter { $0.decision == decision }.map(\.words)
    guard let first = found.first ?? mail.grounds.first?.words else { return nil }
    return String(decoding: first.utf8.prefix(wordBytes), as: UTF8.self)
  }
}

/// Chooses what follows from what a person or a program wrote.
private struct AnswerSelection {
  let mail: Understanding
  let owner: MailOwner
  let account: Account
  let day: Day

  mutating func read() -> [HeardAnswer] {
    if mail.intents.contains(.spam) { return mail.needsPerson ? [.flagged(.reply)] : [] }
    var found: [HeardAnswer] = []
    for intent in mail.intents {
      if let answer = answer(intent), !found.contains(answer) { found.append(answer) }
    }
    let isProgram = mail.kind != .person
    if isProgram {
      if found.isEmpty, mail.needsPerson || mail.contactChange != nil { return [.flagged(.reply)] }
      return found
    }
    let isOpen = mail.intents.contains { [.unclear, .question, .contactChange].contains($0) }
    if found.isEmpty || isOpen && !found.contains(where: \.isReply) { found.append(other()) }
    return found
  }

  /// The answer that an intent stands for; nil where it is a `reply` or nothing.
  private func answer(_ intent: Understanding.Intent) -> HeardAnswer? {
    let isProgram = mail.kind != .person
    switch intent {
    case .stop: return isProgram ? nil : given(.stop, [])
    case .dispute: return isProgram ? nil : given(.dispute, mail.dispute?.invoices ?? [])
    case .promise:
      guard !isProgram else { return nil }
      // Without a day there is nothing to wait for.
      guard let promise = mail.promise, let date = promise.date else { return other() }
      return given(.promise, promise.invoices, promised: date)
    case .claimsPaid: return isProgram ? nil : given(.claimsPaid, [])
    case .outOfOffice:
      let returns = mail.outOfOfficeUntil
      if let returns, returns - day > AnswersHeard.longestAbsence { return .flagged(.reply) }
      return given(.outOfOffice, [], returns: returns)
    case .request: return isProgram ? nil : owner.isCertain ? given(.request, []) : other()
    case .contactChange, .question, .thanks, .spam, .unclear: return nil
    }
  }

  /// What a person wrote and no rule acts on.
  private func other() -> HeardAnswer {
    // Somebody who has been reminded may write about other things: then the owner sees it and reminders go on.
    owner.isCertain
      ? .answered(GivenAnswer(kind: .reply, words: AnswersHeard.words(mail, mail.primary.rawValue)))
      : .flagged(.reply)
  }

  private func given(
    _ kind: Response.Kind, _ invoices: [String], promised: Day? = nil, returns: Day? = nil
  ) -> HeardAnswer {
    .answered(
      GivenAnswer(
        kind: kind, invoices: narrowed(invoices), promised: promised, returns: returns,
        words: AnswersHeard.words(mail, kind.rawValue)))
  }

  /// The invoices of the account that are meant; none where all that were reminded are, or none is known.
  private func narrowed(_ invoices: [String]) -> [String] {
    let known = invoices.filter { !account.places(named: $0).isEmpty }
    let reminded = Set(owner.answered?.claim.numbers ?? [])
    return !reminded.isEmpty && reminded.isSubset(of: known) ? [] : known
  }
}

extension HeardAnswer {
  /// True for what counts as a `reply` unless the policy says more.
  fileprivate var isReply: Bool {
    switch self {
    case .answered(let answer): answer.kind == .reply || answer.kind.isReplyUnlessWritten
    case .flagged: true
    case .returned, .addressFailed: false
    }
  }
}

extension Claim {
  /// The numbers of all invoices that the message names, each once.
  package var numbers: [String] {
    var numbers: [String] = []
    for id in parts.map(\.id) + alsoListed where !numbers.contains(id.number) { numbers.append(id.number) }
    return numbers
  }
}
