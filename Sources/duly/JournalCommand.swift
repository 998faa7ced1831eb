import ArgumentParser
import Journal

/// `duly journal`: the commands about the journal alone.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Look after the journal: verify it, export it, import it.",
    subcommands: [JournalVerify.self, JournalExport.self, JournalImport.self])
}

/// Which journal a command is about.
struct JournalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The journal; left out, that of duly.yaml.", valueName: "file"))
  var journal: String?

  /// Where the journal is.
  func path() throws -> String {
    guard let path = try journal ?? ProjectFile.findIfAny()?.journal else {
      throw Failure("no journal was named: say where it is with --journal FILE, or `journal:` in duly.yaml")
    }
    return path
  }

  /// Opens the journal to read; what keeps it from being opened ends the command.
  func open(check: JournalStore.Check) throws -> JournalStore {
    let path = try path()
    return try JournalOptions.using { () throws(JournalError) in
      try JournalStore.open(path, mode: .readOnly, check: check)
    }
  }

  /// Does something with a journal; its error ends the command.
  static func using<Value>(_ body: () throws(JournalError) -> Value) throws -> Value {
    do throws(JournalError) {
      return try body()
    } catch {
      throw Failure(error.description)
    }
  }
}

/// `duly journal verify`: whether the journal is as it was written.
struct JournalVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that nothing in the journal was changed, lost or damaged.",
    discussion:
      "Exits with 1 where something is wrong, with 2 where there is no journal that can be looked at. Note the "
      + "hash that it closes with: as long as an event with it is in the journal, nothing before that event changed."
  )

  @OptionGroup var options: JournalOptions

  @Flag(help: "Only what is wrong, no closing line.")
  var quiet = false

  func run() throws {
    let store = try options.open(check: .none)
    let (faults, closing) = try JournalOptions.using { () throws(JournalError) in
      let faults = try store.verify()
      guard faults.isEmpty else { return (faults, "") }
      let beginning = try store.beginning().map { ", begins with \($0)" } ?? ""
      return (faults, "\(try store.lastSeq()) events\(beginning), hash \(try store.lastHash())")
    }
    for fault in faults { Terminal.write("\(store.path): \(fault)\n") }
    guard faults.isEmpty else {
      if faults.count == JournalLimits.faults {
        Terminal.writeError("there may be more: the first \(faults.count) are told\n")
      }
      Terminal.exit(.findings)
    }
    if !quiet { Terminal.writeError("\(store.path) is as it was written: \(closing)\n") }
  }
}

/// `duly journal export`: the journal as lines of JSON.
struct JournalExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write all events to standard output, one JSON object a line.")

  @OptionGroup var options: JournalOptions

  func run() throws {
    let store = try options.open(check: .quick)
    do {
      try store.export { Terminal.write($0) }
    } catch let error as JournalError {
      throw Failure(error.description)
    }
  }
}

/// `duly journal import`: a journal from lines of JSON.
struct JournalImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a journal from an export; every line is checked, and all of it or nothing is taken.")

  @Argument(help: ArgumentHelp("What `export` wrote; - is standard input.", valueName: "file"))
  var file: String

  @OptionGroup var options: JournalOptions

  @Flag(help: "No closing line.")
  var quiet = false

  func run() throws {
    let path = try options.path()
    let count = try JournalOptions.using { () throws(JournalError) in
      let lines = try ExportLines(file)
      return try JournalStore.make(path) { () throws(JournalError) in try lines.next() }
    }
    if !quiet { Terminal.writeError("\(path): \(count) events imported\n") }
  }
}
