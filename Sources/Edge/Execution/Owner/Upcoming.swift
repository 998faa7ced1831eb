import Receivables
import Schedule

/// A message that leaves on one of the next days if nothing changes.
struct Upcoming: Sendable {
  let day: Day
  let customer: Customer
  let parts: [ReceivableID]
  let tier: String
  let tone: String
  let total: Money
  let to: String

  /// What it is known by: whom, and which tier of which invoices.
  var key: String {
    ([customer.id.text] + parts.map { "\($0)" } + [tier]).joined(separator: " ")
  }

  init(_ message: Message, _ account: Account, _ plan: Plan) {
    day = message.day
    customer = account.customer
    parts = message.parts.map { account.receivables[$0.place].id }
    tier = plan.tiers[message.step.tier].name
    tone = plan.tones[message.tone]
    total = message.total
    to = message.to.email
  }

  /// What leaves of a customer on the open days up to `last`, if nothing changes; messages that wait for the owner's approval
  /// are none of it, for the owner knows them.
  ///
  /// - Parameters:
  ///   - decision: Of today: the days go on from its state.
  ///   - addresses: With the messages of today.
  static func find(
    _ plan: Plan, _ account: Account, after decision: Decision, _ addresses: AddressLog, today: Day,
    through last: Day
  ) -> [Upcoming] {
    guard var next = decision.nextDay, next <= last else { return [] }
    var found: [Upcoming] = []
    var state = decision.state
    var addresses = addresses
    while next <= last {
      for event in brokenPromises(account, state, on: next, lookedOn: today) { evolve(&state, event) }
      let later = decide(plan, account, state, addresses, on: next)
      for message in later.messages {
        addresses.note(message.to.email, on: next, isThanks: message.isThanks)
        if !message.needsApproval, !message.isThanks { found.append(Upcoming(message, account, plan)) }
      }
      state = later.state
      guard let following = later.nextDay else { break }
      next = following
    }
    return found
  }
}
