import PolicySyntax

/// Reads a policy file and the files that it includes.
///
/// The entries of `include:` are paths relative to the file that names them. They stay inside the folder of the main
/// file: what a policy says must not hang on files elsewhere on the machine.
package struct SourceLoader {
  /// How many files deep includes may be nested.
  package static let includeDepthLimit = 8
  /// How many files one policy may consist of.
  package static let fileLimit = 256

  private let limits: YAMLLimits
  private var map = SourceMap()
  private var documents: [LoadedSources.Document] = []
  private var diagnostics: [Diagnostic] = []
  private var problems: [IncludeProblem] = []
  private var loaded: Set<String> = []

  private init(limits: YAMLLimits) {
    self.limits = limits
  }

  /// Reads a policy from disk, its includes too.
  ///
  /// - Throws: Where the file itself cannot be read; an include that cannot is an `IncludeProblem`.
  package static func load(
    _ path: String, limits: YAMLLimits = YAMLLimits()
  ) throws(SourceError) -> LoadedSources {
    let bytes = try FileReading.read(path, limit: limits.fileBytes)
    return load(bytes: bytes, path: path, limits: limits)
  }

  /// Reads a policy whose bytes are at hand (standard input, a test); its includes are read from disk.
  ///
  /// - Parameter path: What findings call it; its folder is where includes are looked for.
  package static func load(
    bytes: [UInt8], path: String, limits: YAMLLimits = YAMLLimits()
  ) -> LoadedSources {
    var loader = SourceLoader(limits: limits)
    let (folder, name) = split(path)
    let main = loader.add(bytes, folder: folder, name: name, path: path, chain: [name])
    return LoadedSources(
      map: loader.map, main: main, documents: loader.documents, diagnostics: loader.diagnostics,
      includeProblems: loader.problems)
  }

  /// - Parameters:
  ///   - folder: The main file's folder with its slash; empty for the working folder.
  ///   - name: The file's path relative to `folder`, without `.` and `..`.
  ///   - chain: The names from the main file to this one.
  private mutating func add(
    _ bytes: [UInt8], folder: String, name: String, path: String, chain: [String]
  ) -> FileID {
    loaded.insert(name)
    let file = map.add(path: path, bytes: bytes)
    let (tree, found) = PolicyYAMLReader.read(bytes, file: file, limits: limits)
    diagnostics += found
    guard let tree else { return file }
    documents.append(LoadedSources.Document(file: file, node: tree))
    // What is no list of texts is left to the checks of the policy, which say what was expected.
    for entry in tree["include"]?.sequence ?? [] {
      guard let scalar = entry.scalar, scalar.resolved == .string else { continue }
      follow(scalar.text, at: entry.span, from: name, folder: folder, chain: chain)
    }
    return file
  }

  private mutating func follow(
    _ written: String, at span: Span, from includer: String, folder: String, chain: [String]
  ) {
    func problem(_ message: String) -> IncludeProblem { IncludeProblem(span: span, message: message) }
    guard !written.isEmpty else {
      problems.append(problem("the path is empty"))
      return
    }
    guard !written.hasPrefix("/"), !written.hasPrefix("~") else {
      problems.append(problem("the path `\(written)` is absolute, and includes are relative to the file"))
      return
    }
    guard let name = Self.resolve(written, from: includer) else {
      problems.append(problem("the path `\(written)` leads out of the policy's folder"))
      return
    }
    guard !chain.contains(name) else {
      problems.append(problem("`\(written)` includes itself: \(Self.cycle(chain, name))"))
      return
    }
    guard !loaded.contains(name) else { return }
    guard chain.count <= Self.includeDepthLimit else {
      problems.append(problem("includes are nested more than \(Self.includeDepthLimit) deep"))
      return
    }
    guard map.fileIDs.count < Self.fileLimit else {
      problems.append(problem("the policy consists of more than \(Self.fileLimit) files"))
      return
    }
    do throws(SourceError) {
      let bytes = try FileReading.read(folder + name, limit: limits.fileBytes)
      _ = add(bytes, folder: folder, name: name, path: folder + name, chain: chain + [name])
    } catch {
      problems.append(problem("the included file \(error.message)"))
    }
  }

  private static func cycle(_ chain: [String], _ name: String) -> String {
    let start = chain.firstIndex(of: name) ?? 0
    return (chain[start...] + [name]).map { "`\($0)`" }.joined(separator: " → ")
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  /// A path relative to the main file's folder, without `.` and `..`; nil where it leaves that folder or is no file.
  private static func resolve(_ written: String, from includer: String) -> String? {
    var parts = includer.split(separator: "/").dropLast().map(String.init)
    for part in written.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}
