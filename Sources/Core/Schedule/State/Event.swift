import Receivables

/// Something that happened to one customer, as the journal knows it; the simulator assumes the same ones.
///
/// Tiers, schedules and rules are places in the plan, parts are places in the account: whoever reads events
/// from a journal binds the names to the plan in force.
package enum Event: Sendable, Equatable {
  /// A message left.
  case sent(SentMessage)
  /// The last message to the customer came back from all its addresses: it was not sent.
  case bounced
  /// The message of that entry of the journal was not sent after all: it came back, or a person found out.
  case takenBack(entry: Int64)
  /// A person at the customer answered, or money came in.
  case answered(on: Day)
  /// Parts of which the customer had been reminded were settled on that day.
  case settled(parts: [Int], on: Day)
  /// The parts are disputed by a reply.
  case disputed(parts: [Int])
  /// A day was promised for the parts `named`; `granted` are those for which it pauses, with the pause.
  case promised(named: [Int], granted: [Int], pause: Pause?)
  case pauseBegan(Pause)
  case holdBegan(Hold)
  /// The pause of a promise ended with an invoice of it open.
  ///
  /// The number is its place in `State.promises`.
  case promiseBroken(Int)
  /// What is not known of the message of that entry is known now: the hold that it began ends.
  case unknownEnded(entry: Int64)
  /// The owner clears holds, fired rules, disputes that came by a reply, and a schedule given by a rule. A rule
  /// may fire again once it has been false, or from the day `until` on.
  case released(until: Day? = nil)
  /// The owner clears one rule that fired; it may fire again as after `released`.
  case cleared(rule: Int, first: Int?, until: Day?)
  /// A rule fired, for the number whose first part is `first`, or for the customer.
  case fired(rule: Int, first: Int?)
  /// A rule that had fired was false today.
  case lapsed(rule: Int, first: Int?)
  /// A rule moved the customer to another schedule.
  case scheduleMoved(to: Int)
  /// Nothing is owed any more: a schedule given by a rule ends.
  case scheduleEnded
  /// One of Duly's own flags was raised for a part.
  case flagged(OwnFlag, place: Int)
}
