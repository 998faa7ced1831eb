import ArgumentParser
import MailReading
import PolicySyntax
import Receivables
import Replies

/// `duly inbox read FILE`: what was understood of one mail, and the words it stands on.
struct InboxRead: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Understand one mail: what it says, and the words on which that stands.",
    discussion:
      "Nothing is done about it. Exits with 3 where a person has to read the mail, with 2 where the file is no mail."
  )

  @Argument(help: ArgumentHelp("A mail as it came in.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The day on which it came in; left out, that of its Date line, and without one today.",
      valueName: "date"))
  var received: String?

  @Option(
    help: ArgumentHelp(
      "The number of an invoice that had been reminded; may be given again.", valueName: "number"))
  var invoice: [String] = []

  @Option(help: ArgumentHelp("A folder of rule files of your own.", valueName: "dir"))
  var rules: String?

  @Option(help: "How it is written.")
  var format: Format = .text

  func run() throws {
    let reader = try InboxRules.reader(rules)
    let bytes: [UInt8]
    do throws(LabelledFolder.FolderError) {
      bytes = try LabelledFolder.bytes(file)
    } catch {
      throw Failure(error.message)
    }
    guard let mail = MailReader.read(bytes) else {
      throw Failure("`\(file)` is no mail: it does not begin with lines such as `From: …`")
    }
    let day: Day
    if let received {
      guard let given = Day(iso: received) else {
        throw Failure("--received `\(received)` is no day written YYYY-MM-DD")
      }
      day = given
    } else if let written = mail.writtenOn {
      // Days such as "on Friday" count from the day on which they were written.
      day = written
    } else if let today = Clock.today() {
      day = today
    } else {
      throw Failure("the clock shows no day that can be used; give one: `--received YYYY-MM-DD`")
    }
    let context = ReminderContext(
      received: day, invoices: invoice.map { ReminderContext.Invoice(number: $0, hundredths: nil) })
    let understanding = reader.understand(mail, context: context)
    switch format {
    case .text: Terminal.write(InboxText.whole(understanding))
    case .json: Terminal.write(understanding.json(file: file) + "\n")
    }
    if understanding.needsPerson { Terminal.exit(.needsPerson) }
  }
}

/// The rule files as the commands read them.
enum InboxRules {
  /// A reader by the program's rules and those of a folder.
  static func reader(_ folder: String?) throws -> ReplyReader {
    if let folder, !PolicyFolder.isFolder(folder) {
      throw Failure("the folder of the rules, `\(folder)`, is no folder that is there")
    }
    do throws(ShippedRules.RuleError) {
      return ReplyReader(rules: try ShippedRules.read(folder: folder))
    } catch {
      throw Failure(error.message)
    }
  }
}
