extension Rule {
  /// DN007: characters that make a file show other than it reads.
  package static let unsafeCharacters = Rule(
    id: "DN007", name: "unsafe-characters", severity: .error, title: "unsafe characters",
    page: #"""
      The file holds characters that cannot be seen and change what is read: control characters, line ends that only
      some programs know (NEL, U+2028, U+2029), marks that turn the direction of the text around (U+202A to U+202E,
      U+2066 to U+2069), or spaces without width. What a person reviews would not be what Duly reads.

      The same holds for escapes in double quotes that stand for such characters, for they would reach a letter.

      To mend it, delete the character; in a text, begin a new line instead.
      """#,
    triggering: #"""
      business:
        name: "Acme\u202E Joinery"
      """#,
    passing: """
      business:
        name: "Acme Joinery"
      """)
}
