/// The books as they were read at one moment.
package struct Snapshot: Sendable {
  /// The moment for which they hold, as stated (`2026-02-20T07:00:00Z` or a date), nil where nothing says.
  package let asOf: String?
  /// In order of customer id.
  package var accounts: [Account]
  /// Every row that could not be read, in order of file and line.
  package let problems: [RowProblem]

  package init(asOf: String?, accounts: [Account], problems: [RowProblem] = []) {
    self.asOf = asOf
    self.accounts = accounts.inOrder(of: \.customer.id)
    self.problems = problems
  }
}

/// A row of the books that could not be read: where, and what was expected.
package struct RowProblem: Sendable, Hashable {
  package let file: String
  /// From 1, the header row included.
  package let line: Int
  package let column: String
  /// One sentence, lower case, no full stop: what was found and what was expected.
  package let message: String

  package init(file: String, line: Int, column: String, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}
