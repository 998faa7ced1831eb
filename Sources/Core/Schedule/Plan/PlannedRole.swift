/// A role that tiers write to, with the roles that stand in for it.
package struct PlannedRole: Sendable {
  package let name: String
  /// The roles whose people are tried, in order; not empty.
  package let fallback: [String]
}
