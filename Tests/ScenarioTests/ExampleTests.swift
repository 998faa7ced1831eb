import Foundation
import TestSupport
import Testing

/// Every folder of `examples/` is a promise: this command, or these, print this.
///
/// A folder with a file `command` is run once from the root of the repository; one with `commands` is copied, and its lines
/// are run one after the other inside the copy, as an owner works in a folder of her own.
@Suite struct ExampleTests {
  private static let folder = BuiltCommand.root.appendingPathComponent("examples")

  private static func names(with file: String) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    return names.filter { FileManager.default.fileExists(atPath: "\(folder.path)/\($0)/\(file)") }.sorted()
  }

  private static func text(_ name: String, _ file: String) throws -> String {
    let path = folder.appendingPathComponent(name).appendingPathComponent(file)
    return String(decoding: try Data(contentsOf: path), as: UTF8.self)
  }

  @Test func `there are examples`() {
    #expect(Self.names(with: "command").contains("first-look"))
    #expect(Self.names(with: "commands").contains("first-week"))
  }

  @Test(arguments: names(with: "command"))
  func `an example prints what its folder says`(name: String) throws {
    let outcome = try BuiltCommand("duly").run(try Self.text(name, "command"))

    #expect(outcome.status == 0, "\(outcome.errors)")
    expectRecorded(outcome.output, "examples/\(name)/output.txt")
  }

  @Test func `an example prints the same bytes twice`() throws {
    let command = try Self.text("spring-books", "command")

    #expect(try BuiltCommand("duly").run(command).output == BuiltCommand("duly").run(command).output)
  }

  @Test(arguments: names(with: "commands"))
  func `several commands print what their folder says`(name: String) throws {
    let copy = try TemporaryFolder([:])
    let place = copy.url.appendingPathComponent(name)
    try FileManager.default.copyItem(at: Self.folder.appendingPathComponent(name), to: place)
    var transcript: [String] = []
    for line in try Self.text(name, "commands").split(separator: "\n") {
      if line.hasPrefix("#") {
        transcript.append("\(line)\n")
        continue
      }
      let words = Self.words(String(line))
      #expect(words.first == "duly", "\(line)")
      let outcome = try BuiltCommand("duly").run(Array(words.dropFirst()), in: place)
      let status = outcome.status == 0 ? "" : "(exit \(outcome.status))\n"
      transcript.append("$ \(line)\n\(outcome.output)\(outcome.errors)\(status)")
    }
    expectRecorded(transcript.joined(separator: "\n"), "examples/\(name)/output.txt")
  }

  /// The words of a line, as a shell would split them where there are no quotes but double ones.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    for (number, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if number.isMultiple(of: 2) {
        words += part.split(separator: " ").map(String.init)
      } else {
        words.append(String(part))
      }
    }
    return words
  }
}
