extension Rule {
  /// DN003: a feature of YAML that a policy does without.
  package static let forbiddenYAML = Rule(
    id: "DN003", name: "forbidden-yaml", severity: .error, title: "forbidden YAML feature",
    page: """
      The file uses a part of YAML that readers treat differently, or that hides what a policy says: tags
      (`!name`, `!!str`), merge keys (`<<`), directives (`%YAML`), a second document after `---`, a key that is no
      plain text, or tabs in indentation.

      A condition that begins with `!` is read by YAML as a tag and vanishes: `when: !customer.blocked` would be an
      empty condition with a tag. Write it as a block or in quotes.

      To mend it, write out what the feature stood for. Anchors (`&name`) and aliases (`*name`) are allowed.
      """,
    triggering: """
      segments:
        - name: others
          when: !invoice.disputed
          schedule: standard
      """,
    passing: """
      segments:
        - name: others
          when: '!invoice.disputed'
          schedule: standard
      """)
}
