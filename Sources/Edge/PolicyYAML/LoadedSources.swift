import PolicySyntax

/// What a policy and its includes hold: the trees with places, and what was found on the way.
package struct LoadedSources: Sendable {
  /// One file and its tree.
  package struct Document: Sendable {
    /// The number of the file.
    package let file: FileID
    /// Its top-level value.
    package let node: Node
  }

  /// All files that were read, also those that hold no YAML.
  package let map: SourceMap
  /// The number of the file that was asked for; it is there even where it could not be read as YAML.
  package let main: FileID
  /// The files that could be read: the main one first, then its includes in the order in which they are named, each
  /// followed by its own. A file that is included twice stands here once.
  package let documents: [Document]
  /// What reading YAML found, file by file.
  package let diagnostics: [Diagnostic]
  /// Includes that lead nowhere; the policy's checks make findings of them (`unresolved-reference`).
  package let includeProblems: [IncludeProblem]
}

/// An entry of an `include:` list that leads nowhere.
package struct IncludeProblem: Hashable, Sendable {
  /// The entry in its `include:` list.
  package let span: Span
  /// One sentence in the manner of a diagnostic's message.
  package let message: String
}
