import CEL

/// A segment with its condition compiled.
package struct PlannedSegment: Sendable {
  package let name: String
  /// Nil for the default.
  package let condition: Program?
  /// The condition as it was written, on one line; nil for the default.
  package let conditionText: String?
  package let schedule: Int
  package let tone: Int
  package let source: Source
}
