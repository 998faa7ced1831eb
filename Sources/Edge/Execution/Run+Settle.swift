import JournalModel
import Mail
import Receivables
import Schedule

extension Run {
  /// What became of a message; it is written with the next step.
  func settle(_ send: PlannedSend, _ outcome: SendOutcome) {
    let key = send.claim.key
    let happening: MessageHappening
    switch outcome {
    case .sent(let reply, let refused):
      happening = .sent(key: key, reply: reply, refusedCopies: refused.map(\.address))
      record(send, .sent(refusedCopies: refused.map(\.address)))
    case .refused(let isTemporary, _, let reply, let recipient):
      happening = .refused(key: key, refusal(send, isTemporary, reply, recipient))
      record(send, .failed(isTemporary: isTemporary, reply: reply))
    case .waitedTooLong:
      let reason = "the message before it took so long that a later run looks at it afresh"
      happening = .voided(key: key, reason: reason)
      record(send, .skipped(reason))
    case .notSent(let reason):
      happening = .refused(key: key, refusal(send, true, reason, nil))
      record(send, .failed(isTemporary: true, reply: reason))
    case .unknown(let reason):
      happening = .unknown(key: key, reason: reason)
      record(send, .unknown(reason))
    }
    note(event(.message(happening), send.customer))
  }

  /// Takes in a step of a message that is to be written with the next one.
  ///
  /// Two steps in one commit are as safe as two: the end of the process between them leaves a message of which nobody knows, as it
  /// does at any moment while the server has it. So nothing that can take long may lie between them.
  func note(_ event: JournalEvent) { steps.append(event) }

  /// Writes the steps that wait for the next one.
  ///
  /// They need not be on the disk: the end of the process loses none of them, and after the end of the machine every claim that
  /// is not settled is shown to a person.
  func flush() throws {
    let events = steps
    steps = []
    try append(events, isDurable: false)
  }

  /// A refusal for now is tried again by later runs, within bounds on number and age; then it is one for good.
  private func refusal(
    _ send: PlannedSend, _ isTemporary: Bool, _ reply: String, _ recipient: String?
  ) -> Refusal {
    let earlier = session.state.attempts(of: send.customer, send.claim)
    let isWornOut =
      (earlier?.count ?? 0) + 1 >= RunLimits.attempts
      || earlier.map { day - $0.first > RunLimits.attemptDays }
        ?? false
    let isForNow = isTemporary && !isWornOut
    return Refusal(
      isTemporary: isForNow, reply: reply,
      closedAddress: isTemporary || recipient != send.claim.to ? nil : recipient)
  }

  func record(_ send: PlannedSend, _ result: SendRecord.Result) {
    let record = SendRecord(customer: send.customer, claim: send.claim, result: result)
    report.records.append(record)
    telling.settled(record)
  }
}
