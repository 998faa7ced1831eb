/// A place in the policy: `policies/acme-joinery.yaml:41`.
package struct Source: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }

  /// The file without the line.
  package var file: String {
    description.lastIndex(of: ":").map { String(description[..<$0]) } ?? description
  }

  /// `:41` for a line of that file, the whole place for one of another.
  package func short(in file: String) -> String {
    self.file == file ? String(description.dropFirst(file.count)) : description
  }
}
