#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lists files of a folder.
package enum RuleFolder {
  /// The names that end in `.yaml`, sorted; none where there is no such folder.
  static func names(_ folder: String) -> [String] { names(folder, ending: ".yaml") }

  /// The names of a folder's files with an ending, sorted; none where there is no such folder.
  package static func names(_ folder: String, ending: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
