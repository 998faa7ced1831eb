import PolicyModel
import Receivables
import Schedule

/// One customer on the way through a simulation.
final class CustomerRun {
  private(set) var account: Account
  private(set) var state: State
  private(set) var preview: CustomerPreview
  /// The next day on which something can be decided; nil for never.
  private(set) var nextDay: Day?
  private var silences: [SilenceRun?]
  private var seen: [Bool]
  private let scenario: Scenario

  init(_ scenario: Scenario, _ account: Account, issued: [Receivable]) {
    self.scenario = scenario
    var account = account
    if !issued.isEmpty {
      account.receivables = (account.receivables + issued).sorted { $0.id < $1.id }
    }
    self.account = account
    state = State(partCount: account.receivables.count)
    silences = Array(repeating: nil, count: account.receivables.count)
    seen = Array(repeating: false, count: account.receivables.count)
    preview = CustomerPreview(customer: account.customer, parts: account.receivables.map(\.id))
    skip()
    nextDay = preview.isSkipped ? nil : scenario.from
  }

  private func skip() {
    if account.hasBadRow {
      preview.skipped.append(Skipped(invoice: nil, reason: "bad-row"))
    } else if !canBeReached(scenario.plan, account.customer) {
      preview.skipped.append(Skipped(invoice: nil, reason: "no-address"))
    } else {
      preview.skipped = account.setAside.map { Skipped(invoice: $0.number, reason: $0.reason.rawValue) }
    }
  }

  /// The first day after `day` on which a promise can turn out broken.
  func nextPromise(after day: Day) -> Day? {
    state.promises.isEmpty
      ? nil : state.promises.compactMap { $0.last.map { $0 + 1 } }.filter { $0 > day }.min()
  }

  /// What time alone does at the start of a day: a promise whose pause ended is broken.
  func begin(_ day: Day) {
    for event in brokenPromises(account, state, on: day) { evolve(&state, event) }
  }

  /// Lives through an assumed event. A bounce takes the last message back; the caller's `addresses` learn of it.
  func live(through event: ScenarioEvent, _ addresses: inout AddressLog) {
    let places = event.invoice.map { account.places(named: $0) } ?? []
    switch event.kind {
    case .issue(let receivable):
      for place in account.receivables.indices where account.receivables[place].id == receivable.id {
        account.receivables[place].isKnown = true
      }
      return
    case .release: answer(.release, event)
    case .reply(let kind, let promised, let returns):
      answer(
        .reply(kind, invoice: event.invoice, parts: places, promised: promised, returns: returns), event)
    case .payment(let money): pay(money, event, places)
    case .settles:
      let open = places.reduce(Int64(0)) { $0 + account.receivables[$1].balance.minorUnits }
      guard let first = places.first, open > 0 else { return }
      pay(Money(minorUnits: open, currency: account.receivables[first].balance.currency), event, places)
    case .bounce(let isHard):
      if let last = state.messages.last {
        addresses.takeBack(last.address, sentOn: last.day, closes: isHard)
      }
      answer(.bounce, event)
    }
  }

  private func pay(_ money: Money, _ event: ScenarioEvent, _ places: [Int]) {
    var leftOpen: [Int] = []
    if event.invoice == nil {
      account.addCredit(money)
    } else if let first = places.first {
      let currency = account.receivables[first].balance.currency
      leftOpen = account.receive(
        Money(minorUnits: money.minorUnits, currency: currency), on: event.on, at: places)
    }
    answer(.payment(invoice: event.invoice, leftOpen: leftOpen), event)
  }

  private func answer(_ answer: Answer, _ event: ScenarioEvent) {
    let (events, flags) = respond(scenario.plan, account, state, to: answer, on: event.on)
    for event in events { evolve(&state, event) }
    if event.on >= scenario.from, !preview.isSkipped { preview.flags += flags }
  }

  /// Decides a day and lives through it.
  ///
  /// - Returns: The addresses to which messages left.
  func decide(on day: Day, _ addresses: AddressLog) -> [String] {
    let decision = Schedule.decide(
      scenario.plan, account, state, addresses, on: day, ownerIsPresent: scenario.ownerIsPresent)
    for message in decision.messages {
      let letter =
        scenario.writesLetters ? LetterWriter(scenario.plan, account, state, message).letter() : nil
      preview.messages.append(PlannedMessage(message, account, letter))
      for part in message.parts { seen[part.place] = true }
      for place in message.alsoListed { seen[place] = true }
    }
    for event in decision.events { evolve(&state, event) }
    preview.flags += decision.flags
    note(decision.silences, on: day)
    nextDay = scenario.walksEveryDay ? day + 1 : decision.nextDay
    return decision.messages.map(\.to.email)
  }

  private func note(_ found: [Silence], on day: Day) {
    var next = found.startIndex
    for place in silences.indices {
      silences[place]?.lasts(to: day - 1, scenario.plan.calendar)
      guard next < found.endIndex, found[next].place == place else {
        silences[place]?.isOn = false
        continue
      }
      let silence = found[next]
      next += 1
      if silences[place]?.goesOn(silence.reason, on: day, scenario.plan.calendar) == true { continue }
      close(place)
      silences[place] = SilenceRun(silence, from: day)
    }
  }

  private func close(_ place: Int) {
    guard let run = silences[place] else { return }
    preview.silences.append(
      SilentTime(place: place, from: run.from, to: run.last, reason: run.reason, source: run.source))
    silences[place] = nil
  }

  /// Closes what is open at the end of the horizon, and says of parts that nothing was said of why that is so.
  func finish(openAtFirst: [Bool]) {
    if preview.isSkipped { return }
    for place in silences.indices {
      silences[place]?.lasts(to: scenario.end, scenario.plan.calendar)
      close(place)
    }
    var spoken = seen
    for silence in preview.silences { spoken[silence.place] = true }
    for place in spoken.indices where !spoken[place] && openAtFirst[place] {
      let part = account.receivables[place]
      let reason: SilenceReason =
        part.issued > scenario.end ? .notIssuedYet : part.balance.minorUnits > 0 ? .noTierInHorizon : .settled
      preview.silences.append(
        SilentTime(
          place: place, from: scenario.from, to: scenario.end, reason: reason, source: scenario.plan.source))
    }
    preview.silences.sort { ($0.place, $0.from) < ($1.place, $1.from) }
  }
}

/// A reason that keeps one part quiet, day after day.
private struct SilenceRun {
  let reason: SilenceReason
  let source: Source
  let from: Day
  private(set) var last: Day
  /// False once a day was decided without it.
  var isOn = true

  init(_ silence: Silence, from day: Day) {
    reason = silence.reason
    source = silence.source
    from = day
    last = day
  }

  /// Days that were jumped have the reason of the day before; gap and cap on open days only.
  mutating func lasts(to day: Day, _ calendar: BusinessCalendar) {
    guard isOn else { return }
    last = max(last, reason.isJudgedOnOpenDays ? calendar.openDay(onOrBefore: day) : day)
  }

  /// Takes `day` in where it has the same reason and only closed days lie between; else false.
  mutating func goesOn(_ reason: SilenceReason, on day: Day, _ calendar: BusinessCalendar) -> Bool {
    guard reason == self.reason, calendar.openDay(onOrAfter: last + 1) >= day else { return false }
    last = day
    isOn = true
    return true
  }
}
