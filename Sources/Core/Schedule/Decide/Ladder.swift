import PolicyModel
import Receivables

/// One part on the schedule now in force: its target days, earliest days, the tier reached, the end.
///
/// Everything is worked out afresh from facts and history; there are no timers. Source: policy language,
/// section 4.
package struct Ladder {
  private let plan: Plan
  private let schedule: Int
  private let steps: [PlannedStep]
  private let history: [SentTier]
  private let highest: Int
  // Of the part: what its days hang on.
  private let issued: Day
  private let due: Day
  private let countsFrom: Day
  private let collection: Receivable.Collection

  package init(plan: Plan, schedule: Int, part: Receivable, history: [SentTier]) {
    self.plan = plan
    self.schedule = schedule
    steps = plan.schedules[schedule].steps
    self.history = history
    highest = history.reduce(-1) { max($0, $1.level) }
    issued = part.issued
    due = part.due
    countsFrom = part.countsFrom
    collection = part.collection
  }

  /// The planned day of a step: its target day, `previous` counted from the planned day of the step before.
  package func plannedDay(_ step: PlannedStep) -> Day { plannedDay(step.position) }

  /// True if the step lies at or below what was sent, or its name was sent already.
  package func isPassed(_ step: PlannedStep) -> Bool { isPassed(step.position) }

  /// True while a step is neither passed nor skipped.
  package func isLeft(_ step: PlannedStep, on today: Day) -> Bool { isLeft(step.position, on: today) }

  /// True if no step is left.
  package func isFinished(on today: Day) -> Bool {
    !steps.indices.contains { isLeft($0, on: today) }
  }

  /// The latest of target day, last day + distance, and the day after the deadline; nil while it cannot be
  /// known, because the step ahead was not sent.
  package func earliestDay(_ step: PlannedStep) -> Day? { earliestDay(step.position) }

  /// Where a part stands on a day.
  package struct Standing {
    /// The place in the schedule of the step whose earliest day has come; nil where none has.
    package let position: Int?
    /// True where no step is left.
    package let isFinished: Bool
    /// The next day on which a step's day comes or ends; nil where only an event can change anything.
    package let next: Day?
    /// The day from which an end without a tier left is flagged; nil where it is not.
    package let endFlagDay: Day?
  }

  /// The step whose earliest day has come, and when that changes without an event.
  ///
  /// With `spread` that is the next step left; with `latest` the highest whose day has come, but one after
  /// `previous` or with approval never before the step ahead of it was sent.
  package func standing(on today: Day) -> Standing {
    var found: Int?
    var next: Day?
    var isFirst = true
    for step in steps.indices where isLeft(step, on: today) {
      // From the day after the due day on it is skipped.
      if steps[step].isBeforeDue, next.map({ due + 1 < $0 }) ?? true { next = due + 1 }
      if !isFirst {
        if plan.limits.catchUp == .spread { break }
        if steps[step].timing.anchor == .previous || steps[step].needsApproval { continue }
      }
      isFirst = false
      guard let day = earliestDay(step) else { continue }
      if day <= today {
        found = step
      } else if next.map({ day < $0 }) ?? true {
        next = day
      }
    }
    return Standing(
      position: found, isFinished: isFirst, next: next, endFlagDay: isFirst ? endFlagDay : nil)
  }

  /// The day from which an end without a tier left is flagged: the day after the last deadline, or the 7th
  /// after the last tier; nil where nothing was sent or a stated end says that nobody needs to look.
  package var endFlagDay: Day? {
    guard let last = history.last, plan.schedules[schedule].flagsItsEnd else { return nil }
    return last.deadline.map { $0 + 1 } ?? last.day + 7
  }

  /// The deadline that a step gives when it leaves `today`: counted from that day, moved forward.
  package static func deadline(_ plan: Plan, _ step: PlannedStep, sentOn today: Day) -> Day? {
    step.respondWithin.map { plan.calendar.openDay(onOrAfter: plan.calendar.adding($0, to: today)) }
  }
}

// Steps by their place: a walk over them takes and gives back none.
extension Ladder {
  private func plannedDay(_ step: Int) -> Day {
    if steps[step].timing.anchor == .previous, step > 0 {
      return target(step, previous: plannedDay(step - 1))
    }
    return target(step, previous: countsFrom)
  }

  /// Anchor ± count, moved to an open day. The move never crosses the due day; after `previous` it always
  /// goes forward.
  private func target(_ step: Int, previous: Day) -> Day {
    let timing = steps[step].timing
    let anchor =
      switch timing.anchor {
      case .due: countsFrom
      case .issued: issued
      case .previous: previous
      case .endOfMonth: countsFrom.endOfMonth
      }
    let day = plan.calendar.adding(timing.offset, to: anchor)
    let later = plan.calendar.openDay(onOrAfter: day)
    if later == day || timing.anchor == .previous { return later }
    let sooner = plan.calendar.openDay(onOrBefore: day)
    if steps[step].isBeforeDue {
      let crosses = day <= countsFrom && countsFrom < later
      return plan.movesForward && !crosses ? later : sooner
    }
    let crosses = sooner < countsFrom && countsFrom <= day
    return plan.movesForward || crosses ? later : sooner
  }

  private func isPassed(_ step: Int) -> Bool {
    guard let last = history.last else { return false }
    let tier = steps[step].tier
    for sent in history where sent.tier == tier { return true }
    if steps[step].isBeforeDue {
      // Level 0 goes by position; after a move there is no further before-due tier.
      return !last.isBeforeDue || last.schedule != schedule || step <= last.position
    }
    return steps[step].level <= highest
  }

  /// True for a before-due step when the part is past due, when the step's day lies before the issue day, or
  /// where the part is collected and the step speaks only of transfers.
  private func isSkipped(_ step: Int, on today: Day) -> Bool {
    guard steps[step].isBeforeDue else { return false }
    return today > due || !(collection == .transfer || steps[step].takesAnyCollection)
      || plannedDay(step) < issued
  }

  private func isLeft(_ step: Int, on today: Day) -> Bool {
    !isPassed(step) && !isSkipped(step, on: today)
  }

  /// The after-due step here from which the distance is taken: the one sent, or the last one here that is
  /// not above its level.
  private var reference: Int? {
    guard let last = history.last, !last.isBeforeDue else { return nil }
    if last.schedule == schedule, last.position < steps.count, steps[last.position].tier == last.tier {
      return last.position
    }
    return steps.indices.last { !steps[$0].isBeforeDue && steps[$0].level <= last.level }
  }

  private func earliestDay(_ step: Int) -> Day? {
    let followsPrevious = steps[step].timing.anchor == .previous
    var day: Day
    if followsPrevious, step > 0 {
      if let last = history.last, isPassed(step - 1) {
        day = target(step, previous: last.day)
      } else if steps[step - 1].isBeforeDue {
        day = plannedDay(step)
      } else {
        return nil
      }
    } else {
      day = target(step, previous: countsFrom)
    }
    guard let last = history.last else { return day }
    day = max(day, last.day + 1)
    if !followsPrevious, let reference {
      day = max(day, last.day + (plannedDay(step) - plannedDay(reference)))
    }
    if let deadline = last.deadline { day = max(day, deadline + 1) }
    return day
  }
}
