import ArgumentParser
import Books
import Insight
import Receivables

/// `duly books check [DIR]`: what Duly reads of the books, what is wrong with them, and who owes what.
struct BooksCheck: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the books: what can be read of them, every row that cannot, and what they come to.",
    discussion:
      "Exits with 1 where a row cannot be read or an invoice is left out, with 2 where the books cannot "
      + "be used at all.")

  @Argument(help: ArgumentHelp("The folder of the books; left out, that of duly.yaml.", valueName: "dir"))
  var folder: String?

  @Option(help: ArgumentHelp("The folder of the books, as in the other commands.", valueName: "dir"))
  var books: String?

  @Option(help: ArgumentHelp("A policy that says currency, rates and `books_age`.", valueName: "file"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "Of amounts for which the books state no currency, instead of a policy.", valueName: "code"))
  var currency: String?

  @Option(help: ArgumentHelp("The day that is looked at; left out, today.", valueName: "date"))
  var asOf: String?

  @Option(help: "How the report is written.")
  var format: Format = .text

  @Option(help: "When to use colours.")
  var color: Terminal.Colour = .auto

  @Flag(help: "Only the report, no closing line.")
  var quiet = false

  func validate() throws {
    if folder != nil && books != nil { throw ValidationError("the folder of the books is given twice") }
    if policy != nil && currency != nil {
      throw ValidationError("--policy says the currency already: leave --currency out")
    }
  }

  func run() throws {
    let given = folder ?? books
    let project = given == nil || policy == nil && currency == nil ? try ProjectFile.findIfAny() : nil
    guard let path = given ?? project?.books else {
      throw Failure("no books were named; say where they are: `duly books check DIR`")
    }
    let terms = try PolicyTerms(policy ?? (currency == nil ? project?.policy(named: nil) : nil))
    let base = try terms?.base ?? currency.map { try Self.currency($0) }
    let day = try day(terms)
    guard PolicyFolder.isFolder(path) else {
      throw Failure("the folder of the books, `\(path)`, is no folder that is there")
    }
    let report: BooksReport
    do throws(BooksError) {
      report = BooksReport(
        folder: path, survey: try BooksSurvey.read(folder: path, baseCurrency: base, on: day), day: day, terms
      )
    } catch {
      throw Failure(error.message)
    }
    switch format {
    case .text: Terminal.write(BooksText(report, isBold: Terminal.takesColour(color)).render())
    case .json: Terminal.write(BooksJSON.render(report))
    }
    if !quiet { Terminal.writeError(report.closing + "\n") }
    if report.errors > 0 { Terminal.exit(.findings) }
  }

  private static func currency(_ code: String) throws -> Currency {
    guard let currency = Currency(code: code) else {
      throw Failure("--currency `\(code)` is no currency of ISO 4217 in capital letters, such as GBP")
    }
    return currency
  }

  private func day(_ terms: PolicyTerms?) throws -> Day {
    if let asOf {
      guard let day = Day(iso: asOf) else { throw Failure("--as-of `\(asOf)` is no day written YYYY-MM-DD") }
      return day
    }
    guard let today = terms.map({ Clock.today(in: $0.timezone) }) ?? Clock.today() else {
      throw Failure("the clock shows no day that can be used; give one: `--as-of YYYY-MM-DD`")
    }
    return today
  }
}
