/// Names that a journal speaks of and that the policy may no longer have.
package struct FormerNames: Sendable, Equatable {
  /// Tiers with the levels that they had when they were last sent.
  package var tiers: [PlannedTier] = []
  /// Rules that hold somebody.
  package var rules: [String] = []

  package init() {}
}
