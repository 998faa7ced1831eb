import ArgumentParser
import PolicyModel
import Receivables
import Scaffold

/// `duly init [DIR]`: a new project, from a few questions or from options.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a project: a policy, sample books, a first test and duly.yaml.",
    discussion: """
      On a terminal it asks for what no option says. In a pipe it never asks: give --name, --owner, --email and --country; \
      the rest has a default. Nothing that is there is ever overwritten.
      """)

  @Argument(help: ArgumentHelp("The folder of the project; made if it is not there.", valueName: "dir"))
  var folder = "."

  @Option(help: "The name of the business.")
  var name: String?

  @Option(help: ArgumentHelp("The owner's name, in which reminders are signed.", valueName: "name"))
  var owner: String?

  @Option(
    help: ArgumentHelp("The owner's address: reminders come from it, answers go to it.", valueName: "address")
  )
  var email: String?

  @Option(
    help: ArgumentHelp("The country, two letters: currency, holidays, time and language.", valueName: "code"))
  var country: String?

  @Option(help: ArgumentHelp("The language of the letters: en, de, fr, nl, es or it.", valueName: "tag"))
  var language: String?

  @Option(help: ArgumentHelp("The currency, where it is not the country's.", valueName: "code"))
  var currency: String?

  @Option(help: ArgumentHelp("The time zone, where it is not the country's.", valueName: "zone"))
  var timezone: String?

  @Option(help: "How many days an invoice has to be paid.")
  var terms: Int?

  @Option(help: "Whom the business sells to: businesses or consumers.")
  var customers: ProjectAnswers.Customers?

  @Option(help: "When the first reminder leaves: usual (5 days after due) or gentle (7).")
  var start: ProjectAnswers.Start?

  @Flag(inversion: .prefixedNo, help: "Whether some customers, tagged `vip`, are handled with more care.")
  var vips: Bool?

  @Option(
    help: ArgumentHelp("Your account, in your words; left out, the one on the invoice.", valueName: "text"))
  var payTo: String?

  @Option(
    help: ArgumentHelp("The folder of your own books; left out, sample books are written.", valueName: "dir"))
  var books: String?

  @Option(help: ArgumentHelp("The day of the sample books; left out, today.", valueName: "date"))
  var asOf: String?

  @Flag(name: .shortAndLong, help: "Ask nothing: what no option says is by default.")
  var yes = false

  func run() throws {
    var questions = Questions(isAsking: !yes && Questions.canAsk)
    let answers = try answers(&questions)
    let project = Project(answers, schema: PolicySchema.render())
    try ProjectWriter(folder: folder).write(project.files)
    Terminal.write(closing(project))
  }

  private func answers(_ questions: inout Questions) throws -> ProjectAnswers {
    if questions.isAsking {
      Terminal.writeError(
        "A few questions; Enter takes what stands in brackets, Ctrl-C leaves nothing behind.\n\n")
    }
    let business = try questions.text("What is the business called?", name, "--name", read: AnswerReader.name)
    let owner = try questions.text("Who signs the reminders?", owner, "--owner", read: AnswerReader.name)
    let email = try questions.text(
      "From which address do they go?", email, "--email", read: AnswerReader.address)
    let country = try questions.text(
      "In which country? (two letters, such as GB, DE, US)", country, "--country", read: AnswerReader.country)
    try questions.complain()
    guard let business, let owner, let email, let country else { throw Failure("an answer is missing") }

    var answers = ProjectAnswers(
      business: business, owner: owner, email: email, country: country, today: try day())
    answers.language = try questions.choice(
      "In which language are the letters? (en, de, fr, nl, es, it)", language, "--language",
      by: answers.language.rawValue, read: AnswerReader.language)
    answers.currency = try questions.choice(
      "In which currency are the books?", currency, "--currency", by: answers.currency,
      read: AnswerReader.currency)
    answers.timezone = try questions.choice(
      nil, timezone, "--timezone", by: answers.timezone, read: AnswerReader.timezone)
    answers.terms = try questions.choice(
      "How many days has an invoice to be paid?", terms.map(String.init), "--terms", by: "\(answers.terms)",
      read: AnswerReader.terms)
    answers.customers = try questions.choice(
      "Do you sell to businesses or to consumers?", customers?.rawValue, "--customers",
      by: answers.customers.rawValue, read: AnswerReader.customers)
    answers.hasVIPs = try questions.choice(
      "Are there customers to be handled with more care? (yes, no)", vips.map { $0 ? "yes" : "no" }, "--vips",
      by: "yes", read: AnswerReader.yesOrNo)
    answers.start = try questions.choice(
      "A usual start, 5 days after the due day, or a gentle one, 7?", start?.rawValue, "--start",
      by: answers.start.rawValue, read: AnswerReader.start)
    answers.howToPay = try questions.optional(
      "Your bank account as it is to stand in the letters; empty for `the account on the invoice`", payTo,
      "--pay-to",
      read: AnswerReader.account)
    answers.books = try questions.optional(
      "The folder of your books in CSV; empty for sample books", books, "--books"
    ) { AnswerReader.books($0, project: folder) }
    try questions.complain()
    return answers
  }

  private func day() throws -> Day {
    if let asOf {
      guard let day = Day(iso: asOf) else { throw Failure("--as-of `\(asOf)` is no day written YYYY-MM-DD") }
      return day
    }
    guard let today = Clock.today() else {
      throw Failure("the clock shows no day that can be used; give one: `--as-of YYYY-MM-DD`")
    }
    return today
  }

  private func closing(_ project: Project) -> String {
    let prefix = folder == "." ? "" : folder + (folder.hasSuffix("/") ? "" : "/")
    let written = project.files.map { "  \(prefix)\($0.path)\n" }.joined()
    let enter = folder == "." ? "" : "  cd \(ShellText.quoted(folder))\n"
    return """
      Written:
      \(written)
      Next:
      \(enter)  duly validate                     # every name, every condition, every word
        duly simulate --letters           # who would hear what over the next sixty days
        duly books check                  # what Duly reads of the books

      The letters are in \(project.policy): read them aloud, and change what you would not say.

      """
  }
}

extension ProjectAnswers.Customers: ExpressibleByArgument {}
extension ProjectAnswers.Start: ExpressibleByArgument {}
