import PolicyModel
import Receivables
import Schedule
import TestSupport
import Testing

/// `decide` by itself: what it hands to its driver.
@Suite struct DecideTests {
  private static let due = [invoice("A1", due: "2026-03-02")]

  /// The days that matter from `from` on, as `nextDay` gives them.
  private func days(_ policy: String, _ account: Account, from: Day, to end: Day) throws -> [Day] {
    let plan = try plan(policy)
    var state = State(partCount: account.receivables.count)
    var days: [Day] = []
    var next: Day? = from
    while let day = next, day <= end {
      let decision = decide(plan, account, state, AddressLog(), on: day)
      for event in decision.events { evolve(&state, event) }
      days.append(day)
      next = decision.nextDay
    }
    return days
  }

  @Test func `a day with nothing to do leads straight to the next one that matters`() throws {
    // Issued on 31 January, past due on 3 March; the tiers; 7 days after the last one the flag.
    let days = try days("", account(Self.due), from: "2026-01-05", to: "2027-12-31")
    #expect(days.first == "2026-01-05")
    #expect(Set(days).isSuperset(of: ["2026-03-09", "2026-03-16", "2026-04-01", "2026-04-08"]))
    #expect(days.count <= 9)
    #expect(days == days.sorted())
  }

  @Test func `nothing owed and nothing to come leads nowhere`() throws {
    let decision = decide(
      try plan(""), account([invoice("A1", due: "2026-03-02", balance: "0")]), State(partCount: 1),
      AddressLog(),
      on: "2026-03-09")
    #expect(decision.nextDay == nil)
    #expect(decision.events.isEmpty && decision.silences.isEmpty)
  }

  @Test func `the number of days that matter does not grow with the horizon`() throws {
    let short = try days("", account(Self.due), from: "2026-03-02", to: "2026-05-01")
    let long = try days("", account(Self.due), from: "2026-03-02", to: "2034-05-20")
    #expect(long == short)
  }

  @Test func `each message and each flag stands behind one event`() throws {
    let policy =
      "escalations:\n  - { name: late, when: invoice.days_overdue >= 7, do: [hold: invoice, flag] }"
    let books = account([invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-03")])
    let decision = decide(try plan(policy), books, State(partCount: 2), AddressLog(), on: "2026-03-09")
    #expect(decision.messages.count == 1)
    #expect(decision.flags.count == 1)
    let kinds = decision.events.map { event in
      switch event {
      case .fired: "fired"
      case .holdBegan: "hold"
      case .sent: "sent"
      default: "other"
      }
    }
    #expect(kinds == ["fired", "hold", "sent"])
    #expect(decision.silences.map(\.place) == [0])
  }

  @Test func `deciding a day a second time does nothing again`() throws {
    for seed in RandomCases.seeds(12) {
      let random = try RandomScenario(seed: seed)
      for account in random.books.accounts where !account.hasBadRow {
        var state = State(partCount: account.receivables.count)
        var log = AddressLog()
        for day in (0..<40).map({ random.from + $0 }) {
          let once = decide(random.plan, account, state, log, on: day)
          for event in once.events { evolve(&state, event) }
          for message in once.messages { log.note(message.to.email, on: day) }
          // Promise: what a decision leaves behind is the fold of its events.
          #expect(once.state == state, "seed \(seed), \(day)")
          let again = decide(random.plan, account, state, log, on: day)
          #expect(
            again.messages.isEmpty && again.flags.isEmpty && again.events.isEmpty, "seed \(seed), \(day)")
        }
      }
    }
  }

  @Test func `what earlier days worked out changes no decision`() throws {
    for seed in RandomCases.seeds(25) {
      let random = try RandomScenario(seed: seed)
      for account in random.books.accounts where !account.hasBadRow {
        var state = State(partCount: account.receivables.count)
        let log = AddressLog()
        let memory = CustomerMemory(random.plan, account)
        for day in (0..<60).map({ random.from + $0 }) {
          let anew = decide(random.plan, account, state, log, on: day)
          let known = decide(random.plan, account, state, log, on: day, memory: memory)
          #expect(known.events == anew.events, "seed \(seed), \(day)")
          #expect(known.nextDay == anew.nextDay, "seed \(seed), \(day)")
          #expect(
            known.silences.map { "\($0.place) \($0.reason) \($0.source)" }
              == anew.silences.map { "\($0.place) \($0.reason) \($0.source)" }, "seed \(seed), \(day)")
          state = known.state
          // Every ninth day the last message comes back.
          if day.number.isMultiple(of: 9), !state.messages.isEmpty { evolve(&state, .bounced) }
        }
      }
    }
  }

  // "On every day before it the decision has no events, and the silences of today, those of gap and cap on
  // open days only."
  @Test func `nothing happens before the next day that matters`() throws {
    for seed in RandomCases.seeds(25) {
      let random = try RandomScenario(seed: seed)
      for account in random.books.accounts where !account.hasBadRow {
        var walk = DayWalk(random.plan, account, from: random.from)
        for offset in 0..<60 { walk.step(to: random.from + offset) }
        #expect(walk.surprises == [], "seed \(seed)")
      }
    }
  }

  @Test func `a quiet day has a reason for every part that is kept from a message`() throws {
    let books = account([
      invoice("A1", due: "2026-03-02", isDisputed: true), invoice("A2", due: "2026-03-02"),
      invoice("A3", due: "2026-03-20"),
    ])
    let decision = decide(try plan(""), books, State(partCount: 3), AddressLog(), on: "2026-03-07")
    // A Saturday: A2 has reached its tier on no day yet (its target moved to the 9th); A1 is disputed on any
    // day.
    #expect(decision.silences.map(\.place) == [0])
    #expect(decision.silences.map(\.reason) == [.disputed])
    #expect(decision.nextDay == "2026-03-09")
  }

  @Test func `what is said of a silence names the policy line behind it`() throws {
    let policy = """
      limits:
        min_balance: 50
        min_gap: 3 days
      """
    let text = completed(policy)
    let line =
      try #require(
        text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
          $0.contains("min_balance")
        }) + 1
    let decision = decide(
      try wholePlan(text), account([invoice("A1", "10", due: "2026-03-02")]), State(partCount: 1),
      AddressLog(),
      on: "2026-03-09")
    #expect(decision.silences.map(\.source.description) == ["policy.yaml:\(line)"])
  }
}

/// Decides every day of an account, and notes what happens on a day that `nextDay` would have jumped.
private struct DayWalk {
  let plan: Plan
  let account: Account
  private(set) var surprises: [String] = []
  private var state: State
  private var log = AddressLog()
  private var next: Day?
  private var silences: [String] = []

  init(_ plan: Plan, _ account: Account, from: Day) {
    self.plan = plan
    self.account = account
    state = State(partCount: account.receivables.count)
    next = from
    // A promise and a pause to begin with, as far as the policy grants them.
    for kind in [Response.Kind.promise, .claimsPaid] {
      let answer = Answer.reply(kind, invoice: nil, parts: [], promised: from + 5, returns: nil)
      for event in respond(plan, account, state, to: answer, on: from).events { evolve(&state, event) }
    }
  }

  mutating func step(to day: Day) {
    for event in brokenPromises(account, state, on: day) { evolve(&state, event) }
    let decision = decide(plan, account, state, log, on: day)
    let reasons = decision.silences.filter { !$0.reason.isJudgedOnOpenDays }.map {
      "\(account.receivables[$0.place].id) \($0.reason.text(in: plan))"
    }
    let matters = next.map { $0 <= day } ?? false
    if !matters {
      if !decision.events.isEmpty { surprises.append("\(day) was jumped: \(decision.events)") }
      if reasons != silences { surprises.append("\(day) was jumped: \(silences), then \(reasons)") }
    }
    for event in decision.events { evolve(&state, event) }
    for message in decision.messages { log.note(message.to.email, on: day) }
    silences = reasons
    if matters { next = decision.nextDay }
  }
}
