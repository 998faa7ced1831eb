import PolicyModel
import Receivables

/// What came from outside about one customer.
package enum Answer: Sendable {
  /// A reply. `invoice` is the number or part that it names; `parts` what that means in the account.
  case reply(Response.Kind, invoice: String?, parts: [Int], promised: Day?, returns: Day?)
  /// A payment was set against an invoice and left these parts open; empty where it left none.
  case payment(invoice: String?, leftOpen: [Int])
  /// The last message came back.
  case bounce
  case release
}

/// What an answer leads to under a plan: events for `evolve`, and flags for the owner.
///
/// - Parameters:
///   - account: After the payment, where the answer is one.
///   - state: Before the answer.
///   - day: The day of the answer, in the business's time zone.
/// Source: policy language, section 5 step 4.
package func respond(
  _ plan: Plan, _ account: Account, _ state: State, to answer: Answer, on day: Day
) -> (events: [Event], flags: [Flag]) {
  var responder = Responder(plan: plan, account: account, state: state, day: day)
  switch answer {
  case .release:
    responder.events.append(.released())
  case .bounce:
    responder.events.append(.bounced)
    responder.apply(.bounce, parts: nil, invoice: nil, promised: nil, returns: nil)
  case .payment(let invoice, let leftOpen):
    responder.events.append(.answered(on: day))
    if let invoice { responder.settle(account.places(named: invoice)) }
    if !leftOpen.isEmpty {
      responder.apply(.partialPayment, parts: leftOpen, invoice: invoice, promised: nil, returns: nil)
    }
  case .reply(let kind, let invoice, let parts, let promised, let returns):
    responder.reply(plan.response(to: kind).0, invoice, parts, promised, returns)
  }
  return (responder.events, responder.flags)
}

/// The promises whose pause ended since the day before yesterday, or since another day, with an invoice of them open: one
/// event each, before anything else happens today.
///
/// - Parameters:
///   - account: As it was when the pause ended: before what comes today.
///   - looked: The day that was last looked at; nil for yesterday.
package func brokenPromises(
  _ account: Account, _ state: State, on today: Day, lookedOn looked: Day? = nil
) -> [Event] {
  if state.promises.isEmpty { return [] }
  let looked = looked ?? today - 1
  var events: [Event] = []
  for (place, promise) in state.promises.enumerated() where !promise.isBroken {
    guard let last = promise.last, looked <= last, last < today else { continue }
    if promise.granted.contains(where: { account.receivables[$0].balance.minorUnits > 0 }) {
      events.append(.promiseBroken(place))
    }
  }
  return events
}

private struct Responder {
  let plan: Plan
  let account: Account
  let state: State
  let day: Day
  var events: [Event] = []
  var flags: [Flag] = []

  mutating func reply(
    _ kind: Response.Kind, _ invoice: String?, _ named: [Int], _ promised: Day?, _ returns: Day?
  ) {
    if kind != .outOfOffice { events.append(.answered(on: day)) }
    if kind == .reply || kind == .outOfOffice {
      return apply(kind, parts: nil, invoice: nil, promised: nil, returns: returns)
    }
    let parts =
      invoice == nil ? account.receivables.indices.filter { account.isOpen($0, on: day) } : named
    if kind == .dispute { events.append(.disputed(parts: parts)) }
    if kind == .promise, let promised, let response = plan.responses[kind.index], response.rule.pause != nil {
      promise(response, invoice, parts, promised)
    } else {
      apply(kind, parts: parts, invoice: invoice, promised: promised, returns: returns)
    }
  }

  /// Notes which of these parts, of which the customer was reminded, are settled now, where the policy thanks for it.
  mutating func settle(_ places: [Int]) {
    guard plan.thanks != nil else { return }
    let settled = places.filter { place in
      account.receivables[place].balance.minorUnits == 0 && account.receivables[place].isKnown
        && !state.parts[place].sent.isEmpty && state.parts[place].settledOn == nil
    }
    if !settled.isEmpty { events.append(.settled(parts: settled, on: day)) }
  }

  /// Holds, pauses and flags as the response says; `parts` nil means the customer.
  mutating func apply(
    _ kind: Response.Kind, parts: [Int]?, invoice: String?, promised: Day?, returns: Day?
  ) {
    guard let response = plan.responses[kind.index] else { return }
    let scope = response.rule.meansCustomer ? nil : parts
    if let hold = response.rule.hold {
      events.append(.holdBegan(Hold(parts: hold == .customer ? nil : scope, reason: .heldByResponse(kind))))
    }
    if let pause = response.rule.pause {
      events.append(.pauseBegan(begin(pause, kind, scope, promised, returns)))
    }
    if response.rule.isFlagged { flag(kind, parts == nil ? nil : invoice, response.source) }
  }

  /// A promise beyond `at_most` or `longest`, or for a past day, does not pause and is flagged.
  private mutating func promise(
    _ response: PlannedResponse, _ invoice: String?, _ named: [Int], _ promised: Day
  ) {
    let tooFar = response.rule.longest.map { promised > plan.calendar.adding($0, to: day) } ?? false
    let granted = named.filter { place in
      let earlier = state.promises.count { $0.named.contains(place) }
      return promised >= day && !tooFar && response.rule.atMost.map { earlier < $0 } ?? true
    }
    var pause: Pause?
    if !granted.isEmpty, let rule = response.rule.pause {
      pause = begin(rule, .promise, response.rule.meansCustomer ? nil : granted, promised, nil)
    }
    events.append(.promised(named: named, granted: granted, pause: pause))
    if response.rule.isFlagged || granted.count < named.count { flag(.promise, invoice, response.source) }
  }

  /// A pause begins with the event and lasts to the end of the day it names.
  private func begin(
    _ pause: Response.Pause, _ kind: Response.Kind, _ parts: [Int]?, _ promised: Day?, _ returns: Day?
  ) -> Pause {
    let last =
      switch pause {
      case .lasting(let span): plan.calendar.adding(span, to: day)
      case .afterPromised(let span): plan.calendar.adding(span, to: promised ?? day)
      case .untilReturn(let otherwise): returns.map { $0 - 1 } ?? plan.calendar.adding(otherwise, to: day)
      }
    return Pause(parts: parts, first: day, last: last, reason: .paused(kind))
  }

  private mutating func flag(_ kind: Response.Kind, _ invoice: String?, _ source: Source) {
    flags.append(Flag(day: day, invoice: invoice, origin: .response(kind), source: source))
  }
}
