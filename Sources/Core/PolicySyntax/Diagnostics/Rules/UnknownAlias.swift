extension Rule {
  /// DN004: an alias without its anchor, or inside the very node that the anchor marks.
  package static let unknownAlias = Rule(
    id: "DN004", name: "unknown-alias", severity: .error, title: "undefined or cyclic alias",
    page: """
      `*name` repeats the value that `&name` marks further up in the same file. Here nothing further up has that
      name, or the alias stands inside the value it would repeat.

      A text that merely begins with `*` has to be quoted.

      To mend it, correct the name, put the anchor before its first use, or quote the text.
      """,
    triggering: """
      schedules:
        standard: &base
          - { tier: first, send: 5 days after due }
        gentle: *basee
      """,
    passing: """
      schedules:
        standard: &base
          - { tier: first, send: 5 days after due }
        gentle: *base
      """)
}
