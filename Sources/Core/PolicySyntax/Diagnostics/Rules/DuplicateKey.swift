extension Rule {
  /// DN002: one mapping has the same key twice.
  package static let duplicateKey = Rule(
    id: "DN002", name: "duplicate-key", severity: .error, title: "duplicate key",
    page: """
      One mapping has the same key twice. Many programs silently take the last one, and the first is lost: of two
      `when:` in one segment only one would ever count.

      Keys are compared as they are read: `name` and `"name"` are the same key.

      To mend it, delete one of the two, or join them (two conditions with `&&`).
      """,
    triggering: """
      segments:
        - name: vip
          when: customer.tagged("vip")
          when: customer.overdue > 500
          schedule: gentle
      """,
    passing: """
      segments:
        - name: vip
          when: customer.tagged("vip") && customer.overdue > 500
          schedule: gentle
      """)
}
