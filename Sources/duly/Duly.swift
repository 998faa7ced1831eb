import ArgumentParser

/// The `duly` command.
struct Duly: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duly",
    abstract: "Dunning policies as code: check how you chase late invoices, preview it, and carry it out.",
    version: "0.1.0",
    subcommands: [
      InitCommand.self, Validate.self, PlanCommand.self, Simulate.self, DiffCommand.self, ExplainCommand.self,
      TestCommand.self, ExecuteCommand.self, ReviewCommand.self, InboxCommand.self, BooksCommand.self,
      JournalCommand.self, ExplainRule.self, SchemaCommand.self, WitnessCommand.self,
    ])

  /// Reads the arguments and runs the command that they name.
  static func runAsRoot() async throws {
    var command = try parseAsRoot()
    if var waiting = command as? any AsyncParsableCommand {
      try await waiting.run()
    } else {
      try command.run()
    }
  }
}

/// Why a command stops: said once on standard error, with the exit code of the contract.
struct Failure: Error {
  let message: String
  let code: ExitStatus

  init(_ message: String, _ code: ExitStatus = .usage) {
    self.message = message
    self.code = code
  }
}

/// The exit codes of the contract.
enum ExitStatus: Int32 {
  case done = 0
  case findings = 1
  case usage = 2
  case needsPerson = 3
  case defect = 70
}
