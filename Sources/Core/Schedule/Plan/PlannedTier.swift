/// A tier name of the policy with the one level that it has in all schedules.
package struct PlannedTier: Sendable {
  package let name: String
  package let level: Int
}
