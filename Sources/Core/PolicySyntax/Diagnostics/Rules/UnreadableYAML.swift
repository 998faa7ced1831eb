extension Rule {
  /// DN001: the text is no YAML, so nothing in it can be understood.
  package static let unreadableYAML = Rule(
    id: "DN001", name: "unreadable-yaml", severity: .error, title: "file cannot be read as YAML",
    page: """
      The file breaks the rules of YAML, so no part of it is used.

      Most often a quote or a bracket is not closed, a line is indented differently from its neighbours, a tab is
      used for indentation, or a text holds `: ` or ` #` and stands without quotes. Where something was opened and
      not closed, the place where it was opened is marked: the mistake is seldom at the end of the file.

      To mend it, close what is open, indent with spaces, and write longer texts and conditions as a block:
      `when: |-` with the text on the next line, two spaces further in.
      """,
    triggering: """
      business:
        name: "Acme Joinery Ltd
        currency: GBP
      """,
    passing: """
      business:
        name: "Acme Joinery Ltd"
        currency: GBP
      """)
}
