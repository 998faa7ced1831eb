import Foundation
import TestSupport
import Testing

/// Every folder of `examples/` is a promise: this command prints this.
@Suite struct ExampleTests {
  private static let folder = BuiltCommand.root.appendingPathComponent("examples")

  private static let names: [String] = {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    return names.filter { FileManager.default.fileExists(atPath: "\(folder.path)/\($0)/command") }.sorted()
  }()

  @Test func `there are examples`() {
    #expect(Self.names.contains("first-look"))
  }

  @Test(arguments: names)
  func `an example prints what its folder says`(name: String) throws {
    let example = Self.folder.appendingPathComponent(name)
    let command = String(
      decoding: try Data(contentsOf: example.appendingPathComponent("command")), as: UTF8.self)

    let outcome = try BuiltCommand("duly").run(command)

    #expect(outcome.status == 0, "\(outcome.errors)")
    expectRecorded(outcome.output, "examples/\(name)/output.txt")
  }

  @Test(arguments: names)
  func `an example prints the same bytes twice`(name: String) throws {
    let file = Self.folder.appendingPathComponent(name).appendingPathComponent("command")
    let command = String(decoding: try Data(contentsOf: file), as: UTF8.self)

    #expect(try BuiltCommand("duly").run(command).output == BuiltCommand("duly").run(command).output)
  }
}
