import ArgumentParser

/// `duly books`: the commands about the books alone.
struct BooksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "books", abstract: "Look at the books as Duly reads them.", subcommands: [BooksCheck.self])
}
