import Books
import PolicySyntax
import PolicyYAML
import Receivables
import Schedule
import Simulation

/// What a command that simulates is told on its command line: where the books are, from which day, and what is assumed.
struct ScenarioInput {
  let books: String?
  /// `--from`; nil for today.
  let start: String?
  let events: String?

  /// The first day: the one that was given, or today in the business's time zone.
  func firstDay(_ plan: Plan) throws -> Day {
    if let start { return try ScenarioInput.day(start, option: "--from") }
    guard let today = Clock.today(in: plan.business.timezone.value) else {
      throw Failure("the clock shows no day that can be used; give one: `--from YYYY-MM-DD`")
    }
    return today
  }

  /// The day that an option gives.
  static func day(_ text: String, option: String) throws -> Day {
    guard let day = Day(iso: text) else { throw Failure("\(option) `\(text)` is no day written YYYY-MM-DD") }
    return day
  }

  /// The folder of the books, which `--books` or the project file names.
  ///
  /// - Throws: `Failure` where neither does, or no such folder is there.
  func folder() throws -> String {
    guard let folder = try books ?? ProjectFile.findIfAny()?.books else {
      throw Failure("no books were named; say where they are: `--books DIR`")
    }
    guard PolicyFolder.isFolder(folder) else {
      throw Failure("the folder of the books, `\(folder)`, is no folder that is there")
    }
    return folder
  }

  /// The books.
  ///
  /// - Throws: `Failure` where there are none, or they cannot be read.
  func snapshot(_ plan: Plan, from: Day, keepingPayments: Bool) throws -> Snapshot {
    let folder = try folder()
    do throws(BooksError) {
      return try BooksReader.read(
        folder: folder, baseCurrency: plan.base, from: from, keepingPayments: keepingPayments)
    } catch {
      throw Failure(error.message)
    }
  }

  /// The books, read on so many cores.
  ///
  /// - Throws: As the other.
  func snapshot(_ plan: Plan, from: Day, keepingPayments: Bool, workers: Int) async throws -> Snapshot {
    let folder = try folder()
    do throws(BooksError) {
      return try await BooksReader.read(
        folder: folder, baseCurrency: plan.base, from: from, keepingPayments: keepingPayments,
        workers: workers)
    } catch {
      throw Failure(error.message)
    }
  }

  /// The events of the events file; none where none is named.
  func readEvents(_ snapshot: Snapshot, _ plan: Plan) throws -> [ScenarioEvent] {
    guard let events else { return [] }
    let loaded = try YAMLInput.load(events)
    var reader = EventReader(snapshot, base: plan.base)
    let (found, mistakes) = loaded.documents.first.map { reader.read($0.node) } ?? ([], [])
    if YAMLInput.complain(loaded, mistakes) {
      throw Failure("`\(events)` cannot be used as it is; nothing was done")
    }
    return found
  }

  /// Says which rows of the books cannot be read.
  static func report(_ problems: [RowProblem]) {
    if problems.isEmpty { return }
    for problem in problems.prefix(100) {
      Terminal.writeError("\(problem.file):\(problem.line): \(problem.column): \(problem.message)\n")
    }
    if problems.count > 100 { Terminal.writeError("and \(problems.count - 100) more rows like these\n") }
    Terminal.writeError("\(problems.count) rows cannot be read; their customers are skipped\n")
  }
}
