import Receivables

/// The days on which the tiers of one schedule leave for one invoice of one customer who never pays or answers: what
/// the engine does, said for a single ladder without a history.
///
/// Source: policy language, section 4, "Target day" and "Earliest day".
struct LadderWalk {
  let calendar: BusinessCalendar
  let movesForward: Bool
  let minGap: DaySpan

  init(_ policy: Policy) {
    calendar = policy.calendar.calendar
    movesForward = policy.calendar.whenClosed == .nextOpenDay
    minGap = policy.limits.minGap.value
  }

  /// What of a tier says when it leaves; a whole tier is large, and the walk is long.
  struct Step {
    let timing: Timing
    let respondWithin: DaySpan?

    init(_ tier: Tier) {
      timing = tier.send.value
      respondWithin = tier.respondWithin?.value
    }
  }

  /// The planned days of tiers after the due day, in order, for an invoice due on a day: each on its target day, and
  /// `previous` counted from the planned day of the tier before.
  ///
  /// - Parameters:
  ///   - steps: None counts from the issue day, and the first not from `previous`.
  ///   - planned: Receives the days in place of what it held.
  func planned(_ steps: ArraySlice<Step>, due: Day, into planned: inout [Day]) {
    planned.removeAll(keepingCapacity: true)
    for step in steps { planned.append(target(step.timing, due: due, previous: planned.last ?? due)) }
  }

  /// The days on which the tiers leave: never sooner after the one before than their planned days lie apart.
  ///
  /// - Parameters:
  ///   - planned: What `planned` gives for the same steps and the same due day.
  ///   - sent: Receives the days in place of what it held.
  func sent(_ steps: ArraySlice<Step>, planned: [Day], due: Day, into sent: inout [Day]) {
    sent.removeAll(keepingCapacity: true)
    for place in steps.indices {
      guard let last = sent.last else {
        sent.append(calendar.openDay(onOrAfter: planned[place]))
        continue
      }
      var day = last + 1
      if steps[place].timing.anchor == .previous {
        day = max(day, target(steps[place].timing, due: due, previous: last))
      } else {
        day = max(day, planned[place], last + (planned[place] - planned[place - 1]))
      }
      if let span = steps[place - 1].respondWithin {
        day = max(day, calendar.openDay(onOrAfter: calendar.adding(span, to: last)) + 1)
      }
      day = max(day, calendar.adding(minGap, to: last))
      sent.append(calendar.openDay(onOrAfter: day))
    }
  }

  private func target(_ timing: Timing, due: Day, previous: Day) -> Day {
    let anchor =
      switch timing.anchor {
      case .due, .issued: due
      case .previous: previous
      case .endOfMonth: due.endOfMonth
      }
    let day = calendar.adding(timing.offset, to: anchor)
    let later = calendar.openDay(onOrAfter: day)
    if later == day || movesForward || timing.anchor == .previous { return later }
    let sooner = calendar.openDay(onOrBefore: day)
    return sooner < due && due <= day ? later : sooner
  }

  /// The due days that show all that can happen: those around the days that the calendars close, at most ten years of
  /// them, or a year where there are none.
  var dueDays: ClosedRange<Day> {
    let free = calendar.free.map(\.number)
    guard let first = free.min(), let last = free.max() else {
      let monday = Day(number: 20_458)  // 2026-01-05
      return monday...monday + 365
    }
    let start = Day(number: first) - 60
    return start...min(Day(number: last) + 14, start + 3_660)
  }

  /// The most days in a row that are not open, among some days.
  func longestClosing(in days: ClosedRange<Day>) -> Int {
    var longest = 0
    var day = days.lowerBound
    while day <= days.upperBound {
      let next = calendar.openDay(onOrAfter: day)
      longest = max(longest, next - day)
      day = next + 1
    }
    return longest
  }
}
