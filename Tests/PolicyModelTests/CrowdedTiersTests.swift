import Receivables
import TestSupport
import Testing

@testable import PolicyModel

/// What `crowded-tiers` finds is what walking every ladder through every due day finds.
@Suite struct CrowdedTiersTests {
  /// A schedule as it might be written, tight ones more often than owners write them.
  private static func policy(_ random: inout SplitMix64) -> String {
    let name = "x"
    var tiers: [String] = []
    var day = random.number(0...6)
    for place in 0..<random.number(2...4) {
      let anchor = place == 0 ? "due" : random.pick(["due", "due", "due", "previous", "end of month"])
      let unit = random.pick(["day", "day", "day", "business day", "week", "month"])
      if anchor == "previous" {
        let count = unit == "month" || unit == "week" ? 1 : random.number(1...7)
        tiers.append("send: \(count) \(unit)\(count == 1 ? "" : "s") after previous")
      } else if unit == "month" || unit == "week" {
        let count = max(1, day / (unit == "week" ? 7 : 30))
        tiers.append("send: \(count) \(unit)\(count == 1 ? "" : "s") after \(anchor)")
      } else {
        tiers.append("send: \(day) \(unit)\(day == 1 ? "" : "s") after \(anchor)")
      }
      if random.chance(20) { tiers[place] += ", respond_within: \(random.number(1...6)) days" }
      day += random.number(2...12)
    }
    var closed: [String] = []
    for _ in 0..<random.number(1...5) {
      let first = Day(number: 20_458) + random.number(0...200)
      closed.append("\(first)..\(first + random.number(0...14))")
    }
    let lines = tiers.enumerated().map { place, tier in
      "    - { tier: \(name)\(place), \(tier)\(place == tiers.count - 1 ? ", approval: owner" : "") }"
    }
    return """
      calendar:
        week: \(random.pick(["mon-fri", "mon-fri", "mon-sat", "mon-thu"]))
        send: \(random.pick(["mon-fri", "mon-fri", "mon-sat", "tue-thu"]))
        when_closed: \(random.pick(["next_open_day", "next_open_day", "previous_open_day"]))
        closed: [\(closed.joined(separator: ", "))]
      limits: { min_gap: \(random.number(1...4)) days }
      schedules:
        standard:
      \(lines.joined(separator: "\n"))
      """
  }

  /// For each tier that can come close to the one above it, the first due day on which it does.
  private static func walked(_ policy: Policy) -> [String] {
    let walk = LadderWalk(policy)
    let calendar = walk.calendar
    var found: [(place: Int, due: Day, text: String)] = []
    for schedule in policy.schedules {
      let tiers = schedule.tiers
      var seen: Set<Int> = []
      var due = walk.dueDays.lowerBound
      while due <= walk.dueDays.upperBound {
        let days = ladder(tiers, due, walk)
        for place in 1..<max(1, tiers.count) where !seen.contains(place) {
          let next = calendar.openDay(onOrAfter: days[place - 1] + 1)
          let third = calendar.openDay(onOrAfter: next + 1)
          guard days[place] <= third, days[place] - days[place - 1] < CrowdedTiers.calendarDays else {
            continue
          }
          seen.insert(place)
          let (above, tier) = (tiers[place - 1].name.value, tiers[place].name.value)
          found.append(
            (
              place, due,
              "for an invoice due on \(due), `\(above)` leaves on \(days[place - 1]) and `\(tier)` on \(days[place])"
            ))
        }
        due = due + 1
      }
    }
    return found.sorted { ($0.due, $0.place) < ($1.due, $1.place) }.map(\.text)
  }

  /// The days of a ladder, said once more and in the plainest way: section 4 of the language, tier by tier.
  private static func ladder(_ tiers: [Tier], _ due: Day, _ walk: LadderWalk) -> [Day] {
    let calendar = walk.calendar
    func target(_ tier: Tier, after previous: Day) -> Day {
      let (anchor, timing) = (tier.send.value.anchor, tier.send.value)
      let from = anchor == .previous ? previous : anchor == .endOfMonth ? due.endOfMonth : due
      let day = calendar.adding(timing.offset, to: from)
      if calendar.isOpen(day) { return day }
      let (before, after) = (calendar.openDay(onOrBefore: day), calendar.openDay(onOrAfter: day))
      if anchor == .previous || walk.movesForward { return after }
      return day >= due && before < due ? after : before
    }
    var planned: [Day] = []
    var sent: [Day] = []
    for (place, tier) in tiers.enumerated() {
      planned.append(target(tier, after: planned.last ?? due))
      guard let last = sent.last else {
        sent.append(planned[0])
        continue
      }
      var bounds = [last + 1, calendar.adding(walk.minGap, to: last)]
      if tier.send.value.anchor == .previous {
        bounds.append(target(tier, after: last))
      } else {
        bounds += [planned[place], last + (planned[place] - planned[place - 1])]
      }
      if let deadline = tiers[place - 1].respondWithin {
        bounds.append(calendar.openDay(onOrAfter: calendar.adding(deadline.value, to: last)) + 1)
      }
      sent.append(calendar.openDay(onOrAfter: bounds.max() ?? last))
    }
    return sent
  }

  @Test(arguments: 0..<8)
  func `nothing is passed over`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(1_000 + seed))
    var (crowded, roomy) = (0, 0)
    for _ in 0..<25 {
      let text = Self.policy(&random)
      // Tiers out of order and the like are errors, and such a policy gets no further.
      guard let policy = ReadPolicy(text).policy else { continue }
      let found = CrowdedTiers.diagnostics(policy).flatMap(\.notes)
      let expected = Self.walked(policy)
      #expect(found == expected, "\(text)")
      if expected.isEmpty { roomy += 1 } else { crowded += 1 }
    }
    #expect(crowded > 3 && roomy > 3, "\(crowded) crowded, \(roomy) roomy")
  }
}
