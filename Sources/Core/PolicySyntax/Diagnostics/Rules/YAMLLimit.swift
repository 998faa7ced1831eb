extension Rule {
  /// DN006: the file is larger, deeper or more multiplied by aliases than any policy is.
  package static let yamlLimit = Rule(
    id: "DN006", name: "yaml-limit", severity: .error, title: "size, depth or alias expansion limit",
    page: """
      The file is larger than any policy has to be: more than 4 MiB, a line of more than 256 KiB, values nested more
      than 64 deep, more than 1 000 uses of aliases, or more than 100 000 values when every alias is counted with all
      that it repeats. A few lines of aliases of aliases can stand for billions of values; such a file is refused
      before it costs time or memory.

      To mend it, split the file with `include:`, or repeat less.
      """,
    triggering: "deep: " + String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
    passing: "deep: [[[[1]]]]")
}
