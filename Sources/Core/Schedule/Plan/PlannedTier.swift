/// A tier name of the policy with the one level that it has in all schedules.
package struct PlannedTier: Sendable, Equatable {
  package let name: String
  package let level: Int

  package init(name: String, level: Int) {
    self.name = name
    self.level = level
  }
}
