/// A schedule, step by step.
package struct PlannedSchedule: Sendable {
  package let name: String
  /// Not empty.
  package let steps: [PlannedStep]
  /// False where a stated end says that nobody needs to look.
  package let flagsItsEnd: Bool
  package let endReason: String?
  package let endSource: Source
  package let source: Source
}
