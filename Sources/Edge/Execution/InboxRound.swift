import Correspondence
import JournalModel
import Mail
import MailReading
import Receivables
import Replies
import Schedule

/// A mail that a round heard.
package struct HeardLine: Sendable {
  package let mail: HeardMail
  /// Nil for a stranger's.
  package let customer: CustomerID?
  /// What the journal took from it.
  package let answers: [HeardAnswer]
}

/// One round of hearing: each new mail is understood, and goes into the journal with all that comes of it, or not at all.
///
/// However often a mail is given, and wherever the round is cut off, it counts once: its identity and the number up to
/// which its mailbox was read are written together with what came of it.
package final class InboxRound {
  private let plan: Plan
  private let session: JournalSession
  private let accounts: [CustomerID: Account]
  private let owners: MailOwners
  private let inbox: Inbox
  private let at: Instant
  private let day: Day
  private let local: (Instant) -> Day
  private let isDryRun: Bool
  private let intake: AnswerIntake
  private var understanding: MailUnderstanding?
  /// Nil where no model is asked; a dry run, which keeps nothing, asks none.
  private let model: ModelRound?

  private var pending: [JournalEvent] = []
  /// The customers about whom something is pending: what comes next about them has to know it.
  private var pendingCustomers: Set<CustomerID> = []
  private var pendingIdentities: Set<String> = []

  /// In the order in which they came in.
  package private(set) var lines: [HeardLine] = []
  package private(set) var flags: [(customer: Customer, flag: Flag)] = []
  /// Mails that were in the journal already, and those that we wrote ourselves.
  package private(set) var passedOver = 0

  /// So many events are written together at most.
  private static let pendingLimit = 400
  /// Bytes of a mail's text that the journal keeps.
  private static let textBytes = 1500
  private static let headBytes = 200
  private static let grounds = 8

  /// - Parameters:
  ///   - accounts: All of the books.
  ///   - local: The day of an instant in the business's time zone.
  ///   - isDryRun: Takes everything in and writes nothing.
  package init(
    _ inbox: Inbox, _ plan: Plan, _ session: JournalSession, accounts: [CustomerID: Account], at: Instant,
    local: @escaping (Instant) -> Day, isDryRun: Bool
  ) {
    self.inbox = inbox
    self.plan = plan
    self.session = session
    self.accounts = accounts
    self.at = at
    self.local = local
    self.isDryRun = isDryRun
    model = isDryRun ? nil : inbox.model.map { ModelRound($0.model, $0.limits) }
    day = local(at)
    let business = plan.business
    var own = [business.sender, business.owner, business.backup].compactMap { $0?.email }
    own += [business.sender, business.owner].compactMap { $0?.replyTo }
    owners = MailOwners(accounts.values.sorted { $0.customer.id < $1.customer.id }, own: own, on: day)
    intake = AnswerIntake(plan, session, at: at, day: day)
  }

  /// What is to be said of the model that was asked: that it was asked no more, or that it quoted what nobody wrote; nil where
  /// there is nothing to say.
  package var remarkOnModel: String? {
    if let failure = model?.failure { return "the model was not asked any more: \(failure)" }
    guard let unusable = model?.unusable, unusable > 0 else { return nil }
    return
      "\(unusable) \(unusable == 1 ? "answer" : "answers") of the model could not be used: they stand on no words of the mail"
  }

  /// What the journal knows, for a source to begin behind it.
  package var journal: JournalState { session.state }

  /// Hears a mail.
  package func hear(_ mail: IncomingMail) throws {
    let identity: String
    let taken = MailReader.read(mail.bytes)
    identity = MailUnderstanding.identity(taken ?? TakenApartMail(headers: [], parts: []), mail.bytes)
    guard !session.state.mails.identities.contains(identity), pendingIdentities.insert(identity).inserted
    else {
      passedOver += 1
      return try reached(mail.place)
    }
    guard let taken else {
      return try add(unreadable(mail, identity), nil, [])
    }
    let reader = try understanding ?? inbox.reader()
    understanding = reader
    let received = mail.received ?? taken.header("Date").flatMap(InboxRound.instant) ?? at
    if let known = owners.findByReference(taken, in: session.state) {
      return try take(known, nil, mail, taken, identity, received, reader)
    }
    let understood = reader.understand(taken, answering: nil, nil, received: min(local(received), day))
    let found = owners.findByWords(
      taken, text: understood.visibleReply, isReport: understood.bounce != nil, in: session.state)
    try take(found, understood, mail, taken, identity, received, reader)
  }

  /// - Parameter stranger: How a mail is understood by whoever does not know what was sent before; nil where its owner is
  ///   known.
  private func take(
    _ finding: MailOwners.Finding, _ stranger: Understanding?, _ mail: IncomingMail, _ taken: TakenApartMail,
    _ identity: String, _ received: Instant, _ reader: MailUnderstanding
  ) throws {
    switch finding {
    case .ours:
      passedOver += 1
      try reached(mail.place)
    case .stranger(let namesInvoice):
      let understood = stranger ?? Understanding(kind: .person)
      let heard = heard(
        mail, taken, identity, received, understood, nil,
        isShown: namesInvoice && understood.kind == .person && understood.primary != .spam, [])
      try add(heard, nil, [])
    case .owner(let owner):
      let account = accounts[owner.customer]
      let understood = reader.understand(
        taken, answering: owner.answered, account, received: min(local(received), day))
      guard let account else {
        let heard = heard(mail, taken, identity, received, understood, owner, isShown: true, [])
        return try add(heard, owner.customer, [])
      }
      if pendingCustomers.contains(owner.customer) { try flush() }
      let answers = AnswersHeard(
        understood, owner, account,
        wasReturned: owner.answered.map { session.state.hasReturned($0) } ?? false, on: day
      ).answers
      let source = EventSource.mail(taken.header("Message-ID").map { InboxRound.short($0) } ?? identity)
      let led = intake.consequences(of: answers, account, session.state, from: source)
      flags += led.flags.map { (account.customer, $0) }
      pending += led.facts
      let heard = heard(
        mail, taken, identity, received, understood, owner, isShown: false, led.effects,
        proposed: ModelRound.isWanted(understood)
          ? model?.proposal(understood, account, received: min(local(received), day)) : nil)
      try add(heard, owner.customer, led.effects, answers)
    }
  }

  /// Notes how far a mailbox was read, where no mail of it does.
  package func reached(_ place: MailboxPosition?) throws {
    guard let place, session.state.mails.positions[place.mailbox] != place else { return }
    pending.append(JournalEvent(at: at, day: day, source: .run, customer: nil, .mail(.mailboxRead(place))))
    if pending.count >= InboxRound.pendingLimit { try flush() }
  }

  /// Writes what is pending.
  package func flush() throws {
    let events = pending.withoutPassedPlaces
    pending = []
    pendingCustomers = []
    pendingIdentities = []
    if isDryRun { _ = session.assume(events) } else { try session.append(events) }
  }

  private func add(
    _ heard: HeardMail, _ customer: CustomerID?, _ effects: [JournalEvent], _ answers: [HeardAnswer] = []
  ) throws {
    pending.append(JournalEvent(at: at, day: day, source: .run, customer: customer, .mail(.heard(heard))))
    pending += effects
    if let customer { pendingCustomers.insert(customer) }
    lines.append(HeardLine(mail: heard, customer: customer, answers: answers))
    if pending.count >= InboxRound.pendingLimit { try flush() }
  }
}

// What the journal keeps of a mail.
extension InboxRound {
  private func heard(
    _ mail: IncomingMail, _ taken: TakenApartMail, _ identity: String, _ received: Instant,
    _ understood: Understanding, _ owner: MailOwner?, isShown: Bool, _ effects: [JournalEvent],
    proposed: MailProposal? = nil
  ) -> HeardMail {
    let grounds = owner == nil ? [] : understood.grounds.prefix(InboxRound.grounds)
    return HeardMail(
      identity: identity, place: mail.place, received: received,
      from: InboxRound.short(MailAddresses.first(in: taken.header("From") ?? "") ?? ""),
      subject: InboxRound.short(taken.header("Subject") ?? ""), ownership: owner?.ownership,
      author: understood.kind.rawValue, primary: understood.primary.rawValue,
      intents: understood.intents.map(\.rawValue),
      grounds: grounds.map { .init(decision: $0.decision, words: InboxRound.short($0.words)) },
      text: owner == nil ? "" : InboxRound.short(understood.visibleReply, InboxRound.textBytes),
      needsPerson: understood.needsPerson, isShown: isShown, proposal: proposed, effects: effects.count)
  }

  private func unreadable(_ mail: IncomingMail, _ identity: String) -> HeardMail {
    HeardMail(
      identity: identity, place: mail.place, received: mail.received, from: "", subject: "", ownership: nil,
      author: "person", primary: "unclear", intents: ["unclear"], grounds: [], text: "", needsPerson: true,
      isShown: false, effects: 0)
  }

  private static func instant(_ date: String) -> Instant? {
    MailTimestamp.seconds(of: date).map { Instant(milliseconds: $0 * 1000) }
  }

  /// The beginning of a text, without control characters but line ends.
  private static func short(_ text: String, _ bytes: Int = headBytes) -> String {
    let kept = String(decoding: text.utf8.prefix(bytes), as: UTF8.self)
    return String(
      String.UnicodeScalarView(
        kept.unicodeScalars.filter { $0 == "\n" || $0.value >= 32 && !(127...159).contains($0.value) }))
  }
}

extension [JournalEvent] {
  /// Without notes of how far a mailbox was read where a later event of it says more.
  fileprivate var withoutPassedPlaces: [JournalEvent] {
    var seen: Set<String> = []
    var kept: [JournalEvent] = []
    for event in reversed() {
      switch event.what {
      case .mail(.mailboxRead(let place)): if !seen.insert(place.mailbox).inserted { continue }
      case .mail(.heard(let mail)): if let place = mail.place { seen.insert(place.mailbox) }
      default: break
      }
      kept.append(event)
    }
    return kept.reversed()
  }
}
