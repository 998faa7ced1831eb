import ArgumentParser

/// `duly inbox`: the commands about what comes back.
struct InboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox", abstract: "Hear what customers write back, and what came of it.",
    subcommands: [
      InboxFetch.self, InboxList.self, InboxShow.self, InboxCorrect.self, InboxRead.self, InboxMeasure.self,
    ], defaultSubcommand: InboxFetch.self)
}
