/// Books that cannot be used at all: one sentence that names the file, what is wrong and how to remedy it.
///
/// A row that is wrong is no such error but a `RowProblem`; it costs its customer, not the run.
package struct BooksError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Lower case or a file's name first, no full stop; one line a mistake where `books.yaml` has several.
  package let message: String

  /// An error with that sentence.
  package init(_ message: String) { self.message = message }

  package var description: String { message }
}
