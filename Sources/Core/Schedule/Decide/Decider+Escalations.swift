extension Decider {
  /// Step 3: every rule, for every open number or for the customer; those that hold fire once.
  ///
  /// A rule that lacks a rate holds what lacks it: the part, or the whole customer.
  mutating func escalate() {
    for rule in plan.escalations.indices {
      guard plan.escalations[rule].isPerInvoice else {
        judge(rule, parts: nil)
        continue
      }
      let hasFired = decision.state.firings.contains { $0.rule == rule }
      if !hasFired, memory.endOfQuiet(rule, today) != nil { continue }
      var first = 0
      while first < open.count {
        var end = first + 1
        // Only an invoice that is paid in parts has more than one.
        if account.receivables[open[first]].instalments > 1 {
          let number = account.receivables[open[first]].id.number
          while end < open.count, account.receivables[open[end]].id.number == number { end += 1 }
        }
        judge(rule, parts: first..<end)
        first = end
      }
      if !hasFired { memory.noteQuiet(rule, open, today) }
    }
  }

  /// Works out one rule for the open parts of one number, by their places in `open` (nil: for the customer), and
  /// fires it.
  private mutating func judge(_ rule: Int, parts: Range<Int>?) {
    var holds = false
    var fails = true
    if let parts {
      for place in parts {
        let verdict = memory.verdict(of: rule, at: open[place], decision.state, on: today)
        note(verdict, open[place], &holds, &fails)
      }
    } else {
      note(memory.verdict(of: rule, at: nil, decision.state, on: today), nil, &holds, &fails)
    }
    if !holds && !(fails && decision.state.firings.contains { $0.rule == rule }) { return }
    let first = parts.map { firstPlace(ofNumberAt: open[$0.lowerBound]) }
    let firing = decision.state.firings.first { $0.rule == rule && $0.first == first }
    if holds {
      if firing.map({ $0.mayFireAgain(on: today) }) ?? true { fire(rule, first) }
    } else if fails, let firing, !firing.wasFalse {
      happen(.lapsed(rule: rule, first: first))
    }
  }

  /// Mostly the part itself: only an invoice that is paid in parts has another.
  private func firstPlace(ofNumberAt place: Int) -> Int {
    account.receivables[place].instalments == 1 ? place : account.firstPlace(ofNumberAt: place)
  }

  /// Takes in what a rule says of one part, or of the customer: it holds where it holds for any, and fails where it
  /// fails for all.
  private mutating func note(_ verdict: Verdict, _ place: Int?, _ holds: inout Bool, _ fails: inout Bool) {
    switch verdict {
    case .fails: return
    case .holds: holds = true
    case .noRate, .customerLacksRate:
      if let place, verdict == .noRate {
        if reasons[place] == nil { reasons[place] = .noRate }
      } else {
        holdAll(.noRate)
      }
    case .broken:
      if let place {
        if reasons[place] == nil { reasons[place] = .conditionFailed }
      } else {
        holdAll(.conditionFailed)
      }
    }
    fails = false
  }

  private mutating func holdAll(_ reason: SilenceReason) {
    for place in open where reasons[place] == nil { reasons[place] = reason }
  }

  private mutating func fire(_ rule: Int, _ first: Int?) {
    let escalation = plan.escalations[rule]
    happen(.fired(rule: rule, first: first))
    let number = first.map { account.receivables[$0].id.number }
    decision.flags.append(
      Flag(day: today, invoice: number, origin: .escalation(rule), source: escalation.source))
    for action in escalation.actions {
      switch action {
      case .holdCustomer: happen(.holdBegan(Hold(parts: nil, reason: .heldByEscalation(rule))))
      case .holdInvoice:
        happen(
          .holdBegan(Hold(parts: number.map(account.places(ofNumber:)), reason: .heldByEscalation(rule))))
      case .schedule(let schedule): happen(.scheduleMoved(to: schedule))
      case .flag, .notify, .task: break
      }
    }
  }

  /// One of Duly's own flags: once for a part, on any day of the calendar.
  mutating func flagOnce(_ flag: OwnFlag, _ place: Int, _ source: Source) {
    if decision.state.parts[place].ownFlags.contains(flag) { return }
    happen(.flagged(flag, place: place))
    decision.flags.append(
      Flag(day: today, invoice: "\(account.receivables[place].id)", origin: .own(flag), source: source))
  }
}
