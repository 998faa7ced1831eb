import Receivables
import Schedule
import Simulation
import TestSupport

/// Promises 1 to 5 and 7 of the language, looked for in what a simulation printed, apart from the decision's
/// own logic.
struct PromiseCheck {
  private let run: SimulatedRun
  private let plan: Plan
  private let all: [Sent]
  /// Without those that came back.
  private let delivered: [Sent]

  private struct Sent: Equatable {
    let customer: CustomerID
    let address: String
    let day: Day
    let level: Int
    let place: Int
    /// Part, tier and level of each that advanced.
    let parts: [Part]

    struct Part: Equatable {
      let id: ReceivableID
      let tier: Int
      let level: Int
    }
  }

  init(_ run: SimulatedRun) {
    self.run = run
    plan = run.scenario.plan
    var all: [Sent] = []
    for preview in run.previews {
      for planned in preview.messages {
        let message = planned.message
        all.append(
          Sent(
            customer: preview.customer.id, address: message.to.email, day: message.day,
            level: message.step.level,
            place: all.count,
            parts: message.parts.map {
              Sent.Part(id: preview.parts[$0.place], tier: $0.step.tier, level: $0.step.level)
            }))
      }
    }
    self.all = all
    delivered = PromiseCheck.withoutBounced(all, run.scenario.events)
  }

  /// Each bounce takes back the last message of an earlier day to that customer that still stands.
  private static func withoutBounced(_ all: [Sent], _ events: [ScenarioEvent]) -> [Sent] {
    var kept = all
    for event in events {
      guard case .bounce = event.kind else { continue }
      if let last = kept.lastIndex(where: { $0.customer == event.customer && $0.day < event.on }) {
        kept.remove(at: last)
      }
    }
    return kept
  }

  /// What is broken, in words; empty where all promises are kept.
  func broken() -> [String] {
    var found: [String] = []
    for sent in all {
      if !plan.calendar.isOpen(sent.day) { found.append("5: \(sent.day) is not an open day") }
      if sent.day < run.scenario.from || sent.day > run.scenario.end { found.append("horizon: \(sent.day)") }
    }
    found += ladders()
    for customer in Set(delivered.map(\.customer)).sorted() {
      found += gaps(delivered.filter { $0.customer == customer })
    }
    for address in Set(delivered.map(\.address)).sorted() {
      found += gaps(delivered.filter { $0.address == address })
    }
    return found + silences() + facts()
  }

  /// Promises 3 and 7, as far as books and assumptions show them: nothing settled or disputed is named, and
  /// nothing leaves without the approval it needs.
  private func facts() -> [String] {
    run.planned.flatMap { planned -> [String] in
      let wrong = planned.listed.filter { $0.balance.minorUnits <= 0 || $0.isDisputedByBooks }
      var found = wrong.map { "3: \($0.id) is named on \(planned.message.day)" }
      if planned.message.needsApproval && !run.scenario.ownerIsPresent {
        found.append("7: \(planned.message.day) left without approval")
      }
      let total = planned.listed.reduce(Int64(0)) { $0 + $1.balance.minorUnits }
      if total != planned.message.total.minorUnits { found.append("total of \(planned.message.day)") }
      return found
    }
  }

  /// Promises 1 and 2, for each invoice: a tier once, levels rise above 0, one tier a day.
  private func ladders() -> [String] {
    struct Key: Hashable {
      let customer: CustomerID
      let id: ReceivableID
    }
    var heard: [Key: [(day: Day, part: Sent.Part)]] = [:]
    for sent in delivered {
      for part in sent.parts {
        heard[Key(customer: sent.customer, id: part.id), default: []].append((sent.day, part))
      }
    }
    var found: [String] = []
    for (key, list) in heard {
      let name = "\(key.customer) \(key.id)"
      if Set(list.map(\.part.tier)).count < list.count { found.append("1: \(name) heard a tier twice") }
      if Set(list.map(\.day)).count < list.count { found.append("2: \(name) heard two tiers on one day") }
      let levels = list.map(\.part.level)
      if zip(levels, levels.dropFirst()).contains(where: { $1 < $0 || ($0 == $1 && $0 > 0) }) {
        found.append("2: \(name) levels \(levels)")
      }
    }
    return found.sorted()
  }

  /// Promise 4, for the messages to one customer or to one address.
  private func gaps(_ messages: [Sent]) -> [String] {
    let sorted = messages.sorted { ($0.day, $0.place) < ($1.day, $1.place) }
    var found: [String] = []
    for (one, next) in zip(sorted, sorted.dropFirst())
    where next.day < plan.calendar.adding(plan.limits.minGap, to: one.day) {
      found.append("4: min_gap between \(one.day) and \(next.day)")
    }
    guard let cap = plan.limits.atMost else { return found }
    for (place, sent) in sorted.enumerated() {
      let count = sorted[...place].count { $0.day > sent.day - cap.days }
      if count + (sent.level == 0 ? 1 : 0) > cap.messages {
        found.append("4: \(count) messages in the \(cap.days) days to \(sent.day), level \(sent.level)")
      }
    }
    return found
  }

  /// A day of silence is no day of a message, and two silences of an invoice do not overlap.
  private func silences() -> [String] {
    var found: [String] = []
    for preview in run.previews {
      var quiet: [Int: Set<Day>] = [:]
      for silence in preview.silences {
        if silence.to < silence.from || silence.from < run.scenario.from || silence.to > run.scenario.end {
          found.append("silence: \(silence)")
          continue
        }
        for offset in 0...(silence.to - silence.from)
        where !quiet[silence.place, default: []].insert(silence.from + offset).inserted {
          found.append("silence: \(preview.parts[silence.place]) twice on \(silence.from + offset)")
        }
      }
      for planned in preview.messages {
        for part in planned.message.parts where quiet[part.place]?.contains(planned.message.day) ?? false {
          found.append("silence: \(preview.parts[part.place]) on \(planned.message.day), and a message")
        }
      }
    }
    return found
  }
}
