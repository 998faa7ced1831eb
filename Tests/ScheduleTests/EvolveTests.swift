import PolicyModel
import Receivables
import TestSupport
import Testing

@testable import Schedule

/// The state as a fold of events.
@Suite struct EvolveTests {
  private static func message(_ day: Day, _ places: Int..., tier: Int = 0) -> SentMessage {
    SentMessage(
      day: day, level: tier + 1, address: "ap@c1.example",
      parts: places.map {
        SentMessage.Part(
          place: $0,
          sent: SentTier(day: day, tier: tier, level: tier + 1, schedule: 0, position: tier, deadline: nil))
      })
  }

  private func state(after events: Event..., parts: Int = 3) -> State {
    events.reduce(into: State(partCount: parts)) { evolve(&$0, $1) }
  }

  private static let pause = Pause(
    parts: [0, 1], first: "2026-03-05", last: "2026-03-12", reason: .paused(.promise))
  private static let longer = Pause(
    parts: [1], first: "2026-03-06", last: "2026-03-20", reason: .paused(.promise))

  @Test func `a message advances its parts`() {
    let state = state(after: .sent(Self.message("2026-03-09", 0, 2)))
    #expect(state.messages.count == 1)
    #expect(state.parts.map(\.sent.count) == [1, 0, 1])
  }

  @Test func `a bounce undoes the last message and nothing else`() {
    let one = Event.sent(Self.message("2026-03-09", 0, 1))
    let both = state(after: one, .sent(Self.message("2026-03-16", 0, 2, tier: 1)), .bounced)
    #expect(both == state(after: one))
    #expect(state(after: .bounced) == State(partCount: 3))
    #expect(state(after: one, .bounced, .bounced) == State(partCount: 3))
  }

  @Test func `the last answer is the latest, in whatever order they are told`() {
    #expect(
      state(after: .answered(on: "2026-03-09"), .answered(on: "2026-03-05")).answeredOn == "2026-03-09")
  }

  @Test func `a promise that pauses takes the place of the earlier one for the parts that both name`() {
    let state = state(
      after: .promised(named: [0, 1], granted: [0, 1], pause: Self.pause),
      .promised(named: [1], granted: [1], pause: Self.longer))
    #expect(state.promises.map(\.granted) == [[0], [1]])
    #expect(state.promises.map(\.named) == [[0, 1], [1]])
    #expect(state.pauses.map(\.parts) == [[0], [1]])
  }

  @Test func `a promise that does not pause changes no other`() {
    let state = state(
      after: .promised(named: [0, 1], granted: [0, 1], pause: Self.pause),
      .promised(named: [0, 1], granted: [], pause: nil))
    #expect(state.promises.map(\.granted) == [[0, 1], []])
    #expect(state.promises.map(\.last) == ["2026-03-12", nil])
    #expect(state.pauses == [Self.pause])
  }

  @Test func `a release ends holds, disputes by a reply and a schedule given by a rule, and clears rules`() {
    let state = state(
      after: .holdBegan(Hold(parts: nil, reason: .heldByResponse(.bounce))), .disputed(parts: [1]),
      .scheduleMoved(to: 2), .fired(rule: 0, first: nil), .pauseBegan(Self.pause),
      .sent(Self.message("2026-03-09", 0)), .released())
    #expect(state.holds.isEmpty)
    #expect(state.parts.allSatisfy { !$0.isDisputedByReply })
    #expect(state.movedTo == nil)
    #expect(state.firings.map(\.isCleared) == [true])
    #expect(state.pauses == [Self.pause])
    #expect(state.messages.count == 1)
  }

  @Test func `a rule that fires again begins anew`() {
    let state = state(
      after: .fired(rule: 0, first: 1), .fired(rule: 1, first: 1), .lapsed(rule: 0, first: 1), .released(),
      .fired(rule: 0, first: 1))
    #expect(state.firings.map(\.rule) == [1, 0])
    #expect(state.firings.map(\.wasFalse) == [false, false])
    #expect(state.firings.map(\.isCleared) == [true, false])
  }

  @Test func `a rule that was cleared until a day may fire again from that day on`() {
    let released = state(after: .fired(rule: 0, first: 1), .released(until: "2026-04-01"))
    let cleared = state(
      after: .fired(rule: 0, first: nil), .fired(rule: 0, first: 1),
      .cleared(rule: 0, first: 1, until: "2026-04-01"))
    for firing in [released.firings[0], cleared.firings[1]] {
      #expect(!firing.mayFireAgain(on: "2026-03-31"))
      #expect(firing.mayFireAgain(on: "2026-04-01"))
    }
    #expect(!cleared.firings[0].mayFireAgain(on: "2026-04-01"))
  }

  @Test func `a rule that was cleared without a day fires again once it was false`() {
    let state = state(after: .fired(rule: 0, first: 1), .cleared(rule: 0, first: 1, until: nil))
    #expect(!state.firings[0].mayFireAgain(on: "2030-01-01"))
    var later = state
    evolve(&later, .lapsed(rule: 0, first: 1))
    #expect(later.firings[0].mayFireAgain(on: "2026-03-10"))
  }

  @Test func `a message that was not sent after all counts for nothing`() {
    var first = Self.message("2026-03-09", 0)
    first.entry = 7
    var second = Self.message("2026-03-16", 0, tier: 1)
    second.entry = 9
    let both = state(after: .sent(first), .sent(second))
    #expect(state(after: .sent(first), .sent(second), .takenBack(entry: 7)) == state(after: .sent(second)))
    #expect(state(after: .sent(first), .sent(second), .takenBack(entry: 8)) == both)
  }

  @Test func `what is not known of a message holds until it is known, also after a release`() {
    let hold = Hold(parts: [0], reason: .unknownSend, entry: 7)
    #expect(state(after: .holdBegan(hold), .released()).holds == [hold])
    #expect(state(after: .holdBegan(hold), .unknownEnded(entry: 8)).holds == [hold])
    #expect(state(after: .holdBegan(hold), .unknownEnded(entry: 7)).holds.isEmpty)
  }

  @Test func `a flag of Duly's own is kept once for each part`() {
    let state = state(
      after: .flagged(.collection, place: 0), .flagged(.collection, place: 0),
      .flagged(.noRecipient, place: 1))
    #expect(state.parts.map(\.ownFlags) == [[.collection], [.noRecipient], []])
  }

  @Test func `a move ends with the schedule`() {
    #expect(state(after: .scheduleMoved(to: 1)).movedTo == 1)
    #expect(state(after: .scheduleMoved(to: 1), .scheduleEnded).movedTo == nil)
  }

  @Test func `broken promises are counted`() {
    #expect(state(after: .promiseBroken(0), .promiseBroken(1)).brokenPromises == 2)
  }
}

@Suite struct AddressLogTests {
  @Test func `messages to an address are kept by day`() {
    var log = AddressLog()
    log.note("a@x", on: "2026-03-09")
    log.note("b@x", on: "2026-03-10")
    log.note("a@x", on: "2026-03-11")
    #expect(log.days(to: "a@x") == ["2026-03-09", "2026-03-11"])
    #expect(log.days(to: "c@x") == [])
  }

  @Test func `a message that came back counts no more, and a permanent failure closes the address`() {
    var log = AddressLog()
    log.note("a@x", on: "2026-03-09")
    log.takeBack("a@x", sentOn: "2026-03-09", closes: false)
    #expect(log.days(to: "a@x") == [])
    #expect(!log.isClosed("a@x"))
    log.takeBack("a@x", sentOn: "2026-03-09", closes: true)
    #expect(log.isClosed("a@x"))
    #expect(!log.isClosed("b@x"))
  }

  @Test func `of two messages of one day one is taken back`() {
    var log = AddressLog()
    log.note("a@x", on: "2026-03-09")
    log.note("a@x", on: "2026-03-09")
    log.takeBack("a@x", sentOn: "2026-03-09", closes: false)
    #expect(log.days(to: "a@x") == ["2026-03-09"])
  }
}
