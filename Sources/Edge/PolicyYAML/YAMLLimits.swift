/// How large a file may be before it is refused; each limit is far above what a policy needs.
package struct YAMLLimits: Sendable {
  /// Bytes of one file.
  package let fileBytes: Int
  /// Bytes of one line.
  package let lineBytes: Int
  /// Values inside values; an alias counts with the depth of what it repeats.
  package let depth: Int
  /// Uses of aliases in one file.
  package let aliases: Int
  /// Values in one file, an alias counted with all that it repeats.
  package let values: Int

  /// The limits for policies; tests and other files may set their own.
  package init(
    fileBytes: Int = 4 << 20, lineBytes: Int = 256 << 10, depth: Int = 64, aliases: Int = 1_000,
    values: Int = 100_000
  ) {
    self.fileBytes = fileBytes
    self.lineBytes = lineBytes
    self.depth = depth
    self.aliases = aliases
    self.values = values
  }
}
