import Journal
import JournalModel
import Mail
import Receivables
import Schedule

extension Run {
  /// Messages that are claimed in one commit.
  ///
  /// The promises hold with any number: a claim is durable before any message of its batch leaves, and its slots are
  /// unique by themselves. After the end of a process every step of the batch is on record; after the machine went down
  /// the claims are, and what cannot be known of them is shown to a person. So the number only bounds how many that can be.
  private static let batchSize = 16

  /// Claim → look again → act → settle, for each message.
  ///
  /// While the mail server has a message, what needs nobody's answer is done for the next: it is composed, and where it begins a
  /// batch, the batch is claimed. What decides whether it leaves is looked at when its turn has come, after that.
  func send(_ planned: [PlannedSend]) async throws {
    var rest = planned[...]
    var batch = try claimBatch(&rest)
    while !batch.isEmpty {
      var following: Result<[PlannedSend], any Error> = .success([])
      for (place, send) in batch.enumerated() {
        let isLast = place == batch.count - 1
        do {
          try await carryOut(send) {
            if isLast { following = Result { try self.claimBatch(&rest) } }
            return isLast ? nil : batch[place + 1]
          }
        } catch {
          // What is known of the message before is not lost by what is in the way of this one. Where that is the journal
          // itself, the next run shows it as unknown.
          _ = Result { try flush() }
          throw error
        }
        progress?(report.records.count, planned.count)
      }
      try flush()
      batch = try following.get()
    }
    try flush()
  }

  /// Claims the next messages; empty at the end.
  private func claimBatch(_ rest: inout ArraySlice<PlannedSend>) throws -> [PlannedSend] {
    while !rest.isEmpty {
      let batch = try claim(Array(rest.prefix(Self.batchSize)))
      rest = rest.dropFirst(Self.batchSize)
      for send in batch { telling.claimed(send.claim, send.customer) }
      if !batch.isEmpty { return batch }
    }
    return []
  }

  /// Claims messages; those of which somebody else has a tier are skipped.
  private func claim(_ batch: [PlannedSend]) throws -> [PlannedSend] {
    do {
      try append(batch.map(claimed))
      return batch
    } catch let error as JournalError {
      guard case .slotTaken = error.code else { throw error }
    }
    // One of them is taken: each by itself.
    var taken: [PlannedSend] = []
    for send in batch {
      do {
        try append([claimed(send)])
        taken.append(send)
      } catch let error as JournalError {
        guard case .slotTaken = error.code else { throw error }
        try session.refresh()
        record(send, .skipped("another run has it already"))
      }
    }
    return taken
  }

  /// That a message is claimed, because of the policy's line for its tier.
  private func claimed(_ send: PlannedSend) -> JournalEvent {
    event(
      .message(.claimed(send.claim)), send.customer, from: .policy(send.message.step.source.description))
  }

  /// - Parameter meanwhile: Called once, while the message is under way or after it turned out that it must not leave.
  private func carryOut(
    _ send: PlannedSend, meanwhile: () -> PlannedSend?
  ) async throws {
    if dispatcher.waitsForTurns, send.message.step.channels.contains(.email) {
      try flush()
      await dispatcher.awaitTurn()
    }
    let message: ReadyMessage
    do {
      if let reason = try await reasonNotToSend(send) {
        _ = meanwhile()
        return void(send, reason)
      }
      message = try composed(send)
    } catch let error as UnpreparedMessage {
      _ = meanwhile()
      let reason = "it cannot be made: \(error.cause)"
      report.unwritten.append((send.customer, reason))
      return void(send, reason)
    }
    note(event(.message(.handedOver(key: send.claim.key)), send.customer))
    try flush()
    let dispatcher = dispatcher
    async let outcome = dispatcher.dispatch(message)
    if let next = meanwhile(), next.customer != send.customer { composeAhead(next) }
    settle(send, await outcome)
  }

  private func void(_ send: PlannedSend, _ reason: String) {
    note(event(.message(.voided(key: send.claim.key, reason: reason)), send.customer))
    record(send, .skipped(reason))
  }

  /// The message as it leaves: composed already, or now.
  private func composed(_ send: PlannedSend) throws(UnpreparedMessage) -> ReadyMessage {
    defer { ahead = nil }
    if let ahead, ahead.claim.key == send.claim.key { return ahead }
    do { return try ready(send) } catch { throw UnpreparedMessage(cause: error) }
  }

  /// What cannot be made now is tried again when its turn has come.
  private func composeAhead(_ send: PlannedSend) {
    do { ahead = dispatcher.compose(try ready(send)) } catch { ahead = nil }
  }
}

/// Why a message cannot be made.
private struct UnpreparedMessage: Error {
  let cause: any Error
}
