import Execution
import Mail
import Schedule

/// What carries messages out of the house, as `duly.yaml` says: a mail server, and a folder for letters on paper.
struct Post {
  let dispatcher: any Dispatcher
  private let line: MailLine?

  /// - Throws: `Failure` where a policy sends mail and the project names no server, or its password cannot be had.
  init(_ project: ProjectFile, _ plan: Plan, isDryRun: Bool) throws {
    let sendsMail = plan.schedules.contains { $0.steps.contains { $0.channels.contains(.email) } }
    guard !isDryRun else {
      dispatcher = NoPost()
      line = nil
      return
    }
    guard let server = try project.mail.smtp?.server() else {
      throw Failure(
        sendsMail
          ? "the policy sends mail, and duly.yaml names no server: add `mail: { smtp: { url: …, user: …, password: … } }`"
          : "duly.yaml names no mail server under `mail:`")
    }
    let line = MailLine(server)
    let outbox = LetterOutbox(folder: project.mail.outbox)
    self.line = line
    dispatcher = MailDispatcher(line) { letter, key in _ = try outbox.put(letter, key: key) }
  }

  /// Says farewell to the server.
  func close() async { await line?.close() }
}

/// A dry run sends nothing.
private struct NoPost: Dispatcher {
  func dispatch(_ message: ReadyMessage) async -> SendOutcome { .notSent(reason: "a dry run sends nothing") }
  func deliver(_ mail: OutgoingMail) async -> SendOutcome { .notSent(reason: "a dry run sends nothing") }
}
