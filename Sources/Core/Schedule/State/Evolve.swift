import Receivables

/// The state after one more event: `events.reduce(into: state, evolve)` is the whole of it.
///
/// Pure and total: it reads nothing but its arguments. What a reply or a rule leads to was settled before
/// (`respond`, `decide`) and stands in events of its own, so a later change of the policy changes no past.
package func evolve(_ state: inout State, _ event: Event) {
  switch event {
  case .sent(let message):
    state.messages.append(message)
    for part in message.parts { state.parts[part.place].sent.append(part.sent) }
    for place in message.thanked ?? [] { state.parts[place].isThanked = true }
  case .bounced:
    guard let message = state.messages.popLast() else { return }
    for part in message.parts where !state.parts[part.place].sent.isEmpty {
      state.parts[part.place].sent.removeLast()
    }
  case .takenBack(let entry):
    takeBack(&state, entry)
  case .unknownEnded(let entry):
    state.holds.removeAll { $0.entry == entry }
  case .answered(let day):
    state.answeredOn = max(day, state.answeredOn ?? day)
  case .settled(let parts, let day):
    for place in parts { state.parts[place].settledOn = day }
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
  case .promiseBroken(let promise):
    if state.promises.indices.contains(promise) { state.promises[promise].isBroken = true }
    state.brokenPromises += 1
  case .released(let until):
    release(&state, until)
  case .cleared(let rule, let first, let until):
    for index in state.firings.indices
    where state.firings[index].rule == rule && state.firings[index].first == first {
      state.firings[index].clear(until: until)
    }
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

/// The message of an entry of the journal counts for nothing any more: no tier, gap or cap.
private func takeBack(_ state: inout State, _ entry: Int64) {
  guard let index = state.messages.lastIndex(where: { $0.entry == entry }) else { return }
  let message = state.messages.remove(at: index)
  for part in message.parts {
    let sent = state.parts[part.place].sent
    if let last = sent.lastIndex(of: part.sent) { state.parts[part.place].sent.remove(at: last) }
  }
}

private func release(_ state: inout State, _ until: Day?) {
  // What nobody knows of is not known after a release either: it ends when it is known.
  state.holds.removeAll { $0.entry == nil }
  state.movedTo = nil
  for index in state.firings.indices { state.firings[index].clear(until: until) }
  for place in state.parts.indices { state.parts[place].isDisputedByReply = false }
}
