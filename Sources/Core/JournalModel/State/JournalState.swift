import PolicyModel
import Receivables
import Schedule

/// What all events of a journal come to: their fold, `events.reduce(apply)`, and nothing else.
package struct JournalState: Sendable {
  /// The number of the last event; 0 for an empty journal.
  package private(set) var lastNumber: Int64 = 0
  /// When the first event was; nil for an empty journal.
  package private(set) var beganAt: Instant?
  /// By key.
  package private(set) var claims: [String: ClaimRecord] = [:]
  /// What decisions hang on, by customer, in order.
  package internal(set) var histories: [CustomerID: [HistoryEntry]] = [:]
  /// What the books said when they were last read, by customer.
  package private(set) var balances: [CustomerID: SeenBalances] = [:]
  /// What keeps whose invoices quiet since the last day that said so, by customer.
  package private(set) var quiet: [CustomerID: [Quiet]] = [:]
  /// The day on which it was first read that the collection of a part failed.
  package private(set) var failedCollections: [CustomerID: [ReceivableID: Day]] = [:]
  /// Parts that are no longer in the books.
  package private(set) var vanished: [CustomerID: [ReceivableID: Money]] = [:]
  /// The days of the messages to an address that stand, with the numbers of their claims.
  package internal(set) var addressed: [String: [(day: Day, number: Int64, isThanks: Bool)]] = [:]
  /// Addresses that take no mail any more.
  package internal(set) var closedAddresses: Set<String> = []
  /// In order of number; those that are done too.
  package internal(set) var review: [ReviewItem] = []
  /// The places in `review` of what is about a customer.
  private var reviewPlaces: [CustomerID: [Int]] = [:]
  package private(set) var notes: [CustomerID: [(day: Day, text: String)]] = [:]
  /// The last policy that was in force.
  package private(set) var policy: (digest: String, name: String)?
  /// True if another policy came into force since the last message that was sent.
  package private(set) var policyChangedSinceSent = false
  package private(set) var lastTotals: BooksTotals?
  /// The day on which the books were last looked at and decided by.
  package private(set) var lookedOn: Day?
  package private(set) var lastRun: (start: RunStart, at: Instant, isEnded: Bool)?
  /// The most messages in one run that the owner agreed to since the last run that sent something.
  package private(set) var approvedBatch: Int?
  package private(set) var lastDigest: (day: Day, at: Instant)?
  package private(set) var backupToldOn: Day?
  /// True if an item became overdue since somebody was told that items are.
  package private(set) var hasUntoldOverdue = false
  /// The day of the last letter to the owner of a kind.
  package private(set) var ownerToldOn: [OwnerNotice: Day] = [:]
  package private(set) var forewarned: Set<String> = []
  /// True once any message was sent.
  package private(set) var hasSent = false
  /// How often a set of parts and tiers of a customer was refused for now, and when first; by `slots`.
  private var attempts: [String: (count: Int, first: Day)] = [:]

  /// What is known of the mails that came in.
  package internal(set) var mails = MailMemory()
  /// The mail that closed an address, by the number of its event.
  var closedBy: [String: Int64] = [:]

  package init() {}

  /// The key of the message whose claim has that number; nil where there is none.
  /// - Complexity: O(claims).
  package func key(ofEntry number: Int64) -> String? { claims.first { $0.value.number == number }?.key }

  /// The claims of which nothing final is known, in order of number.
  package var unsettled: [ClaimRecord] {
    claims.values.filter(\.status.isUnsettled).sorted { $0.number < $1.number }
  }

  /// What waits for the owner about a customer, in order of number.
  package func openItems(of customer: CustomerID) -> [ReviewItem] {
    (reviewPlaces[customer] ?? []).map { review[$0] }.filter { !$0.isDone }
  }

  /// Takes in the next event.
  ///
  /// - Parameter number: Its number in the journal, above that of all events before.
  package mutating func apply(_ event: JournalEvent, number: Int64) {
    lastNumber = number
    if beganAt == nil { beganAt = event.at }
    switch event.what {
    case .message(let happening): apply(happening, event, number)
    case .answer(let happening): apply(happening, event, number)
    case .policy(let happening): apply(happening, event, number)
    case .owner(let happening): apply(happening, event, number)
    case .books(let happening): apply(happening, event, number)
    case .run(let happening): apply(happening, event, number)
    case .mail(let happening): apply(happening, event, number)
    }
  }

  private mutating func note(_ kind: HistoryEntry.Kind, _ event: JournalEvent, _ number: Int64) {
    guard let customer = event.customer else { return }
    histories[customer, default: []].append(
      HistoryEntry(number: number, day: event.day, kind: kind, mail: mails.cause(of: number)))
  }

  mutating func raise(
    _ kind: ReviewItem.Kind, _ event: JournalEvent, _ number: Int64, invoice: String? = nil
  ) {
    if let customer = event.customer { reviewPlaces[customer, default: []].append(review.count) }
    review.append(
      ReviewItem(
        number: number, at: event.at, day: event.day, customer: event.customer, invoice: invoice,
        source: event.source, kind: kind, mail: mails.cause(of: number)))
  }

  private mutating func change(_ number: Int64, _ change: (inout ReviewItem) -> Void) {
    // Most items that change are recent.
    if let place = review.lastIndex(where: { $0.number == number }) { change(&review[place]) }
  }
}

// Messages.
extension JournalState {
  private mutating func apply(_ happening: MessageHappening, _ event: JournalEvent, _ number: Int64) {
    switch happening {
    case .claimed(let claim):
      guard let customer = event.customer else { return }
      claims[claim.key] = ClaimRecord(
        number: number, at: event.at, day: event.day, customer: customer, claim: claim, status: .claimed)
      if let approval = claim.approval { change(approval) { $0.isDone = true } }
    case .handedOver(let key): claims[key]?.status = .handedOver
    case .voided(let key, _):
      if let approval = claims[key]?.claim.approval { change(approval) { $0.isDone = false } }
      claims[key]?.status = .voided
    case .sent(let key, _, let refused):
      claims[key]?.status = .sent
      stand(key, isUnknown: false)
      if !refused.isEmpty {
        let invoice = claims[key]?.claim.parts.first.map { "\($0.id)" }
        raise(.refusedCopies(key: key, refused), event, number, invoice: invoice)
      }
    case .refused(let key, let refusal): refuse(key, refusal, event, number)
    case .unknown(let key, let reason):
      claims[key]?.status = .unknown(reason: reason)
      stand(key, isUnknown: true)
      let invoice = claims[key]?.claim.parts.first.map { "\($0.id)" }
      raise(.unknownSend(key: key, reason: reason), event, number, invoice: invoice)
    case .resolved(let key, let wasSent): resolve(key, wasSent, event, number)
    }
  }

  /// From here on the message counts.
  private mutating func stand(_ key: String, isUnknown: Bool) {
    guard let record = claims[key] else { return }
    hasSent = true
    approvedBatch = nil
    policyChangedSinceSent = false
    histories[record.customer, default: []].append(
      HistoryEntry(
        number: record.number, day: record.day, kind: .sent(record.claim, isUnknown: isUnknown)))
    addressed[record.claim.to, default: []].append(
      (record.day, record.number, record.claim.purpose == .thanks))
  }

  private mutating func refuse(
    _ key: String, _ refusal: Refusal, _ event: JournalEvent, _ number: Int64
  ) {
    guard let record = claims[key] else { return }
    claims[key]?.status = .refused(refusal)
    if let approval = record.claim.approval { change(approval) { $0.isDone = false } }
    if refusal.isTemporary {
      let slots = Self.slots(of: record.customer, record.claim)
      attempts[slots] = ((attempts[slots]?.count ?? 0) + 1, attempts[slots]?.first ?? event.day)
      return
    }
    if let address = refusal.closedAddress {
      closedAddresses.insert(address)
    } else {
      note(.failed(parts: record.claim.parts.map(\.id)), event, number)
    }
    raise(
      .failedSend(key: key, reply: refusal.reply), event, number,
      invoice: record.claim.parts.first.map { "\($0.id)" })
  }

  /// How often the parts and tiers of a claim were refused for now, and when first; nil where they never were.
  package func attempts(of customer: CustomerID, _ claim: Claim) -> (count: Int, first: Day)? {
    attempts[Self.slots(of: customer, claim)]
  }

  /// Two customers may have invoices of one number.
  private static func slots(of customer: CustomerID, _ claim: Claim) -> String {
    "\(customer.text)\u{1D}\(claim.slotsText)"
  }

  private mutating func resolve(
    _ key: String, _ wasSent: Bool, _ event: JournalEvent, _ number: Int64
  ) {
    guard let record = claims[key], case .unknown = record.status else { return }
    claims[key]?.status = .resolved(wasSent: wasSent)
    note(.resolved(entry: record.number, wasSent: wasSent), event, number)
    if !wasSent { addressed[record.claim.to]?.removeAll { $0.number == record.number } }
    for place in review.indices {
      if case .unknownSend(key, _) = review[place].kind { review[place].isDone = true }
    }
  }
}

// Answers, and what the policy made of them.
extension JournalState {
  private mutating func apply(_ happening: AnswerHappening, _ event: JournalEvent, _ number: Int64) {
    switch happening {
    case .answered(let answer):
      if answer.kind != .outOfOffice { note(.answered, event, number) }
    case .returned(let key, let address, let isHard):
      if isHard { close(address, number) }
      let entry = key.flatMap { claims[$0]?.number } ?? lastMessage(of: event.customer)
      if let entry {
        note(.returned(entry: entry), event, number)
        addressed[address]?.removeAll { $0.number == entry }
      }
    case .addressFailed(let address): close(address, number)
    case .paid: note(.answered, event, number)
    }
  }

  private mutating func close(_ address: String, _ number: Int64) {
    guard closedAddresses.insert(address).inserted else { return }
    if let mail = mails.cause(of: number) { closedBy[address] = mail }
  }

  /// The claim of the last message to a customer that stands.
  func lastMessage(of customer: CustomerID?) -> Int64? {
    var standing: [Int64] = []
    for entry in customer.flatMap({ histories[$0] }) ?? [] {
      switch entry.kind {
      case .sent: standing.append(entry.number)
      case .returned(let number), .resolved(let number, wasSent: false): standing.removeAll { $0 == number }
      default: break
      }
    }
    return standing.last
  }

  private mutating func apply(_ happening: PolicyHappening, _ event: JournalEvent, _ number: Int64) {
    if case .keptQuiet(let quiet) = happening {
      // It comes of what is known already, and no decision hangs on it.
      if let customer = event.customer { self.quiet[customer] = quiet.isEmpty ? nil : quiet }
      return
    }
    note(.policy(happening), event, number)
    switch happening {
    case .fired(let rule, let invoice, let actions):
      raise(.rule(rule, actions: actions), event, number, invoice: invoice)
    case .flagged(let flag, let part): raise(.ownFlag(flag), event, number, invoice: "\(part)")
    case .responseFlagged(let kind, let invoice): raise(.answer(kind), event, number, invoice: invoice)
    case .promiseBroken: raise(.promiseBroken, event, number)
    case .pauseBegan, .holdBegan, .disputed, .settled, .promised, .lapsed, .scheduleMoved, .scheduleEnded,
      .keptQuiet:
      break
    }
  }
}

// The owner, the books, and runs.
extension JournalState {
  private mutating func apply(_ happening: OwnerHappening, _ event: JournalEvent, _ number: Int64) {
    switch happening {
    case .held(let invoice, _): note(.held(invoice: invoice), event, number)
    case .released(let until, _):
      note(.released(until: until), event, number)
      finish(event.customer) { item in
        switch item.kind {
        case .rule, .ownFlag, .answer, .promiseBroken, .failedSend, .refusedCopies, .question: true
        case .approval, .unknownSend, .vanished, .mail: false
        }
      }
    case .approvalAsked(let proposal):
      raise(.approval(proposal), event, number, invoice: proposal.parts.first.map { "\($0.id)" })
    case .approvalGiven(let item):
      change(item) {
        $0.isApproved = true
        $0.isSeen = true
      }
    case .approvalLapsed(let item, _):
      change(item) {
        $0.isApproved = false
        $0.isDone = true
      }
    case .seen(let item): change(item) { $0.isSeen = true }
    case .cleared(let item, let until): clear(item, until, event, number)
    case .noted(let text):
      if let customer = event.customer { notes[customer, default: []].append((event.day, text)) }
    case .wroteByHand(let address):
      note(.wroteByHand(address: address), event, number)
      if let address { addressed[address, default: []].append((event.day, number, false)) }
    case .batchApproved(let messages): approvedBatch = messages
    }
  }

  private mutating func finish(_ customer: CustomerID?, where isMeant: (ReviewItem) -> Bool) {
    guard let customer else { return }
    for place in reviewPlaces[customer] ?? [] where !review[place].isDone && isMeant(review[place]) {
      review[place].isDone = true
      review[place].isSeen = true
    }
  }

  private mutating func clear(_ item: Int64, _ until: Day?, _ event: JournalEvent, _ number: Int64) {
    guard let found = review.last(where: { $0.number == item }) else { return }
    if case .rule(let rule, _) = found.kind {
      note(.cleared(rule: rule, invoice: found.invoice, until: until), event, number)
    }
    change(item) {
      $0.isDone = true
      $0.isSeen = true
    }
  }

  private mutating func apply(_ happening: BooksHappening, _ event: JournalEvent, _ number: Int64) {
    switch happening {
    case .seen(let totals):
      lastTotals = totals
      lookedOn = event.day
    case .balancesSeen(let seen):
      if let customer = event.customer { balances[customer] = seen }
    case .vanished(let part, let balance):
      guard let customer = event.customer else { return }
      vanished[customer, default: [:]][part] = balance
      raise(.vanished(balance: balance), event, number, invoice: "\(part)")
    case .cameBack(let part):
      guard let customer = event.customer else { return }
      vanished[customer]?[part] = nil
      finish(customer) { item in
        if case .vanished = item.kind { item.invoice == "\(part)" } else { false }
      }
    case .doubted(let what): raise(.question(what), event, number)
    case .collectionFailed(let part):
      if let customer = event.customer { failedCollections[customer, default: [:]][part] = event.day }
    }
  }

  private mutating func apply(_ happening: RunHappening, _ event: JournalEvent, _ number: Int64) {
    switch happening {
    case .began(let start): lastRun = (start, event.at, false)
    case .ended: lastRun?.isEnded = true
    case .policyInForce(let digest, let name):
      policyChangedSinceSent = policy != nil
      policy = (digest, name)
    case .digestSent: lastDigest = (event.day, event.at)
    case .reviewOverdue(let item):
      change(item) { $0.isOverdue = true }
      hasUntoldOverdue = true
    case .backupTold:
      backupToldOn = event.day
      hasUntoldOverdue = false
    case .ownerTold(let notice, let items):
      ownerToldOn[notice] = event.day
      for item in items { change(item) { $0.isTold = true } }
    case .forewarned(let keys): forewarned = Set(keys)
    }
  }
}

extension Claim {
  /// The parts and tiers that it claims, as one name.
  package var slotsText: String {
    parts.map { "\($0.id.number)\u{1F}\($0.id.instalment)\u{1F}\($0.tier)" }.joined(separator: "\u{1E}")
  }
}
