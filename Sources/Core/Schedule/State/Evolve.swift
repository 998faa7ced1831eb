/// The state after one more event: `events.reduce(into: state, evolve)` is the whole of it.
///
/// Pure and total: it reads nothing but its arguments. What a reply or a rule leads to was settled before
/// (`respond`, `decide`) and stands in events of its own, so a later change of the policy changes no past.
package func evolve(_ state: inout State, _ event: Event) {
  switch event {
  case .sent(let message):
    state.messages.append(message)
    for part in message.parts { state.parts[part.place].sent.append(part.sent) }
  case .bounced:
    guard let message = state.messages.popLast() else { return }
    for part in message.parts where !state.parts[part.place].sent.isEmpty {
      state.parts[part.place].sent.removeLast()
    }
  case .answered(let day):
    state.answeredOn = max(day, state.answeredOn ?? day)
  case .disputed(let parts):
    for place in parts { state.parts[place].isDisputedByReply = true }
  case .promised(let named, let granted, let pause):
    takePlaceOfEarlierPromises(&state, granted)
    if let pause { state.pauses.append(pause) }
    state.promises.append(
      Promise(
        named: named, granted: granted, pause: pause.map { _ in state.pauses.count - 1 }, last: pause?.last))
  case .pauseBegan(let pause):
    state.pauses.append(pause)
  case .holdBegan(let hold):
    state.holds.append(hold)
  case .promiseBroken:
    state.brokenPromises += 1
  case .released:
    release(&state)
  case .fired(let rule, let first):
    state.firings.removeAll { $0.rule == rule && $0.first == first }
    state.firings.append(Firing(rule: rule, first: first))
  case .lapsed(let rule, let first):
    for place in state.firings.indices
    where state.firings[place].rule == rule && state.firings[place].first == first {
      state.firings[place].wasFalse = true
    }
  case .scheduleMoved(let schedule):
    state.movedTo = schedule
  case .scheduleEnded:
    state.movedTo = nil
  case .flagged(let flag, let place):
    state.parts[place].raise(flag)
  }
}

/// A new promise that pauses takes the place of earlier ones, and of their pauses, for the parts that both
/// name. Source: policy language, section 5 step 4.
private func takePlaceOfEarlierPromises(_ state: inout State, _ granted: [Int]) {
  if granted.isEmpty { return }
  for index in state.promises.indices {
    state.promises[index].granted.removeAll { granted.contains($0) }
    if let pause = state.promises[index].pause, state.pauses[pause].parts != nil {
      state.pauses[pause].parts = state.promises[index].granted
    }
  }
}

private func release(_ state: inout State) {
  state.holds = []
  state.movedTo = nil
  for index in state.firings.indices { state.firings[index].isCleared = true }
  for place in state.parts.indices { state.parts[place].isDisputedByReply = false }
}
