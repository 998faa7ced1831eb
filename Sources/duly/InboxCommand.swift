import ArgumentParser

/// `duly inbox`: the commands about what comes back.
struct InboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox", abstract: "Understand what customers write back.",
    subcommands: [InboxRead.self, InboxMeasure.self])
}
