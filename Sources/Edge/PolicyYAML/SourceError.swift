/// Why a file could not be read from disk: what is wrong and how to remedy it, in one sentence.
package struct SourceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for callers that act on it.
  package enum Code: String, Hashable, Sendable {
    case notFound = "file-not-found"
    case notReadable = "file-not-readable"
    case notAFile = "not-a-file"
    case tooLarge = "file-too-large"
  }

  /// What went wrong.
  package let code: Code
  /// The path as it was asked for.
  package let path: String
  /// What is wrong and how to remedy it, the path in backticks.
  package let message: String

  /// The message, for whoever prints the error.
  package var description: String {
    message
  }
}
