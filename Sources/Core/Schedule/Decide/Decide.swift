import CEL
import PolicyModel
import Receivables

/// What a plan does about one customer on one day.
///
/// Pure and total: no clock, file, network, randomness or global; what could fail was settled by
/// `PlanCompiler`. `simulate` and `execute` both decide with this function and hold no rule of their own.
///
/// - Parameters:
///   - account: What the books say at this moment.
///   - state: All events up to this moment, those of the day included, and messages of earlier days.
///     `state.parts` and `account.receivables` are about the same parts.
///   - addresses: Messages to addresses that the customer shares with others, and closed addresses.
///   - today: The day in the business's time zone.
///   - approvals: Which parts may be written about whose tier needs the owner's approval.
///   - memory: Of the same account, from an earlier day; nil begins anew.
/// - Returns: Events, messages, flags and silences; nothing where the customer cannot be reached at all.
/// - Complexity: O(parts × steps) and one evaluation of each condition a part.
/// Source: policy language, section 5, steps 1 to 10 in their order.
package func decide(
  _ plan: Plan, _ account: Account, _ state: consuming State, _ addresses: AddressLog, on today: Day,
  approvals: Approvals = .given, memory: CustomerMemory? = nil
) -> Decision {
  var decision = Decision(state: state)
  decide(
    plan, memory ?? CustomerMemory(plan, account), addresses, on: today, approvals: approvals, &decision)
  return decision
}

/// The same where day follows day.
///
/// - Parameters:
///   - memory: Of the account as the books have it at this moment.
///   - decision: Of the day before; its state, changed by what has happened since, is the one to go on with. It makes
///     room for the decision of `today`.
package func decide(
  _ plan: Plan, _ memory: CustomerMemory, _ addresses: AddressLog, on today: Day, approvals: Approvals,
  _ decision: inout Decision
) {
  let parts = decision.state.parts.count
  precondition(
    parts == memory.account.receivables.count, "a state is about the parts of its account")
  decision.clear()
  memory.facts.turn(to: today, decision.state)
  var decider = Decider(plan, addresses, today, approvals, memory)
  decider.swapRoom(with: &decision)
  decider.decide()
  decider.swapRoom(with: &decision)
}

/// The first person with a usable address that is not closed, of the first role that has one.
package func recipient(_ plan: Plan, _ customer: Customer, role: Int, _ addresses: AddressLog) -> Person? {
  recipientPlace(plan, customer, role: role, addresses).map { customer.people[$0] }
}

/// The place of that person in `customer.people`.
func recipientPlace(_ plan: Plan, _ customer: Customer, role: Int, _ addresses: AddressLog) -> Int? {
  for name in plan.roles[role].fallback {
    for place in customer.people.indices
    where customer.people[place].role == name && customer.people[place].hasUsableAddress
      && !addresses.isClosed(customer.people[place].email)
    {
      return place
    }
  }
  return nil
}

/// True if some tier of some schedule finds somebody to write to; a customer without is skipped.
package func canBeReached(_ plan: Plan, _ customer: Customer) -> Bool {
  let noneClosed = AddressLog()
  return plan.roles.indices.contains { role in
    plan.isAddressed(role) && recipient(plan, customer, role: role, noneClosed) != nil
  }
}

extension Plan {
  /// True if a tier goes `to` that role.
  fileprivate func isAddressed(_ role: Int) -> Bool {
    schedules.contains { $0.steps.contains { $0.to == role } }
  }
}

/// One day of one customer: the working state of `decide`. There is one of it, so that events change the state
/// where it is.
struct Decider: ~Copyable {
  let plan: Plan
  let today: Day
  let approvals: Approvals
  /// What was found so far; its state is the one that the day goes on with.
  var decision: Decision
  var addresses: AddressLog
  /// Why each part is quiet, by place.
  var reasons: [SilenceReason?] = []
  /// The same before step 5.
  var held: [SilenceReason?] = []
  var open: [Int] = []
  /// The parts that reached a step and may be written about.
  var reached: [ReachedStep] = []
  /// The schedule in force today; nil where no segment could be chosen.
  var schedule: Int?
  let memory: CustomerMemory

  init(
    _ plan: Plan, _ addresses: AddressLog, _ today: Day, _ approvals: Approvals, _ memory: CustomerMemory
  ) {
    self.plan = plan
    self.today = today
    self.approvals = approvals
    self.addresses = addresses
    self.memory = memory
    memory.desk.clear(for: memory.account.receivables.count)
    decision = Decision(state: State(partCount: 0))
  }

  /// As the books have it.
  var account: Account {
    @inline(__always) _read { yield memory.account }
  }

  /// Takes the decision to go on with, and the room that there is; at the end gives both back.
  mutating func swapRoom(with decision: inout Decision) {
    swap(&self.decision, &decision)
    swap(&memory.desk.reasons, &reasons)
    swap(&memory.desk.held, &held)
    swap(&memory.desk.open, &open)
    swap(&memory.desk.reached, &reached)
  }

  mutating func decide() {
    findOpen()
    if let terms = plan.charges, terms.whenPrincipalPaid != .waive { flagChargesLeftOpen() }
    guard !open.isEmpty else {
      if decision.state.movedTo != nil { happen(.scheduleEnded) }
      var next = NextDay(after: today)
      next.considerRest(self)
      thank(&next)
      decision.nextDay = next.day
      return
    }
    holdWhatCreditCovers()  // step 1
    let segment = chooseSegment()  // step 2
    escalate()  // step 3
    if case .undecided(let reason) = segment {
      for place in open where reasons[place] == nil { reasons[place] = reason }
    }
    holdWithoutRate()
    for place in open where reasons[place] == nil { reasons[place] = obstacle(place) }  // step 4
    var next = NextDay(after: today)
    if case .segment(let number) = segment {
      let schedule = decision.state.movedTo ?? plan.segments[number].schedule
      self.schedule = schedule
      for place in reasons.indices { held[place] = reasons[place] }
      findReachedSteps(on: schedule, &next)  // steps 5 and 6
      if !reached.isEmpty {
        if plan.calendar.isOpen(today) {
          send(segment: number)  // steps 7 to 9
        } else {
          next.consider(plan.calendar.openDay(onOrAfter: today))
        }
      }
      next.considerSent(self, on: schedule)
    }
    thank(&next)
    next.considerState(self)
    decision.nextDay = next.day
    for place in open {
      if let reason = reasons[place] {
        decision.silences.append(Silence(place: place, reason: reason, source: source(of: reason, place)))
      }
    }
  }

  /// Records an event and lives with its consequence from here on.
  mutating func happen(_ event: Event) {
    decision.events.append(event)
    evolve(&decision.state, event)
  }

  private mutating func findOpen() {
    account.receivables.appendOpen(on: today, to: &open)
  }

  // Step 1: money that is not allocated is set, currency by currency, against the undisputed parts, the oldest
  // due first; a part that it covers wholly is held.
  private mutating func holdWhatCreditCovers() {
    for credit in account.credits where credit.minorUnits > 0 {
      var rest = credit.minorUnits
      var mine: [Int] = []
      for place in open
      where account.receivables[place].balance.currency == credit.currency && !isDisputed(place) {
        mine.append(place)
      }
      let parts = account.receivables
      mine.sort { (parts[$0].due, $0) < (parts[$1].due, $1) }
      for place in mine {
        let balance = account.receivables[place].balance.minorUnits
        if rest >= balance { reasons[place] = .unallocatedMoney }
        rest -= min(rest, balance)
      }
    }
  }

  /// What step 2 found: a segment, or why none could be chosen.
  enum Choice {
    case segment(Int)
    case undecided(SilenceReason)
  }

  // Step 2: the first match, afresh each day.
  func chooseSegment() -> Choice {
    for number in plan.segments.indices {
      let segment = plan.segments[number]
      guard let condition = segment.condition else { return .segment(number) }
      switch memory.facts.verdict(onSegment: number, segment, condition) {
      case .holds: return .segment(number)
      case .fails: continue
      case .noRate, .customerLacksRate: return .undecided(.noRate)
      case .broken: return .undecided(.conditionFailed)
      }
    }
    return .undecided(.conditionFailed)
  }

  // A rule or `min_balance` without the part's rate holds the part, every day.
  private mutating func holdWithoutRate() {
    if plan.limits.minBalance == nil || !memory.lacksRates { return }
    for place in open where reasons[place] == nil && isSmall(place) == nil { reasons[place] = .noRate }
  }

  // Step 4: disputed, then the hold, then the pause that began first.
  private func obstacle(_ place: Int) -> SilenceReason? {
    if isDisputed(place) { return .disputed }
    for hold in decision.state.holds where hold.parts?.contains(place) ?? true { return hold.reason }
    for pause in decision.state.pauses
    where pause.first <= today && today <= pause.last && (pause.parts?.contains(place) ?? true) {
      return pause.reason
    }
    return reviewIsOverdue ? .heldByReview : nil
  }

  /// A flag that was not looked at in time stops reminders until the owner has looked.
  var reviewIsOverdue: Bool {
    guard let review = plan.review, let since = decision.state.unseenFlagSince else { return false }
    return today > plan.calendar.adding(review.overdueAfter, to: since)
  }

  func isDisputed(_ place: Int) -> Bool {
    account.receivables[place].isDisputedByBooks || decision.state.parts[place].isDisputedByReply
  }

  /// Strictly below `min_balance`; nil where that hangs on a missing rate.
  func isSmall(_ place: Int) -> Bool? { memory.isSmall(place) }

  /// Where a part stands on the ladder of a schedule.
  func standing(of place: Int, on schedule: Int) -> Ladder.Standing {
    memory.standing(of: place, decision.state.parts[place].sent, on: schedule, today)
  }

  /// So soon after its issue that no message names it.
  func isFresh(_ place: Int) -> Bool {
    guard let span = plan.limits.afterIssue else { return false }
    return today < plan.calendar.adding(span, to: account.receivables[place].issued)
  }
}

/// What a condition says, or why it says nothing.
enum Verdict {
  case holds, fails
  /// The part's own amount lacks a rate.
  case noRate
  /// A fact of the customer lacks a rate.
  case customerLacksRate
  /// The condition failed on this data: a key that is missing, a division by zero.
  case broken

  init(_ condition: Program, _ reader: FactReader) {
    do throws(EvaluationError) {
      self = try condition.evaluateBool(reader) ? .holds : .fails
    } catch .noRate {
      self = .noRate
    } catch .factUnavailable(FactReader.customerLacksRate) {
      self = .customerLacksRate
    } catch {
      self = .broken
    }
  }
}
