import PolicySyntax
import Receivables
import Schedule
import Simulation

/// Why something is as it is: a sentence, and the policy line that it comes from.
package struct TestReason: Sendable, Hashable {
  package let text: String
  /// Nil where no line of the policy says it.
  package let source: Source?

  package init(_ text: String, _ source: Source? = nil) {
    self.text = text
    self.source = source
  }
}

/// One line of the two timelines of a test, side by side.
package struct TestRow: Sendable {
  /// How expected and actual compare.
  package enum Kind: String, Sendable {
    /// What was expected came.
    case same
    /// It came, and the test says nothing about it.
    case other
    case missing, unexpected, different, forbidden

    /// True for what makes a test fail.
    package var isFailure: Bool {
      switch self {
      case .same, .other: false
      case .missing, .unexpected, .different, .forbidden: true
      }
    }
  }

  /// Nil where the test names no day.
  package let day: Day?
  package let kind: Kind
  package let expected: String?
  package let actual: String?
  package let reasons: [TestReason]
  /// Where the test expects it.
  package let span: Span?

  init(
    _ kind: Kind, day: Day?, expected: String? = nil, actual: String? = nil, reasons: [TestReason] = [],
    span: Span? = nil
  ) {
    self.kind = kind
    self.day = day
    self.expected = expected
    self.actual = actual
    self.reasons = reasons
    self.span = span
  }
}

/// What a test gave: the two timelines, and what was found on the way.
package struct PolicyTestResult: Sendable {
  package let test: PolicyTest
  /// In order of day.
  package let rows: [TestRow]
  package let previews: [CustomerPreview]
  /// True where `expect` lists exactly the messages that came.
  let expectHolds: Bool

  package var isPassed: Bool { !rows.contains { $0.kind.isFailure } }
}
