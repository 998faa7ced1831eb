import Glibc
import PolicyYAML

/// Finds the policies in a folder.
enum PolicyFolder {
  /// The path itself where it is no folder; else the YAML files in it that begin a policy, in order of name.
  ///
  /// Fragments (`include`), policy tests, calendars and project files have no top-level `policy` of their own and
  /// `duly` beside it, and are passed over.
  /// - Throws: `Failure` for a folder that cannot be read or has no policy in it.
  static func policies(in path: String) throws -> [String] {
    guard isFolder(path) else { return [path] }
    let names = try names(in: path).filter { !$0.hasSuffix(".test.yaml") }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    let policies = try names.map { prefix + $0 }.filter(isPolicy)
    if policies.isEmpty { throw Failure("there is no policy in `\(path)`") }
    return policies
  }

  /// The names of the YAML files in a folder, in order.
  ///
  /// - Throws: `Failure` for a folder that cannot be read.
  static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw Failure("the folder `\(path)` cannot be read") }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      if isYAML, !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// True for a folder that is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isPolicy(_ path: String) throws -> Bool {
    do throws(SourceError) {
      let loaded = try SourceLoader.load(path)
      guard let root = loaded.documents.first?.node else { return true }
      return root["duly"] != nil && root["policy"] != nil
    } catch {
      throw Failure(error.message)
    }
  }
}
