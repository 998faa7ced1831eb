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

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Where the line waits for the server: a task that prefers it gives messages to the line without a change of thread.
  package nonisolated var thread: any TaskExecutor { executor }

  /// A line to a server; it connects when there is something to send.
  package init(_ server: MailServer, clock: LineClock = .system()) {
    self.server = server
    self.clock = clock
    pace = MailPace(messagesPerMinute: server.messagesPerMinute)
  }

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
  package func send(
    _ message: [UInt8], from sender: String, to: [String], copies: [String] = []
  ) async -> SendOutcome {
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
    return offer(message, envelope)
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
