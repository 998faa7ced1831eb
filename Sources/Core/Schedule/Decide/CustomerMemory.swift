import CEL
import PolicyModel
import Receivables

/// What the days of one customer have worked out that a later day need not work out again: facts, ladders, what
/// rules say, and what is too small to be written about.
///
/// It holds nothing that could not be had from the plan, the account and the state: a decision is the same with one
/// and without. It serves one account; where the books of the account change, another takes its place.
package final class CustomerMemory {
  let facts: FactReader
  /// The days on which time alone changes something about a part that is owed, in any order; ladders and rules have
  /// days of their own.
  let turningDays: [Day]
  /// True if no segment can change by a day or by what was sent.
  let hasSteadySegments: Bool
  private let plan: Plan
  let account: Account
  /// By place. Asked for every open part on every day, so they stand in memory of their own, which needs no check of
  /// who else holds it.
  private let rungs: UnsafeMutableBufferPointer<Rung>
  private let sizes: [Size]
  /// True if how some balance compares with `min_balance` hangs on a missing rate.
  let lacksRates: Bool
  /// Nobody's between two days.
  var desk = DecisionDesk()
  /// What rules said: of each part and then of the customer, rule by rule.
  private let verdicts: UnsafeMutableBufferPointer<KeptVerdict>
  /// For each rule the days on which it is known to fail for every open part.
  private var quietDays: [Range<Day>]
  private let partCount: Int

  /// Where a part stands on its ladder, from the day it was asked to the day on which that can change.
  private struct Rung {
    var standing = Ladder.Standing(position: nil, isFinished: false, next: nil, endFlagDay: nil)
    var from = Day(number: 0)
    /// The day after the last on which it holds.
    var end = Day(number: 0)
    var schedule = -1
    // What was sent, as far as it says whether anything was sent since.
    var sent = 0
    var lastDay = Day(number: .min)
    var lastTier = -1
    var lastSchedule: Int?
    var lastPosition = -1

    /// True if it was worked out for what was sent by now. Tier, schedule and position say what level and deadline are.
    func knows(_ history: borrowing [SentTier]) -> Bool {
      guard sent == history.count else { return false }
      guard sent > 0 else { return true }
      return history[sent - 1].day == lastDay && history[sent - 1].tier == lastTier
        && history[sent - 1].schedule == lastSchedule && history[sent - 1].position == lastPosition
    }

    mutating func learn(_ history: [SentTier]) {
      sent = history.count
      guard let last = history.last else { return }
      (lastDay, lastTier, lastSchedule, lastPosition) = (last.day, last.tier, last.schedule, last.position)
    }
  }

  /// What a rule said, from the day it was asked to the day on which that can change.
  private struct KeptVerdict {
    var verdict = Verdict.fails
    var days = Day(number: 0)..<Day(number: 0)
    /// What it hangs on apart from the books and the day; a history of 0 where it reads none.
    var history = -1
    var tier = -1
    var isDisputed = false
  }

  /// How a balance compares with `min_balance`.
  private enum Size { case small, large, unknown }

  package init(_ plan: Plan, _ account: Account) {
    self.plan = plan
    self.account = account
    facts = FactReader(plan, account)
    let parts = account.receivables.count
    rungs = .allocate(capacity: parts)
    rungs.initialize(repeating: Rung())
    let sizes = account.receivables.map { CustomerMemory.size($0.balance, in: plan) }
    self.sizes = sizes
    lacksRates = sizes.contains(.unknown)
    partCount = parts
    verdicts = .allocate(capacity: plan.escalations.count * (parts + 1))
    verdicts.initialize(repeating: KeptVerdict())
    quietDays = Array(repeating: Day(number: 0)..<Day(number: 0), count: plan.escalations.count)
    hasSteadySegments = plan.segments.allSatisfy(\.isSteady)
    let readsBalances = !hasSteadySegments || plan.escalations.contains { !$0.pace.isSteady }
    turningDays = CustomerMemory.turningDays(plan, account, readsBalances: readsBalances)
  }

  deinit {
    rungs.deallocate()
    verdicts.deallocate()
  }

  /// Issue days, the ends of the time after them, and the days after the due days where a condition reads what is
  /// overdue. Some may lie in the past.
  private static func turningDays(_ plan: Plan, _ account: Account, readsBalances: Bool) -> [Day] {
    var days: [Day] = []
    days.reserveCapacity(account.receivables.count * 3)
    for place in account.receivables.indices where account.isOwed(place) {
      let issued = account.receivables[place].issued
      days.append(issued)
      if readsBalances { days.append(account.receivables[place].due + 1) }
      if let span = plan.limits.afterIssue { days.append(plan.calendar.adding(span, to: issued)) }
    }
    return days
  }

  /// Where a part stands on the ladder of a schedule; worked out, or known from a day before.
  func standing(
    of place: Int, _ history: borrowing [SentTier], on schedule: Int, _ today: Day
  ) -> Ladder.Standing {
    if rungs[place].schedule == schedule, rungs[place].from <= today, today < rungs[place].end,
      rungs[place].knows(history)
    {
      return rungs[place].standing
    }
    let ladder = Ladder(
      plan: plan, schedule: schedule, part: account.receivables[place], history: copy history)
    let standing = ladder.standing(on: today)
    var rung = Rung(
      standing: standing, from: today, end: standing.next ?? Day(number: .max), schedule: schedule)
    rung.learn(copy history)
    rungs[place] = rung
    return standing
  }

  /// What a rule says of a part, or of the customer, where `place` is nil; `facts` has turned to `today`.
  func verdict(of rule: Int, at place: Int?, _ state: borrowing State, on today: Day) -> Verdict {
    let slot = slot(rule, place)
    let known = verdicts[slot]
    let tier = place.flatMap { state.parts[$0].sent.last?.tier } ?? -1
    let isDisputed = place.map { state.parts[$0].isDisputedByReply } ?? false
    let history = plan.escalations[rule].pace.readsHistory ? facts.history : 0
    if known.days.contains(today), known.history == history, known.isDisputed == isDisputed,
      known.tier == tier || history == 0
    {
      return known.verdict
    }
    let pace = plan.escalations[rule].pace
    if let place { facts.look(at: place, state.parts[place]) }
    let verdict = Verdict(plan.escalations[rule].condition, facts)
    let due = place.map { account.receivables[$0].due }
    var end = pace.isSteady ? pace.turn(after: today, due: due, lastMessage: facts.lastMessage) : today + 1
    // Mostly it says then what it says now: whoever owes little does not owe more with every day.
    while pace.isSteady, let turn = end, facts.verdict(plan.escalations[rule].condition, on: turn) == verdict
    {
      end = pace.turn(after: turn, due: due, lastMessage: facts.lastMessage)
    }
    verdicts[slot] = KeptVerdict(
      verdict: verdict, days: today..<(end ?? Day(number: .max)), history: history, tier: tier,
      isDisputed: isDisputed)
    return verdict
  }

  /// The end of the days, from today on, on which a rule fails for every open part; nil where that is not known.
  func endOfQuiet(_ rule: Int, _ today: Day) -> Day? {
    let days = quietDays[rule]
    return days.contains(today) ? days.upperBound : nil
  }

  /// Notes for how long a rule fails for every open part, where it does and only days can change that.
  ///
  /// - Parameter open: The places of the parts that are open today, all of which it has just been asked of.
  func noteQuiet(_ rule: Int, _ open: [Int], _ today: Day) {
    guard plan.escalations[rule].pace.hangsOnDaysAlone else { return }
    var end = Day(number: .max)
    for place in open {
      let known = verdicts[slot(rule, place)]
      guard known.verdict == .fails else { return }
      end = min(end, known.days.upperBound)
    }
    // What is issued later has not been asked yet.
    for place in account.receivables.indices where account.isOwed(place) {
      let issued = account.receivables[place].issued
      if issued > today { end = min(end, issued) }
    }
    quietDays[rule] = today..<end
  }

  /// What a rule said when it was last asked.
  func lastVerdict(of rule: Int, at place: Int?) -> Verdict { verdicts[slot(rule, place)].verdict }

  /// The day on which a rule changes what it says without an event; nil for never.
  func turn(of rule: Int, at place: Int?, after today: Day, lastMessage: Day?) -> Day? {
    let pace = plan.escalations[rule].pace
    guard pace.isSteady else {
      return pace.turn(
        after: today, due: place.map { account.receivables[$0].due }, lastMessage: lastMessage)
    }
    let end = verdicts[slot(rule, place)].days.upperBound
    return end.number == .max ? nil : end
  }

  private func slot(_ rule: Int, _ place: Int?) -> Int { rule * (partCount + 1) + (place ?? partCount) }

  /// Whether a balance is strictly below `min_balance`; nil where that hangs on a missing rate.
  func isSmall(_ place: Int) -> Bool? { sizes[place] == .unknown ? nil : sizes[place] == .small }

  private static func size(_ balance: Money, in plan: Plan) -> Size {
    guard let least = plan.limits.minBalance, balance.minorUnits > 0 else { return .large }
    do throws(EvaluationError) {
      return try plan.rates.inBase(MoneyAmount(balance)) < least ? .small : .large
    } catch {
      return .unknown
    }
  }
}
