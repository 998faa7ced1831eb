import Foundation
import PolicySyntax
import PolicyYAML
import Testing

@Suite struct SourceLoaderTests {
  /// A folder of its own for each test, removed when the test ends.
  private final class Folder {
    let path: String

    init(_ files: [String: String]) throws {
      let url = FileManager.default.temporaryDirectory.appendingPathComponent("duly-\(UUID().uuidString)")
      path = url.path + "/"
      for (name, text) in files {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }

    deinit {
      do {
        try FileManager.default.removeItem(atPath: path)
      } catch {
        Issue.record("cannot remove \(path): \(error)")
      }
    }
  }

  private func names(_ sources: LoadedSources, _ folder: Folder) -> [String] {
    sources.documents.map { String(sources.map[$0.file].path.dropFirst(folder.path.count)) }
  }

  @Test func `includes are read after the file that names them, each once`() throws {
    let folder = try Folder([
      "main.yaml": "duly: 1\ninclude: [shared/a.yaml, ./b.yaml]\n",
      "shared/a.yaml": "include: [../b.yaml]\n",
      "b.yaml": "tones: {}\n",
    ])

    let sources = try SourceLoader.load(folder.path + "main.yaml")

    #expect(names(sources, folder) == ["main.yaml", "shared/a.yaml", "b.yaml"])
    #expect(sources.includeProblems == [])
    #expect(sources.diagnostics == [])
  }

  @Test(
    arguments: [
      ("/etc/a.yaml", "absolute"), ("../a.yaml", "leads out"), ("missing.yaml", "does not exist"),
      ("main.yaml", "includes itself"), ("folder", "is a folder"), ("loop.yaml", "includes itself"),
      ("", "empty"),
    ])
  func `an include that leads nowhere is a problem at its place`(_ path: String, _ part: String) throws {
    let folder = try Folder([
      "main.yaml": "include:\n  - '\(path)'\n", "folder/x": "", "loop.yaml": "include: [loop.yaml]\n",
    ])

    let sources = try SourceLoader.load(folder.path + "main.yaml")

    let problem = try #require(sources.includeProblems.first)
    #expect(sources.includeProblems.count == 1)
    #expect(problem.message.contains(part), "\(problem.message)")
    #expect(sources.map.text(of: problem.span).filter { $0 != "'" } == path)
  }

  @Test func `includes nested more than eight deep are a problem`() throws {
    var files = ["f0.yaml": "include: [f1.yaml]\n"]
    for number in 1...9 { files["f\(number).yaml"] = "include: [f\(number + 1).yaml]\n" }
    let folder = try Folder(files)

    let sources = try SourceLoader.load(folder.path + "f0.yaml")

    #expect(sources.documents.count == 9)
    #expect(sources.includeProblems.map(\.message) == ["includes are nested more than 8 deep"])
  }

  @Test func `a file that is missing, a folder, a pipe or too large is one clear error`() throws {
    let folder = try Folder(["big.yaml": String(repeating: "#", count: 2_000)])
    #expect(mkfifo(folder.path + "pipe", 0o600) == 0)
    let limits = YAMLLimits(fileBytes: 1_000)

    let failures: [(String, SourceError.Code)] = [
      ("none.yaml", .notFound), ("", .notAFile), ("pipe", .notAFile), ("big.yaml", .tooLarge),
      ("big.yaml/x", .notFound), ("a\0b", .notFound),
    ]
    for (name, code) in failures {
      let error = #expect(throws: SourceError.self) {
        try SourceLoader.load(folder.path + name, limits: limits)
      }
      #expect(error?.code == code, "\(name)")
    }
  }

  @Test func `bytes at hand are read like a file`() {
    let sources = SourceLoader.load(bytes: Array("duly: 1\n".utf8), path: "-")

    #expect(sources.map[sources.main].path == "-")
    #expect(sources.documents.count == 1)
  }
}
