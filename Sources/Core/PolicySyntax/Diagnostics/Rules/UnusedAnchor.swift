extension Rule {
  /// DN005: an anchor that no alias uses.
  package static let unusedAnchor = Rule(
    id: "DN005", name: "unused-anchor", severity: .warning, title: "anchor defined, never used",
    page: """
      `&name` marks a value so that `*name` can repeat it, and nothing repeats this one. Either the alias was
      forgotten, or the anchor is a leftover. Anchors do not reach into included files.

      A text that merely begins with `&` has to be quoted.

      To mend it, delete the anchor or use it.
      """,
    triggering: """
      schedules:
        standard: &old_tiers
          - { tier: first, send: 5 days after due }
      """,
    passing: """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
      """)
}
