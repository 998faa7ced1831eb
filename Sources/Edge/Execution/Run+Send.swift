import Journal
import JournalModel
import Mail
import Receivables
import Schedule

extension Run {
  /// Messages that are claimed in one commit.
  ///
  /// The promises hold with any number: a claim is durable before any message of its batch leaves, and its slots are
  /// unique by themselves. After the end of a process every step of the batches is on record; after the machine went down
  /// the claims are, and what cannot be known of them is shown to a person. So the number only bounds how many that can be: three times
  /// as many and two, those of the batch that leaves, of the one that is claimed meanwhile, and of the one before, of which it may not be
  /// on the disk how they ended.
  static let batchSize = 8

  /// Claim → look again → act → settle, for each message.
  ///
  /// While the mail server has a message, the next one is looked at, handed over and waits behind it, where the server answers quickly;
  /// those of the next batch are claimed on one more thread and composed on another.
  func send(_ planned: [PlannedSend]) async throws {
    let failure: (any Error)? = await withTaskGroup(of: EndedMessage.self) { post in
      do {
        try await send(planned, &post)
        return nil
      } catch {
        // What is known of the messages before is not lost by what is in the way of this one. Where that is the journal
        // itself, the next run shows them as unknown.
        await settleAll(&post)
        _ = Result { try flush() }
        _ = Result { try session.endAppending() }
        return error
      }
    }
    if let failure { throw failure }
  }

  private func send(_ planned: [PlannedSend], _ post: inout TaskGroup<EndedMessage>) async throws {
    var rest = planned[...]
    var next = beginClaiming(&rest)
    while !next.isEmpty {
      let batch = try endClaiming(next)
      next = beginClaiming(&rest)
      for send in batch {
        try await carryOut(send, &post)
        progress?(report.records.count, planned.count)
      }
    }
    try await catchUp(&post)
  }

  /// Waits until nothing is under way, and writes what became of it.
  func catchUp(_ post: inout TaskGroup<EndedMessage>) async throws {
    await settleAll(&post)
    try flush()
  }

  private func settleAll(_ post: inout TaskGroup<EndedMessage>) async {
    while !underWay.isEmpty { await settleNext(&post) }
  }

  /// Waits for the end of a message, whichever of them ends next.
  private func settleNext(_ post: inout TaskGroup<EndedMessage>) async {
    guard let ended = await post.next(), let place = underWay.firstIndex(where: { $0.claim.key == ended.key })
    else { preconditionFailure("each message under way has an end") }
    settle(underWay.remove(at: place), ended.outcome)
  }

  /// Begins to claim the next messages; none at the end.
  private func beginClaiming(_ rest: inout ArraySlice<PlannedSend>) -> [PlannedSend] {
    let next = Array(rest.prefix(Self.batchSize))
    rest = rest.dropFirst(Self.batchSize)
    session.beginAppending(next.map(claimed))
    dispatcher.prepare(next.compactMap(prepared))
    return next
  }

  /// Waits until messages are claimed; those of which somebody else has a tier are skipped.
  private func endClaiming(_ batch: [PlannedSend]) throws -> [PlannedSend] {
    do {
      try session.endAppending()
      for send in batch { telling.claimed(send.claim, send.customer) }
      return batch
    } catch let error as JournalError {
      guard case .slotTaken = error.code else { throw error }
    }
    // One of them is taken: each by itself.
    var taken: [PlannedSend] = []
    for send in batch {
      do {
        try append([claimed(send)])
        telling.claimed(send.claim, send.customer)
        taken.append(send)
      } catch let error as JournalError {
        guard case .slotTaken = error.code else { throw error }
        try session.refresh()
        record(send, .skipped("another run has it already"))
      }
    }
    return taken
  }

  /// The message as it would leave now; nil where it cannot be made, which is said when its turn has come.
  private func prepared(_ send: PlannedSend) -> ReadyMessage? {
    do { return try ready(send) } catch { return nil }
  }

  /// That a message is claimed, because of the policy's line for its tier.
  private func claimed(_ send: PlannedSend) -> JournalEvent {
    event(
      .message(.claimed(send.claim)), send.customer, from: .policy(send.message.step.source.description))
  }

  private func carryOut(_ send: PlannedSend, _ post: inout TaskGroup<EndedMessage>) async throws {
    // What a customer has had before goes with the next message to the same one.
    if underWay.contains(where: { $0.customer == send.customer }) { await settleAll(&post) }
    if dispatcher.waitsForTurns, send.message.step.channels.contains(.email) {
      try await catchUp(&post)
      await dispatcher.awaitTurn()
    }
    var message: ReadyMessage
    repeat {
      if let reason = try await reasonNotToSend(send, &post) {
        await settleAll(&post)
        return void(send, reason)
      }
      do { message = try ready(send) } catch {
        let reason = "it cannot be made: \(error)"
        report.unwritten.append((send.customer, reason))
        await settleAll(&post)
        return void(send, reason)
      }
    } while try !handOver(send)
    post.addTask { [dispatcher, message] in
      EndedMessage(key: message.claim.key, outcome: await dispatcher.dispatch(message))
    }
    underWay.append(send)
    // One is with the server, and one waits behind it.
    while underWay.count > (dispatcher.takesNextAhead ? 1 : 0) { await settleNext(&post) }
  }

  /// Writes that the dispatcher has the message from here on, with the steps before.
  ///
  /// - Returns: False where others have written to the journal meanwhile, by which the look has to be repeated: then nothing was
  ///   written. So what was looked at holds in the same transaction, whoever else works on the journal.
  private func handOver(_ send: PlannedSend) throws -> Bool {
    guard let claim = session.state.claims[send.claim.key], claim.number <= session.durableNumber else {
      preconditionFailure("a message does not leave before its claim is on the disk")
    }
    let step = event(.message(.handedOver(key: send.claim.key)), send.customer)
    do {
      try append(steps + [step], isDurable: false, onlyIfCurrent: true)
      steps = []
      return true
    } catch let error as JournalError {
      guard case .hasGoneOn = error.code else { throw error }
      try session.refresh()
      return false
    }
  }

  private func void(_ send: PlannedSend, _ reason: String) {
    note(event(.message(.voided(key: send.claim.key, reason: reason)), send.customer))
    record(send, .skipped(reason))
  }
}

/// A message that was under way, by its key, and what is known of it.
struct EndedMessage: Sendable {
  let key: String
  let outcome: SendOutcome
}
