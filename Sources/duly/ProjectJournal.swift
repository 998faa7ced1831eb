import Execution
import Glibc
import Journal
import JournalModel
import Receivables

/// The journal of the project, where books and policy are the project's too.
struct ProjectJournal {
  let path: String
  let state: JournalState

  /// Nil where an empty history is wanted, or where there is no journal: nothing was sent so far.
  ///
  /// - Parameter books: `--books`: other books than the project's have no history.
  /// - Throws: `Failure` for a journal that cannot be used.
  static func find(_ project: ProjectFile?, books: String?, isWanted: Bool) throws -> ProjectJournal? {
    guard isWanted, books == nil, let path = project?.journal, access(path, F_OK) == 0 else { return nil }
    return try using(path) { ProjectJournal(path: path, state: try JournalSession($0).state) }
  }

  /// A day of one customer, as the journal tells it.
  func past(_ customer: CustomerID, on day: Day) throws -> PastDay {
    try ProjectJournal.using(path) { store in
      var past = PastDay(customer, on: day)
      try JournalSession.forEachEvent(of: store) { past.take($0, number: $1) }
      return past
    }
  }

  private static func using<Value>(_ path: String, _ body: (JournalStore) throws -> Value) throws -> Value {
    do {
      return try body(JournalStore.open(path, mode: .readOnly))
    } catch let error as JournalError {
      throw Failure(error.description)
    } catch let error as UnreadableEvent {
      throw Failure(error.description)
    }
  }
}
