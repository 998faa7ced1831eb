import Glibc
import PolicySyntax
import PolicyTesting
import PolicyYAML
import Schedule

/// Finds files of policy tests, and reads them with the policies that they name.
struct PolicyTestFiles {
  /// A file of tests that can be run.
  struct Readable {
    let path: String
    let file: SourceFile
    /// Place in `policies`.
    let policy: Int
    let tests: [PolicyTest]
  }

  /// Each policy once, in the order in which the files name them.
  private(set) var policies: [(file: PolicyFile, plan: Plan)] = []
  private(set) var readable: [Readable] = []
  /// True where a file or its policy cannot be used; what is wrong was said.
  private(set) var hasUnusable = false

  /// Reads all files, and says everything that is wrong with any of them.
  init(_ paths: [String]) throws {
    for path in paths { try read(path) }
  }

  private mutating func read(_ path: String) throws {
    let loaded = try YAMLInput.load(path)
    guard !YAMLInput.complain(loaded), let root = loaded.documents.first?.node else {
      hasUnusable = true
      return
    }
    let (named, missing) = PolicyTestReader.policyPath(in: root)
    guard let named else {
      _ = YAMLInput.complain(loaded, missing)
      hasUnusable = true
      return
    }
    guard let policy = try policy(PolicyTestFiles.resolve(named, beside: path)) else {
      hasUnusable = true
      return
    }
    var reader = PolicyTestReader(policies[policy].plan)
    let (tests, mistakes) = reader.read(root)
    if YAMLInput.complain(loaded, mistakes) { hasUnusable = true }
    readable.append(Readable(path: path, file: loaded.map[loaded.main], policy: policy, tests: tests))
  }

  /// The place of a policy; nil, which was said, where it has errors.
  private mutating func policy(_ path: String) throws -> Int? {
    if let known = policies.firstIndex(where: { $0.file.path == path }) { return known }
    let file = try PolicyFile(path)
    guard file.policy != nil else {
      Terminal.writeError(TextReport(file.map).render(file.diagnostics.filter { $0.severity == .error }))
      return nil
    }
    policies.append((file, try file.plan()))
    return policies.count - 1
  }

  /// A path that is written relative to the folder of a file.
  private static func resolve(_ path: String, beside file: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    return folder + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }

  /// The files of tests that a person means: a file of tests, a policy with its tests beside it, or a folder of them.
  ///
  /// - Throws: `Failure` where there are none.
  static func find(_ path: String) throws -> [String] {
    if PolicyFolder.isFolder(path) {
      let found = try PolicyFolder.names(in: path).filter { $0.hasSuffix(".test.yaml") }
      if found.isEmpty { throw Failure("there is no file of policy tests (`NAME.test.yaml`) in `\(path)`") }
      let prefix = path.hasSuffix("/") ? path : path + "/"
      return found.map { prefix + $0 }
    }
    if path == "-" || path.hasSuffix(".test.yaml") || !path.hasSuffix(".yaml") { return [path] }
    guard hasTests(path) else { throw Failure("`\(path)` has no tests: there is no `\(beside(path))`") }
    return [beside(path)]
  }

  /// True for a policy with a file of tests beside it.
  static func hasTests(_ policy: String) -> Bool { access(beside(policy), F_OK) == 0 }

  private static func beside(_ policy: String) -> String {
    policy.hasSuffix(".yaml") ? policy.dropLast(".yaml".count) + ".test.yaml" : policy
  }
}
