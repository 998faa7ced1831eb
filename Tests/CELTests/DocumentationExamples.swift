/// The examples of the library's comments, as functions: what a reader copies is what is compiled here.
enum DocumentationExamples {
  /// What takes the place of `print`, so that a test can see what is printed.
  typealias Print = (Any) -> Void
  /// One example.
  typealias Example = @Sendable (Print) throws -> Void

  /// All examples, by the names of their functions.
  static let all = [checking, values, trees, running].reduce(into: [String: Example]()) { all, some in
    all.merge(some) { first, _ in first }
  }
}
