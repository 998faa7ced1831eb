import CEL

/// A segment with its condition compiled.
package struct PlannedSegment: Sendable {
  package let name: String
  /// Nil for the default.
  package let condition: Program?
  /// The condition as it was written, on one line; nil for the default.
  package let conditionText: String?
  /// True if the condition reads nothing that changes from day to day or by what was sent: only payments and
  /// new invoices can change what it says of a customer.
  package let isSteady: Bool
  package let schedule: Int
  package let tone: Int
  package let source: Source
}
