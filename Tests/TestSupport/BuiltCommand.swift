import Foundation

/// A command that was built with the tests, run as a user runs it: from the root of the repository.
package struct BuiltCommand {
  /// What a run of the command gave.
  package struct Outcome {
    package let status: Int32
    package let output: String
    package let errors: String

    package init(status: Int32, output: String, errors: String) {
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  /// A run that could not be made.
  package struct NotRun: Error, CustomStringConvertible {
    package let description: String
  }

  /// The root of the repository, found from this file's own place.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The longest that a run may take.
  private static let limit = "60s"

  /// The program's file.
  package let executable: URL
  private let name: String

  /// Finds a command that was built with these tests, by its name.
  ///
  /// - Throws: `NotRun` where there is none: a test of the command cannot pass without it.
  package init(_ name: String) throws {
    self.name = name
    // The test bundle is run by itself or by a program of the toolchain that is given its path.
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    let near = Self.foldersAround(bundle) + Self.foldersAround(Bundle.main.executablePath ?? bundle)
    let candidates = near.map { $0.appendingPathComponent(name) }
    guard let found = candidates.first(where: { Self.isProgram($0) }) else {
      throw NotRun(
        description: "no `\(name)` beside the tests, looked in \(near.map(\.path).joined(separator: ", "))")
    }
    executable = found
  }

  /// Runs the command with arguments as a shell would split them: by spaces, quotes not known.
  ///
  /// - Parameter workingFolder: Where it runs; the root of the repository unless another is given.
  package func run(_ line: String, in workingFolder: URL = root) throws -> Outcome {
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty, words.removeFirst() == name else {
      throw NotRun(description: "`\(line)` is no command of \(name)")
    }
    return try run(words, in: workingFolder)
  }

  /// Runs the command with these arguments, whatever is in them; nobody sits before it.
  package func run(_ arguments: [String], in workingFolder: URL = root) throws -> Outcome {
    try start([executable.path] + arguments, input: nil, in: workingFolder)
  }

  /// Runs the command on a terminal, where somebody types: `output` is all that the terminal shows, answers included.
  ///
  /// - Parameter text: What is typed, with its line ends; then the terminal's end of input.
  package func run(_ arguments: [String], typing text: String, in workingFolder: URL = root) throws -> Outcome
  {
    let words = ([executable.path] + arguments).map { word in
      "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
    // `script` of util-linux gives a command a terminal of its own.
    return try start(
      ["/usr/bin/script", "--quiet", "--return", "--command", words.joined(separator: " "), "/dev/null"],
      input: text, in: workingFolder)
  }

  /// Runs a line of a shell in which the command is found by its name: `output` is all that it prints, errors included.
  package func shell(_ line: String, in workingFolder: URL) throws -> Outcome {
    let folder = executable.deletingLastPathComponent().path
    return try start(
      ["/bin/sh", "-c", "exec 2>&1; PATH=\"$1:$PATH\"; \(line)", "sh", folder], input: nil, in: workingFolder)
  }

  private func start(_ words: [String], input: String?, in workingFolder: URL) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "duly-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { removeQuietly(folder) }
    // Into files, not pipes: a pipe that nobody reads while it fills would stop the command.
    let (output, errors) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    // `timeout` gives 124 for a command that does not end by itself.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = [Self.limit] + words
    process.currentDirectoryURL = workingFolder
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"]
    if let input {
      let typed = folder.appendingPathComponent("in")
      try Data(input.utf8).write(to: typed)
      process.standardInput = try FileHandle(forReadingFrom: typed)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// What is left behind in the temporary folder harms nobody.
  private func removeQuietly(_ folder: URL) {
    do { try FileManager.default.removeItem(at: folder) } catch {
      print("not removed: \(folder.path): \(error)")
    }
  }

  /// The folder of a path and the two above it.
  private static func foldersAround(_ path: String) -> [URL] {
    let first = URL(fileURLWithPath: path).deletingLastPathComponent()
    let second = first.deletingLastPathComponent()
    return [first, second, second.deletingLastPathComponent()]
  }

  private static func isProgram(_ file: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: file.path)
  }
}
