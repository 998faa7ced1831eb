import Execution
import Mail
import Schedule

/// What carries messages out of the house, as `duly.yaml` says: a mail server, and a folder for letters on paper.
struct Post {
  let dispatcher: any Dispatcher

  init(_ project: ProjectFile, _ plan: Plan, isDryRun: Bool) throws {
    dispatcher = NoPost()
  }

  /// Says farewell to the server.
  func close() async {}
}

/// A dry run sends nothing.
private struct NoPost: Dispatcher {
  func dispatch(_ message: ReadyMessage) async -> SendOutcome { .notSent(reason: "a dry run sends nothing") }
}
