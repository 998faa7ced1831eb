import CEL
import PolicyModel
import Receivables
import Schedule
import Simulation

/// The chain of steps of section 5 of the language, as the decider went through them on one day.
///
/// It decides nothing: the decision was made by `decide`, and what stands here is what that read on the way.
struct DecisionChain {
  let scenario: Scenario
  let look: DayLook
  let day: Day
  private let reader: FactReader
  private let open: [Int]

  init(scenario: Scenario, look: DayLook, day: Day) {
    self.scenario = scenario
    self.look = look
    self.day = day
    reader = FactReader(scenario.plan, look.account, look.state, on: day)
    open = look.account.receivables.indices.filter { look.account.isOpen($0, on: day) }
  }

  private var plan: Plan { scenario.plan }
  private var parts: [Receivable] { look.account.receivables }

  /// Steps that had nothing to look at are left out.
  var steps: [DayExplanation.Step] {
    let segment = segmentLines()
    let titled: [(Int, String, [DayExplanation.Line])] = [
      (1, "facts", factLines()), (2, "segment", segment.lines), (3, "escalations", escalationLines()),
      (4, "disputes, holds, pauses", obstacleLines()),
      (5, "tiers", segment.number.map { tierLines(look.state.movedTo ?? plan.segments[$0].schedule) } ?? []),
      (6, "small and fresh", smallLines()), (7, "grouping", groupLines()), (8, "gap and cap", limitLines()),
      (9, "tone and template", wordLines()),
    ]
    return titled.filter { !$0.2.isEmpty }.map { DayExplanation.Step(number: $0.0, title: $0.1, lines: $0.2) }
  }

  private func name(_ place: Int) -> String { "\(parts[place].id)" }

  private func factLines() -> [DayExplanation.Line] {
    var lines = open.map { place in
      DayExplanation.Line("\(name(place)): \(parts[place].balance) open, due \(parts[place].due)")
    }
    if open.isEmpty { lines.append(DayExplanation.Line("nothing is open on this day")) }
    for credit in look.account.credits where credit.minorUnits > 0 {
      lines.append(
        DayExplanation.Line("\(credit) is not allocated: it is set against the oldest of what is due"))
    }
    return lines
  }

  private func segmentLines() -> (lines: [DayExplanation.Line], number: Int?) {
    var lines: [DayExplanation.Line] = []
    for (number, segment) in plan.segments.enumerated() {
      let schedule = plan.schedules[segment.schedule].name
      let gives = "schedule `\(schedule)`, tone `\(plan.tones[segment.tone])`"
      guard let condition = segment.condition, let text = segment.conditionText else {
        lines.append(
          DayExplanation.Line("`\(segment.name)`: everybody else → \(gives)", source: segment.source))
        return (lines, number)
      }
      let answer = answer(condition)
      let facts = FactReading.all(of: condition, reader)
      if answer == "holds" {
        lines.append(
          DayExplanation.Line(
            "`\(segment.name)` holds → \(gives): \(text)", facts: facts, source: segment.source))
        return (lines, number)
      }
      lines.append(
        DayExplanation.Line(
          "`\(segment.name)` \(answer): \(text)", facts: facts, source: segment.source,
          isDeciding: answer != "does not hold"))
      if answer != "does not hold" { return (lines, nil) }
    }
    return (lines, nil)
  }

  private func answer(_ condition: Program) -> String {
    do throws(EvaluationError) {
      return try condition.evaluateBool(reader) ? "holds" : "does not hold"
    } catch .noRate {
      return "cannot be worked out, a rate is missing"
    } catch .factUnavailable {
      return "cannot be worked out, a rate is missing"
    } catch {
      return "cannot be worked out on these facts"
    }
  }

  private func escalationLines() -> [DayExplanation.Line] {
    plan.escalations.indices.flatMap { rule -> [DayExplanation.Line] in
      let escalation = plan.escalations[rule]
      guard escalation.isPerInvoice else {
        return open.isEmpty ? [] : [line(rule, about: nil)]
      }
      return open.map { place in
        reader.look(at: place, look.state.parts[place])
        return line(rule, about: place)
      }
    }
  }

  private func line(_ rule: Int, about place: Int?) -> DayExplanation.Line {
    let escalation = plan.escalations[rule]
    let first = place.map { look.account.firstPlace(ofNumberAt: $0) }
    let firing = look.state.firings.first { $0.rule == rule && $0.first == first }
    let answer = answer(escalation.condition)
    var words = "`\(escalation.name)`\(place.map { " for \(name($0))" } ?? "") \(answer)"
    let fires = look.decision.flags.contains { flag in
      guard case .escalation(rule) = flag.origin else { return false }
      return place.map { flag.invoice == parts[$0].id.number } ?? (flag.invoice == nil)
    }
    let does = escalation.actions.map { plan.text(of: $0) }.joined(separator: ", ")
    if fires {
      words += ", and fires today (\(does))"
    } else if let firing, !firing.isCleared {
      words += "; it fired before (\(does)), and is not released"
    }
    return DayExplanation.Line(
      "\(words): \(escalation.conditionText)", facts: FactReading.all(of: escalation.condition, reader),
      source: escalation.source, isDeciding: fires || firing.map { !$0.isCleared } ?? false)
  }

  private func obstacleLines() -> [DayExplanation.Line] {
    var lines: [DayExplanation.Line] = []
    func about(_ places: [Int]?) -> String {
      places.map { $0.map(name).joined(separator: ", ") } ?? "the customer"
    }
    for place in open {
      if parts[place].isDisputedByBooks {
        lines.append(DayExplanation.Line("\(name(place)) is disputed in the books"))
      } else if look.state.parts[place].isDisputedByReply {
        lines.append(DayExplanation.Line("\(name(place)) is disputed by a reply", source: source(.dispute)))
      }
    }
    for hold in look.state.holds {
      lines.append(
        DayExplanation.Line(
          "\(about(hold.parts)) is held: `\(hold.reason.text(in: plan))`", source: source(of: hold.reason)))
    }
    for pause in look.state.pauses where pause.last >= day {
      lines.append(
        DayExplanation.Line(
          "\(about(pause.parts)) is quiet from \(pause.first) to \(pause.last): `\(pause.reason.text(in: plan))`",
          source: source(of: pause.reason)))
    }
    return lines
  }

  private func source(_ kind: Response.Kind) -> Source? { plan.responses[kind.index]?.source }

  private func source(of reason: SilenceReason) -> Source? {
    switch reason {
    case .heldByEscalation(let rule): plan.escalations[rule].source
    case .heldByResponse(let kind), .paused(let kind): source(kind)
    default: nil
    }
  }

  private func tierLines(_ schedule: Int) -> [DayExplanation.Line] {
    var lines: [DayExplanation.Line] = []
    if let moved = look.state.movedTo {
      lines.append(
        DayExplanation.Line("a rule moved the customer to the schedule `\(plan.schedules[moved].name)`"))
    }
    return lines
      + open.map { place in
        let history = look.state.parts[place].sent
        let ladder = Ladder(plan: plan, schedule: schedule, part: parts[place], history: history)
        let standing = ladder.standing(on: day)
        let sent = history.map { "`\(plan.tiers[$0.tier].name)` on \($0.day)" }.joined(separator: ", ")
        var words = "\(name(place)): \(sent.isEmpty ? "nothing sent so far" : "sent \(sent)")"
        if let step = standing.position.map({ plan.schedules[schedule].steps[$0] }) {
          words += "; `\(plan.tiers[step.tier].name)` (\(PlanText.text(step.timing))) is reached"
          words += ladder.earliestDay(step).map { $0 < day ? " since \($0)" : " today" } ?? ""
          return DayExplanation.Line(words, source: step.source)
        }
        if standing.isFinished {
          return DayExplanation.Line(words + "; no tier is left", source: plan.schedules[schedule].endSource)
        }
        guard let step = plan.schedules[schedule].steps.first(where: { ladder.isLeft($0, on: day) }) else {
          return DayExplanation.Line(words)
        }
        words += "; next is `\(plan.tiers[step.tier].name)` (\(PlanText.text(step.timing)))"
        words += ladder.earliestDay(step).map { ", not before \($0)" } ?? ""
        return DayExplanation.Line(words, source: step.source)
      }
  }

  private func smallLines() -> [DayExplanation.Line] {
    look.decision.silences.compactMap { silence in
      switch silence.reason {
      case .belowMinBalance:
        DayExplanation.Line(
          "\(name(silence.place)): \(parts[silence.place].balance) is below "
            + "\(plan.limits.minBalance?.description ?? "") \(plan.base.code)", source: silence.source)
      case .afterIssue:
        DayExplanation.Line(
          "\(name(silence.place)) was issued only on \(parts[silence.place].issued)", source: silence.source)
      default: nil
      }
    }
  }

  private func groupLines() -> [DayExplanation.Line] {
    look.decision.messages.map { message in
      let own = message.parts.map { name($0.place) }.joined(separator: ", ")
      let also = message.alsoListed.map(name).joined(separator: ", ")
      return DayExplanation.Line(
        "one message about \(own)" + (also.isEmpty ? "" : ", which also lists \(also)")
          + ": \(message.total) in all, to \(message.to.email)", source: message.step.source)
    }
  }

  private func limitLines() -> [DayExplanation.Line] {
    guard let last = look.state.messages.last else { return [] }
    let gapEnd = plan.calendar.adding(plan.limits.minGap, to: last.day)
    var lines = [
      DayExplanation.Line(
        "the last message left on \(last.day): the next one not before \(gapEnd)",
        source: plan.limits.minGapSource, isDeciding: gapEnd > day)
    ]
    if let cap = plan.limits.atMost {
      let count = look.state.messages.count { $0.day > day - cap.days }
      lines.append(
        DayExplanation.Line(
          "\(count) of \(cap.messages) messages in \(cap.days) days have left",
          source: plan.limits.atMostSource, isDeciding: count >= cap.messages))
    }
    return lines
  }

  private func wordLines() -> [DayExplanation.Line] {
    look.decision.messages.map { message in
      let tier = plan.tiers[message.step.tier].name
      let from = message.step.tone == nil ? "of the segment" : "of the tier"
      let template = plan.letters.template(
        tone: message.tone, tier: message.step.tier, language: message.language)
      return DayExplanation.Line(
        "`\(tier)` in the tone `\(plan.tones[message.tone])` \(from), language `\(message.language)`",
        source: template.map { plan.letters.sources[$0] })
    }
  }
}
