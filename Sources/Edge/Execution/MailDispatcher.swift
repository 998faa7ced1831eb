import Mail

/// Sends by a mail server, and puts letters on paper into an outbox.
package struct MailDispatcher: Dispatcher {
  private let line: MailLine
  private let composed = ComposedAhead()
  private let print: @Sendable (PaperLetter, String) throws -> Void

  /// - Parameters:
  ///   - print: Puts a letter where it is printed from, under its key; it never replaces one that is there.
  package init(_ line: MailLine, print: @escaping @Sendable (PaperLetter, String) throws -> Void) {
    self.line = line
    self.print = print
  }

  /// A message on two channels is one message: the letter is put down first, for it can be thrown away, and a mail cannot
  /// be called back.
  package func dispatch(_ message: ReadyMessage) async -> SendOutcome {
    let given = line.now
    if let letter = message.letter {
      do { try print(letter, message.claim.key) } catch {
        return .refused(
          isTemporary: true, code: nil, reply: "the letter cannot be put into the outbox: \(error)",
          recipient: nil)
      }
    }
    guard let mail = message.mail else { return .sent(reply: "put into the outbox", refusedCopies: []) }
    return await deliver(mail, given: given)
  }

  package var waitsForTurns: Bool { line.waitsForTurns }

  package func awaitTurn() async { await line.awaitTurn() }

  package var takesNextAhead: Bool { line.takesNextAhead }

  package func prepare(_ messages: [ReadyMessage]) { composed.begin(messages.compactMap(\.mail)) }

  package func deliver(_ mail: OutgoingMail) async -> SendOutcome { await deliver(mail, given: nil) }

  private func deliver(_ mail: OutgoingMail, given: Duration?) async -> SendOutcome {
    do throws(MailError) {
      let bytes: [UInt8]
      if let made = composed.take(mail) { bytes = made } else { bytes = try MailComposer().compose(mail) }
      return await line.send(
        bytes, from: mail.from.address, to: mail.to.map(\.address), copies: mail.cc.map(\.address),
        given: given)
    } catch {
      return .refused(isTemporary: false, code: nil, reply: error.message, recipient: nil)
    }
  }
}
