import JournalModel
import Letters
import Receivables
import Schedule

/// Which approvals the messages of one customer have, and which are to be asked for.
///
/// An approval is for what was shown: the invoices, the balances, the words. To be compared with what would be sent today,
/// a message is written once more as of the day on which it was shown; so the passing of days changes nothing, and all
/// else does.
struct ApprovalRound {
  private let customer: CustomerID
  private let open: [ReviewItem]
  /// Places of parts whose approval is missing.
  private(set) var missing: Set<Int> = []
  private(set) var wantsAnotherRound = false
  private var kept: Set<Int64> = []
  private var asked: [Proposal] = []
  private var lapsed: [Int64: String] = [:]

  /// - Parameter used: The approval on which a claim rests that is looked at again: it is done by being used, and good for
  ///   that claim all the same.
  init(_ customer: CustomerID, _ journal: JournalState, used: Int64? = nil) {
    self.customer = customer
    var items = journal.openItems(of: customer)
    if let used, !items.contains(where: { $0.number == used }) {
      items += journal.review.filter { $0.number == used }
    }
    open = items.filter { item in
      if case .approval = item.kind { true } else { false }
    }
  }

  /// Looks whether the messages that need an approval have one; those that have none are decided without their parts in
  /// another round.
  mutating func look(at messages: [Message], _ run: Run, _ start: CustomerStart) {
    wantsAnotherRound = false
    for message in messages where message.needsApproval {
      if isApproved(message, run, start) { continue }
      for part in message.parts where part.step.needsApproval {
        if missing.insert(part.place).inserted { wantsAnotherRound = true }
      }
    }
  }

  private mutating func isApproved(_ message: Message, _ run: Run, _ start: CustomerStart) -> Bool {
    let parts = Set(message.parts.map { start.account.receivables[$0.place].id })
    for item in open {
      guard case .approval(let proposal) = item.kind, Set(proposal.parts.map(\.id)) == parts else { continue }
      guard let content = content(message.dated(item.day, run.settings.plan, start.account), run, start)
      else { return false }
      if content.digest == proposal.content {
        kept.insert(item.number)
        return item.isApproved
      }
      lapsed[item.number] = "what would be sent has changed"
    }
    if let content = content(message, run, start) {
      asked.append(
        Proposal(
          content: content.digest, parts: content.parts, alsoListed: content.alsoListed, total: message.total,
          tone: run.settings.plan.tones[message.tone], to: message.to.email, subject: content.letter.subject,
          text: content.letter.text))
    }
    return false
  }

  private func content(_ message: Message, _ run: Run, _ start: CustomerStart) -> MessageContent? {
    do throws(LetterError) {
      return try MessageContent(message, run.settings.plan, start.account, start.state)
    } catch {
      run.report.unwritten.append((customer, error.description))
      return nil
    }
  }

  /// The approval on which a message rests; nil where it needs none.
  func approval(for message: Message, _ account: Account) -> Int64? {
    guard message.needsApproval else { return nil }
    let parts = Set(message.parts.map { account.receivables[$0.place].id })
    return open.first { item in
      guard case .approval(let proposal) = item.kind, kept.contains(item.number) else { return false }
      return Set(proposal.parts.map(\.id)) == parts
    }?.number
  }

  /// What is asked for and what lapses.
  func events(_ run: Run, _ start: CustomerStart, isOpenDay: Bool) -> [JournalEvent] {
    var events: [JournalEvent] = []
    for item in open {
      guard case .approval(let proposal) = item.kind, !kept.contains(item.number) else { continue }
      if let reason = lapsed[item.number] ?? change(proposal, start.account) {
        events.append(run.event(.owner(.approvalLapsed(item.number, reason: reason)), customer))
      }
    }
    for proposal in asked { events.append(run.event(.owner(.approvalAsked(proposal)), customer)) }
    return events
  }

  /// What became of the invoices of a proposal that nothing proposes today; nil where they are as they were.
  private func change(_ proposal: Proposal, _ account: Account) -> String? {
    for part in proposal.parts {
      guard let now = account.receivables.first(where: { $0.id == part.id }) else {
        return "an invoice of it is no longer in the books"
      }
      if now.balance != part.balance { return "an invoice of it has another balance" }
      if now.isDisputedByBooks { return "an invoice of it is disputed" }
    }
    return nil
  }
}
