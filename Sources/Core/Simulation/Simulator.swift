import Receivables
import Schedule

/// Carries a scenario through its horizon: a small driver around `decide` and `evolve`, with no rule of its own.
///
/// It jumps from one day that matters to the next, customer by customer; customers that share an address go
/// together, for gap and cap count the messages to an address. Its memory does not grow with the horizon but
/// by what it finds. Batches of customers share nothing but the scenario, so that they may run side by side.
/// Source: policy language, section 5.
package struct Simulator: Sendable {
  /// The customers of a batch: enough to be worth a task, few enough that their rows fit into a cache.
  private static let batchSize = 64

  private let scenario: Scenario
  private let history: (scenario: Scenario, translation: PlanTranslation)?
  private let events: [Int: [ScenarioEvent]]
  private let groups: SharedAddresses
  /// Nil where customers are not assumed to pay as before.
  private let forecast: PaymentForecast?
  /// The places of the customers that are shown, in order.
  private let shown: [Int]

  /// - Parameter history: The days before, under the same or another plan: the customers begin where they leave them. It is about the
  ///   same books and events, and ends on the day before `scenario` begins; nil for an empty history.
  /// - Complexity: O(people + events).
  package init(_ scenario: Scenario, after history: Scenario? = nil) {
    precondition(
      history.map { $0.end + 1 == scenario.from } ?? true, "a history ends where a scenario begins")
    self.scenario = scenario
    self.history = history.map { ($0, PlanTranslation(from: $0.plan, to: scenario.plan)) }
    let accounts = scenario.snapshot.accounts
    events = Simulator.filed(scenario)
    groups = SharedAddresses(accounts)
    forecast =
      scenario.behaviour == .history
      ? PaymentForecast(accounts, from: scenario.from, days: scenario.days) : nil
    shown = accounts.indices.filter { scenario.only?.contains(accounts[$0].customer.id) ?? true }
  }

  /// The events of each customer, by its place.
  private static func filed(_ scenario: Scenario) -> [Int: [ScenarioEvent]] {
    if scenario.events.isEmpty { return [:] }
    var places: [CustomerID: Int] = [:]
    for (place, account) in scenario.snapshot.accounts.enumerated() { places[account.customer.id] = place }
    var events: [Int: [ScenarioEvent]] = [:]
    for event in scenario.events {
      if let place = places[event.customer] { events[place, default: []].append(event) }
    }
    return events
  }

  /// How many batches there are.
  package var batchCount: Int { (shown.count + Simulator.batchSize - 1) / Simulator.batchSize }

  /// Runs the scenario for the customers of a batch, and for those that share an address with one of them.
  ///
  /// - Parameters:
  ///   - batch: From 0 to `batchCount - 1`.
  ///   - write: Turns what one customer would receive into what is kept of it.
  /// - Complexity: O(parts × days that matter); independent of the length of the horizon otherwise.
  package func run<Piece: Sendable>(
    batch: Int, _ write: (CustomerPreview) -> Piece
  ) -> SimulatedBatch<Piece> {
    let first = batch * Simulator.batchSize
    let places = shown[first..<min(first + Simulator.batchSize, shown.count)]
    var result = SimulatedBatch<Piece>(
      number: batch, places: Array(places), pieces: Array(repeating: nil, count: places.count),
      summary: emptySummary)
    for place in places {
      // A group runs in the batch of its first customer that is shown; the others' pieces wait for their turn.
      let members = groups.members(with: place)
      guard members.first(where: isShown) == place else { continue }
      let previews = simulate(members)
      for number in members.indices where isShown(members[number]) {
        result.summary.count(previews[number], from: scenario.from)
        let piece = write(previews[number])
        if let shown = places.firstIndex(of: members[number]) {
          result.pieces[shown - places.startIndex] = piece
        } else {
          result.others[members[number]] = piece
        }
      }
    }
    for place in places {
      result.summary.customers += 1
      result.summary.invoicesOpen += openNumbers(scenario.snapshot.accounts[place])
    }
    return result
  }

  /// Runs the scenario, one batch after the other.
  ///
  /// - Parameter report: Called once for each customer, in order of id.
  /// - Returns: The counts over all of them.
  package func run(_ report: (CustomerPreview) -> Void) -> PreviewSummary {
    var order = BatchOrder<CustomerPreview>(emptySummary)
    for batch in 0..<batchCount {
      for preview in order.take(run(batch: batch) { $0 }) { report(preview) }
    }
    return order.summary
  }

  /// A summary of nothing, to which batches are added.
  package var emptySummary: PreviewSummary {
    PreviewSummary(scenario.plan, days: scenario.days, forecast)
  }

  private func isShown(_ place: Int) -> Bool {
    scenario.only?.contains(scenario.snapshot.accounts[place].customer.id) ?? true
  }

  private func openNumbers(_ account: Account) -> Int {
    var count = 0
    var last: String?
    for place in account.receivables.indices where account.isOpen(place, on: scenario.from) {
      if account.receivables[place].id.number != last { count += 1 }
      last = account.receivables[place].id.number
    }
    return count
  }

  /// Simulates customers that share addresses (mostly one alone), in order of place.
  private func simulate(_ members: [Int]) -> [CustomerPreview] {
    var group = group(members)
    group.run()
    return group.runs.indices.map { group.runs[$0].preview }
  }

  private func group(_ members: [Int]) -> GroupRun {
    let accounts = members.map { (scenario.snapshot.accounts[$0], events.isEmpty ? [] : events[$0] ?? []) }
    guard let history else { return GroupRun(scenario, accounts, forecast) }
    var group = GroupRun(scenario, accounts, forecast)
    var before = GroupRun(history.scenario, accounts, nil)
    before.run(to: history.scenario.end)
    group.goOn(from: before, history.translation)
    return group
  }

  /// A customer among those that share an address with it, before the first day, and its place among them.
  func group(with customer: CustomerID) -> (group: GroupRun, member: Int)? {
    guard let place = scenario.snapshot.accounts.firstIndex(where: { $0.customer.id == customer }) else {
      return nil
    }
    let members = groups.members(with: place)
    return members.firstIndex(of: place).map { (group(members), $0) }
  }
}

/// Customers that share an address, on the way through the horizon together.
struct GroupRun {
  let scenario: Scenario
  private let forecast: PaymentForecast?
  var runs: [CustomerRun]
  private let openAtFirst: [[Bool]]
  private var events: [(run: Int, event: ScenarioEvent)] = []
  private var nextEvent = 0
  private(set) var addresses: AddressLog
  /// For an address that only one customer has, its own messages are all there are.
  private let notesAddresses: Bool

  init(
    _ scenario: Scenario, _ members: [(account: Account, events: [ScenarioEvent])],
    _ forecast: PaymentForecast?
  ) {
    self.scenario = scenario
    self.forecast = forecast
    let runs = members.map { member in
      CustomerRun(
        scenario, member.account,
        issued: member.events.compactMap { event in
          if case .issue(let receivable) = event.kind { receivable } else { nil }
        })
    }
    addresses = scenario.start?.addressLog(of: members.map(\.account.customer)) ?? AddressLog()
    notesAddresses = members.count > 1 || scenario.start != nil
    openAtFirst = runs.indices.map {
      runs[$0].account.receivables.map { $0.isFromBooks && $0.balance.minorUnits > 0 }
    }
    self.runs = runs
    for (run, member) in members.enumerated() {
      var list = member.events
      if scenario.behaviour == .history {
        list += ExpectedPayments(member.account, on: scenario.from).events
      }
      events += list.map { (run, $0) }
    }
    if events.count < 2 { return }
    // Stable: the events of one day in the order of the file.
    events = events.enumerated().sorted {
      ($0.element.event.on, $0.offset) < ($1.element.event.on, $1.offset)
    }
    .map(\.element)
  }

  mutating func run() {
    run(to: scenario.end)
    for run in runs.indices { runs[run].finish(openAtFirst: openAtFirst[run]) }
  }

  /// Lives through the days that matter, the last one included.
  mutating func run(to last: Day) {
    var day = nextEvent < events.count ? min(events[nextEvent].event.on, scenario.from) : scenario.from
    while day <= last {
      live(through: day)
      guard let next = nextDay(after: day) else { break }
      day = next
    }
  }

  /// Begins where the same customers stand at the end of other days, the events of which have happened.
  mutating func goOn(from before: GroupRun, _ translation: PlanTranslation) {
    for run in runs.indices {
      runs[run].stand(before.runs[run].account, translation.state(before.runs[run].state))
    }
    addresses = before.addresses
    nextEvent = before.nextEvent
  }

  /// What comes before the decisions of a day: what time alone does, then the events, for all customers.
  ///
  /// - Returns: The members to whom something happened.
  mutating func begin(_ day: Day) -> Set<Int> {
    for run in runs.indices { runs[run].begin(day) }
    var touched = Set<Int>()
    while nextEvent < events.count, events[nextEvent].event.on == day {
      runs[events[nextEvent].run].live(through: events[nextEvent].event, &addresses)
      touched.insert(events[nextEvent].run)
      nextEvent += 1
    }
    return touched
  }

  /// The events of a day come first, for all customers; then customers in order of id.
  private mutating func live(through day: Day) {
    let touched = begin(day)
    guard day >= scenario.from else { return }
    if day == scenario.from {
      for run in runs.indices { runs[run].noteToday(forecast) }
    }
    var sent = false
    for run in runs.indices where !runs[run].isSkipped {
      let isDue = runs[run].nextDay.map { $0 <= day } ?? false
      guard runs.count > 1 || isDue || touched.contains(run) else { continue }
      for message in runs[run].decide(on: day, addresses) where notesAddresses {
        addresses.note(message.to.email, on: day, isThanks: message.isThanks)
        sent = true
      }
    }
    sentYesterday = sent
  }

  /// Where addresses are shared, a message to one customer can quieten another from the next day on.
  private var sentYesterday = false

  private func nextDay(after day: Day) -> Day? {
    var next: Day?
    func consider(_ candidate: Day?) {
      guard let candidate, candidate > day else { return }
      if next.map({ candidate < $0 }) ?? true { next = candidate }
    }
    if nextEvent < events.count { consider(events[nextEvent].event.on) }
    if day < scenario.from { consider(scenario.from) }
    if sentYesterday { consider(day + 1) }
    for run in runs.indices {
      if !runs[run].isSkipped { consider(runs[run].nextDay) }
      consider(runs[run].nextPromise(after: day))
    }
    return next
  }
}
