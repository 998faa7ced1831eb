import PolicyModel
import Receivables
import Schedule

/// One customer on the way through a simulation.
struct CustomerRun {
  private(set) var account: Account {
    didSet { memory = nil }
  }
  /// What was found on the last day that was decided; its state is where the customer stands.
  private var decision = Decision(state: State(partCount: 0))
  var state: State {
    get { decision.state }
    set { decision.state = newValue }
    _modify { yield &decision.state }
  }
  private(set) var preview: CustomerPreview
  /// The next day on which something can be decided; nil for never.
  private(set) var nextDay: Day?
  /// True where the whole customer is left out.
  private(set) var isSkipped = false
  private var silences: [SilenceRun]
  private var seen: [Bool]
  private let scenario: Scenario
  /// The answers up to the first day, where the scenario asks how things stand on it.
  private var heard: [CustomerToday.Heard] = []
  /// Of the account as it is.
  private var memory: CustomerMemory?

  init(_ scenario: Scenario, _ account: Account, issued: [Receivable]) {
    self.scenario = scenario
    var account = account
    if !issued.isEmpty {
      account.receivables = (account.receivables + issued).sorted { $0.id < $1.id }
    }
    if let start = scenario.start {
      (account, decision.state) = start.begin(account)
      // The simulation takes the review as done in time.
      if scenario.ownerIsPresent { decision.state.unseenFlagSince = nil }
    } else {
      decision.state = State(partCount: account.receivables.count)
    }
    self.account = account
    silences = Array(repeating: SilenceRun(), count: account.receivables.count)
    seen = Array(repeating: false, count: account.receivables.count)
    preview = CustomerPreview(customer: account.customer, parts: account.receivables.map(\.id))
    skip()
    isSkipped = preview.isSkipped
    nextDay = isSkipped ? nil : scenario.from
  }

  private mutating func skip() {
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
    decision.state.promises.isEmpty
      ? nil : decision.state.promises.compactMap { $0.last.map { $0 + 1 } }.filter { $0 > day }.min()
  }

  /// Begins with what was before: the books as they have become, and what has happened, about the same parts.
  mutating func stand(_ account: Account, _ state: State) {
    self.account = account
    self.state = state
  }

  /// What time alone does at the start of a day: a promise whose pause ended is broken.
  mutating func begin(_ day: Day) {
    if decision.state.promises.isEmpty { return }
    for event in brokenPromises(account, state, on: day) { evolve(&state, event) }
  }

  /// Lives through an assumed event. A bounce takes the last message back; the caller's `addresses` learn of it.
  mutating func live(through event: ScenarioEvent, _ addresses: inout AddressLog) {
    let places = event.invoice.map { account.places(named: $0) } ?? []
    switch event.kind {
    case .issue(let receivable):
      for place in account.receivables.indices where account.receivables[place].id == receivable.id {
        account.receivables[place].isKnown = true
      }
      return
    case .release: answer(.release, event)
    case .reply(let kind, let promised, let returns):
      if scenario.notesToday, event.on <= scenario.from {
        heard.append(
          CustomerToday.Heard(on: event.on, kind: kind, invoice: event.invoice, promised: promised))
      }
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

  private mutating func pay(_ money: Money, _ event: ScenarioEvent, _ places: [Int]) {
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

  private mutating func answer(_ answer: Answer, _ event: ScenarioEvent) {
    let (events, flags) = respond(scenario.plan, account, state, to: answer, on: event.on)
    for event in events { evolve(&state, event) }
    if event.on >= scenario.from, !isSkipped { show(flags) }
  }

  /// Shows flags; an owner who is absent looks at none of them.
  private mutating func show(_ flags: [Flag]) {
    preview.flags += flags
    guard !scenario.ownerIsPresent, state.unseenFlagSince == nil else { return }
    state.unseenFlagSince = flags.first { $0.waitsForOwner(scenario.plan) }?.day
  }

  /// Says how things stand on the first morning, and what is likely to be paid, where the scenario asks for it.
  mutating func noteToday(_ forecast: PaymentForecast?) {
    if let forecast, !account.hasBadRow {
      preview.receipts = forecast.receipts(account) { place in
        account.receivables[place].isDisputedByBooks || state.parts[place].isDisputedByReply
      }
    }
    if scenario.notesToday {
      preview.today = CustomerToday(account, state, heard: heard, on: scenario.from)
      preview.openBefore = openParts(on: scenario.from)
    }
  }

  /// What is open on a day, as the account is now; nothing of a customer whose rows cannot be read.
  private func openParts(on day: Day) -> [OpenPart] {
    if account.hasBadRow { return [] }
    return account.receivables.indices.filter { account.isOpen($0, on: day) }.map { place in
      OpenPart(due: account.receivables[place].due, balance: account.receivables[place].balance)
    }
  }

  /// Decides a day and lives through it.
  ///
  /// - Returns: The messages that left.
  mutating func decide(on day: Day, _ addresses: AddressLog) -> [Message] {
    let memory = memory ?? CustomerMemory(scenario.plan, account)
    self.memory = memory
    // The letters of the day are written by what was before it.
    let before = scenario.writesLetters ? state : nil
    Schedule.decide(
      scenario.plan, memory, addresses, on: day, approvals: scenario.ownerIsPresent ? .given : .notGiven,
      &decision)
    for message in decision.messages {
      let writer = before.map { LetterWriter(scenario.plan, account, $0, message) }
      let drawn = scenario.drawsLetters ? writer?.drawn() : nil
      preview.messages.append(PlannedMessage(message, account, writer?.letter(), drawn: drawn))
      for part in message.parts { seen[part.place] = true }
      for place in message.alsoListed { seen[place] = true }
    }
    if !decision.flags.isEmpty { show(decision.flags) }
    note(decision.silences, on: day)
    nextDay = scenario.walksEveryDay ? day + 1 : decision.nextDay
    return decision.messages
  }

  /// What a day's decision would be, without living through it.
  func look(on day: Day, _ addresses: AddressLog) -> DayLook {
    DayLook(
      account: account, state: state, addresses: addresses,
      decision: Schedule.decide(
        scenario.plan, account, state, addresses, on: day,
        approvals: scenario.ownerIsPresent ? .given : .notGiven))
  }

  private mutating func note(_ found: [Silence], on day: Day) {
    var next = found.startIndex
    let calendar = scenario.plan.calendar
    for place in silences.indices where silences[place].isOn || next < found.endIndex {
      silences[place].lasts(to: day - 1, calendar)
      guard next < found.endIndex, found[next].place == place else {
        silences[place].isOn = false
        continue
      }
      next += 1
      if silences[place].goesOn(found[next - 1].reason, on: day, calendar) { continue }
      close(place)
      silences[place] = SilenceRun(found[next - 1], from: day)
    }
  }

  private mutating func close(_ place: Int) {
    guard let reason = silences[place].reason else { return }
    preview.silences.append(
      SilentTime(
        place: place, from: silences[place].from, to: silences[place].last, reason: reason,
        source: silences[place].source ?? scenario.plan.source))
    silences[place] = SilenceRun()
  }

  /// Closes what is open at the end of the horizon, and says of parts that nothing was said of why that is so.
  mutating func finish(openAtFirst: [Bool]) {
    if scenario.notesToday { preview.openAfter = openParts(on: scenario.end) }
    if isSkipped { return }
    for place in silences.indices {
      silences[place].lasts(to: scenario.end, scenario.plan.calendar)
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

/// A reason that keeps one part quiet, day after day; or none.
private struct SilenceRun {
  /// Nil while nothing does. Apart from its source, for it is looked at every day.
  private(set) var reason: SilenceReason?
  private(set) var source: Source?
  private(set) var from: Day
  private(set) var last: Day
  /// False once a day was decided without it.
  var isOn = false

  init() {
    from = Day(number: 0)
    last = from
  }

  init(_ silence: Silence, from day: Day) {
    reason = silence.reason
    source = silence.source
    from = day
    last = day
    isOn = true
  }

  /// Days that were jumped have the reason of the day before; gap and cap on open days only.
  mutating func lasts(to day: Day, _ calendar: BusinessCalendar) {
    guard isOn, last < day, let reason else { return }
    last = max(last, reason.isJudgedOnOpenDays ? calendar.openDay(onOrBefore: day) : day)
  }

  /// Takes `day` in where it has the same reason and only closed days lie between; else false.
  mutating func goesOn(_ found: SilenceReason, on day: Day, _ calendar: BusinessCalendar) -> Bool {
    guard found == reason, last + 1 >= day || calendar.openDay(onOrAfter: last + 1) >= day else {
      return false
    }
    last = day
    isOn = true
    return true
  }
}
