import ArgumentParser
import Execution
import Journal
import JournalModel
import Receivables

/// `duly inbox list`: the mails that were heard.
struct InboxList: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the mails that were heard, the latest first.")

  @OptionGroup var journal: JournalOptions

  @Option(help: ArgumentHelp("Only this customer's.", valueName: "customer"))
  var customer: String?

  @ArgumentParser.Flag(help: "Only those that a person has to read.")
  var needsPerson = false

  @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
  var limit = 50

  @Option(help: "How the list is written.")
  var format: Format = .text

  func run() async throws {
    let session = try InboxJournal.session(journal, mode: .readOnly)
    let records = session.state.mails.heard.reversed().filter { record in
      (customer.map { record.customer == CustomerID($0) } ?? true)
        && (!needsPerson || record.mail.needsPerson && record.correctedAs == nil)
    }
    let shown = records.prefix(max(0, limit))
    switch format {
    case .json: for record in shown { Terminal.write(InboxJSON.line(record) + "\n") }
    case .text:
      let names = await CustomerNames.ofProject()
      Terminal.write(shown.isEmpty ? "No mail was heard.\n" : "")
      for record in shown { Terminal.write(InboxText.line(record, names)) }
      if shown.count < records.count { Terminal.write("… and \(records.count - shown.count) more\n") }
    }
  }
}

/// `duly inbox show NUMBER`: one mail whole.
struct InboxShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a mail: what it was taken to say, and the words on which that stands.")

  @OptionGroup var journal: JournalOptions

  @Argument(help: ArgumentHelp("The number in the list.", valueName: "number"))
  var number: Int64

  func run() async throws {
    let session = try InboxJournal.session(journal, mode: .readOnly)
    let record = try InboxJournal.record(number, session)
    Terminal.write(InboxText.whole(record, await CustomerNames.ofProject()))
  }
}

/// The journal as the commands about mails open it.
enum InboxJournal {
  static func session(_ options: JournalOptions, mode: JournalStore.Mode) throws -> JournalSession {
    do {
      return try JournalSession(JournalStore.open(try options.path(), mode: mode))
    } catch let error as JournalError {
      throw Failure(error.description)
    } catch let error as UnreadableEvent {
      throw Failure(error.description)
    }
  }

  /// The mail of that number.
  static func record(_ number: Int64, _ session: JournalSession) throws -> HeardRecord {
    guard let record = session.state.mails.record(number) else {
      throw Failure("there is no mail \(number): `duly inbox list` shows what there is")
    }
    return record
  }
}
