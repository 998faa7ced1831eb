import ArgumentParser
import MailReading
import Replies

/// `duly inbox measure DIR`: understands every mail of a folder, and scores that where somebody wrote down the truth.
struct InboxMeasure: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Understand a folder of mails, and say how well.",
    discussion: """
      Reads DIR/mail/*.eml, what had been sent before from DIR/reminders.jsonl, and what a person says that the mails say \
      from DIR/truth.jsonl, where there is one. A file that ends in .jsonl is read in place of a folder: its lines are those of \
      a truth.jsonl, and the mail is the line's `visible_reply`. Prints a line for each mail; the score is the last line of text, and with \
      JSON goes to standard error.
      """)

  @Argument(help: ArgumentHelp("The folder, or a file of labelled replies.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("A folder of rule files of your own.", valueName: "dir"))
  var rules: String?

  @Option(help: "How it is written.")
  var format: Format = .text

  @Flag(help: "No score.")
  var quiet = false

  func run() throws {
    let reader = try InboxRules.reader(rules)
    var score = ReplyScore()
    do throws(LabelledFolder.FolderError) {
      for entry in try LabelledFolder(folder).entries {
        guard let mail = try entry.mail() else {
          Terminal.writeError("\(entry.path): no mail: it does not begin with lines such as `From: …`\n")
          continue
        }
        let understanding = reader.understand(mail, context: entry.context)
        let differences = entry.truth.map { score.count(understanding, $0) } ?? []
        switch format {
        case .json: Terminal.write(understanding.json(file: entry.file) + "\n")
        case .text: Terminal.write(InboxText.line(entry.file, understanding, differences))
        }
      }
    } catch {
      throw Failure(error.message)
    }
    guard !quiet, score.mails > 0 else { return }
    let closing = InboxText.closing(score)
    switch format {
    case .json: Terminal.writeError(closing)
    case .text: Terminal.write(closing)
    }
  }
}
