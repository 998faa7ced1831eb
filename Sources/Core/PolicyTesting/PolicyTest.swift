import PolicySyntax
import Receivables
import Simulation

/// One test of a policy: a few customers, what happens to them, and what they are to hear.
package struct PolicyTest: Sendable {
  /// What the test promises, in the owner's words; no two of a file are the same.
  package let name: String
  /// The test in its file, a mapping.
  package let node: Node
  package let from: Day
  /// Calendar days from `from` on, at least 1.
  package let days: Int
  /// False where the test says `owner: absent`: nobody gives approvals.
  package let ownerIsPresent: Bool
  package let snapshot: Snapshot
  /// In order of day, then of the file.
  package let events: [ScenarioEvent]
  /// Every message of the horizon; nil where the test does not list them.
  package let expect: [MessageExpectation]?
  /// Messages that are among those of the horizon.
  package let expectSome: [MessageExpectation]
  /// No message is like one of these.
  package let never: [MessageExpectation]
  /// Every flag of the horizon; nil where the test does not list them.
  package let flags: [FlagExpectation]?
  /// Days on which an invoice is quiet, and why.
  package let silences: [SilenceExpectation]

  package init(
    name: String, node: Node, from: Day, days: Int, ownerIsPresent: Bool, snapshot: Snapshot,
    events: [ScenarioEvent], expect: [MessageExpectation]?, expectSome: [MessageExpectation],
    never: [MessageExpectation], flags: [FlagExpectation]?, silences: [SilenceExpectation]
  ) {
    self.name = name
    self.node = node
    self.from = from
    self.days = days
    self.ownerIsPresent = ownerIsPresent
    self.snapshot = snapshot
    self.events = events
    self.expect = expect
    self.expectSome = expectSome
    self.never = never
    self.flags = flags
    self.silences = silences
  }

  /// False for a test that can only be recorded.
  package var expectsSomething: Bool {
    expect != nil || !expectSome.isEmpty || !never.isEmpty || flags != nil || !silences.isEmpty
  }

  /// The words of a letter are written only where a test reads them.
  var readsLetters: Bool {
    ((expect ?? []) + expectSome + never).contains { $0.reads(.subject) || $0.reads(.says) }
  }
}
