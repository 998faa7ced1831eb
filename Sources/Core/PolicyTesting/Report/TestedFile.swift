import PolicySyntax
import Schedule

/// A file of tests that was run, with what a report says of it.
package struct TestedFile: Sendable {
  /// As the command was given it.
  package let path: String
  package let file: SourceFile
  package let plan: Plan
  package let results: [PolicyTestResult]

  package init(path: String, file: SourceFile, plan: Plan, results: [PolicyTestResult]) {
    self.path = path
    self.file = file
    self.plan = plan
    self.results = results
  }

  package var failed: Int { results.count { !$0.isPassed } }

  /// The line of a place in the file.
  func line(_ span: Span) -> Int { file.line(at: Int(span.start)) }
}

/// What the tests of a policy reach of it, and which changes of it they notice.
package struct PolicyFindings: Sendable {
  /// A change of the policy that no test noticed.
  package struct Unnoticed: Sendable {
    /// `policies/acme-joinery.yaml:41`.
    package let place: String
    package let column: Int
    package let old: String
    package let new: String

    package init(place: String, column: Int, old: String, new: String) {
      self.place = place
      self.column = column
      self.old = old
      self.new = new
    }
  }

  /// What changing the policy showed.
  package struct Mutations: Sendable {
    /// Changes that a policy can have, and how many of them were tried.
    package let found: Int
    package let tried: Int
    /// Of those tried, how many gave a policy that validates.
    package let valid: Int
    package let unnoticed: [Unnoticed]

    package init(found: Int, tried: Int, valid: Int, unnoticed: [Unnoticed]) {
      self.found = found
      self.tried = tried
      self.valid = valid
      self.unnoticed = unnoticed
    }
  }

  /// The path of the policy.
  package let policy: String
  package let coverage: PolicyTestCoverage?
  package let mutations: Mutations?

  package init(policy: String, coverage: PolicyTestCoverage?, mutations: Mutations?) {
    self.policy = policy
    self.coverage = coverage
    self.mutations = mutations
  }
}
