import Synchronization

/// A line to a mail server: one connection, kept for many messages, that says of each what became of it.
///
/// It waits for the server on a thread of its own. Messages leave in the order in which they were given.
package actor MailLine {
  private let executor = QueueExecutor()
  private let server: MailServer
  private let clock: LineClock
  private var pace: MailPace
  private var session: SMTPSession?
  /// True where the next message has waited for its turn already.
  private var hasTurn = false
  private let isQuick = Mutex(false)

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// A line to a server; it connects when there is something to send.
  package init(_ server: MailServer, clock: LineClock = .system()) {
    self.server = server
    self.clock = clock
    pace = MailPace(messagesPerMinute: server.messagesPerMinute)
  }

  /// True where a message may be given to the line while the one before it is with the server: it answers so quickly that the next
  /// one leaves at once.
  package nonisolated var takesNextAhead: Bool { !waitsForTurns && isQuick.withLock { $0 } }

  /// The time by the line's clock.
  package nonisolated var now: Duration { clock.now() }

  /// True where messages leave evenly spread.
  package nonisolated var waitsForTurns: Bool { server.messagesPerMinute != nil }

  /// Waits until the next message may leave: what is looked at behind it is not old when the message leaves.
  ///
  /// A turn that no message used is kept for the next; where the wait is broken off, the message waits anew.
  package func awaitTurn() async {
    if hasTurn { return }
    do {
      try await clock.wait(pace.turn(at: clock.now()))
      hasTurn = true
    } catch { hasTurn = false }
  }

  // The last farewell waits for the server too, so it has to run here.
  isolated deinit {}

  /// Gives a message to the server, once.
  ///
  /// All of `to` have it or nobody has. A copy that is refused is left out, and the message is offered again without it:
  /// no byte of it had left then.
  ///
  /// - Parameters:
  ///   - message: As `MailComposer` makes it.
  ///   - sender: The address that a failure is reported to.
  ///   - copies: May be empty; an address that is in `to` as well is left out here.
  ///   - given: When it was decided that the message leaves, by the line's clock. Where the message before it took so long that this does
  ///     not hold any more, it is not sent. Nil where it holds for ever.
  package func send(
    _ message: [UInt8], from sender: String, to: [String], copies: [String] = [], given: Duration? = nil
  ) async -> SendOutcome {
    if let given, clock.now() - given > MailLimits.ahead {
      isQuick.withLock { $0 = false }
      return .waitedTooLong
    }
    let envelope: MailEnvelope
    do throws(MailError) {
      envelope = try MailEnvelope(from: sender, to: to, copies: copies)
    } catch {
      return .refused(isTemporary: false, code: nil, reply: error.message, recipient: nil)
    }
    if let fault = MessageFault.find(in: message) {
      return .refused(isTemporary: false, code: nil, reply: fault, recipient: nil)
    }
    let delay = hasTurn ? .zero : pace.turn(at: clock.now())
    hasTurn = false
    if delay > .zero {
      do { try await clock.wait(delay) } catch {
        return .notSent(reason: "the run was stopped before its turn came")
      }
    }
    let begin = clock.now()
    let outcome = offer(message, envelope)
    let isQuick = clock.now() - begin < MailLimits.quick
    self.isQuick.withLock { quick in
      // A server that takes no message for now, or has none, gets one after the other.
      if case .sent = outcome { quick = isQuick } else { quick = false }
    }
    return outcome
  }

  /// Says farewell to the server; the next message connects anew.
  package func close() { session = nil }

  /// One transaction after the other until one is not about a copy.
  private func offer(_ message: [UInt8], _ whole: MailEnvelope) -> SendOutcome {
    var envelope = whole
    var refused: [RefusedRecipient] = []
    while true {
      switch proof(of: message, envelope) {
      case .accepted(let reply): return .sent(reply: told(reply), refusedCopies: refused)
      case .notSent(let reason): return .notSent(reason: told(reason))
      case .unknown(let reason): return .unknown(reason: told(reason))
      case .deadConnection: return .notSent(reason: "the connection to the server broke off twice")
      case .refused(let reply):
        let isTemporary = reply.code < 500
        guard case .recipient(let place) = reply.step, reply.code != 421 else {
          return .refused(isTemporary: isTemporary, code: reply.code, reply: told(reply.text), recipient: nil)
        }
        let address = envelope.recipients[place]
        guard envelope.dropCopy(at: place) else {
          return .refused(
            isTemporary: isTemporary, code: reply.code, reply: told(reply.text), recipient: address)
        }
        refused.append(
          RefusedRecipient(
            address: address, isTemporary: isTemporary, code: reply.code, reply: told(reply.text)))
      }
    }
  }

  /// One transaction; once more where the connection that was kept had died meanwhile.
  private func proof(of message: [UInt8], _ envelope: MailEnvelope) -> SendProof {
    let first = transfer(message, envelope)
    return first == .deadConnection ? transfer(message, envelope) : first
  }

  private func transfer(_ message: [UInt8], _ envelope: MailEnvelope) -> SendProof {
    guard let session = session ?? SMTPSession(server) else {
      return .notSent(reason: "there is no memory for a connection")
    }
    self.session = session
    return SendProof(session.transfer(message, from: envelope.sender, to: envelope.recipients))
  }

  /// A server's words, without our secret.
  private func told(_ words: String) -> String {
    server.password?.removed(from: words, user: server.user) ?? words
  }
}
