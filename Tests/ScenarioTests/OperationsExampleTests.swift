import Foundation
import TestSupport
import Testing

/// The files of `examples/operations`, to be copied: what they run is there, with the options that they give it.
@Suite struct OperationsExampleTests {
  private static let folder = BuiltCommand.root.appendingPathComponent("examples/operations")
  private static let files = ["duly.service", "crontab", "duly-workflow.yml"]

  @Test(arguments: files)
  func `a command that a file runs is one of Duly's`(file: String) throws {
    let text = String(decoding: try Data(contentsOf: Self.folder.appendingPathComponent(file)), as: UTF8.self)
    var found = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("name:") {
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(where: { $0 == "duly" || $0.hasSuffix("/bin/duly") }),
        place + 1 < words.count
      else { continue }
      let help = try BuiltCommand("duly").run([words[place + 1], "--help"])
      #expect(help.status == 0, "\(line)")
      for word in words[(place + 2)...] where word.hasPrefix("--") {
        #expect(help.output.contains("\(word) ") || help.output.contains("\(word)\n"), "\(line)")
      }
      found += 1
    }
    #expect(found > 0)
  }

  @Test func `the timer runs what the service is, and each file is on the page`() throws {
    let page = String(
      decoding: try Data(contentsOf: BuiltCommand.root.appendingPathComponent("docs/operations.md")),
      as: UTF8.self)
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names) == Set(Self.files + ["duly.timer"]))
    for name in names { #expect(page.contains("`\(name)`"), "\(name)") }
  }
}
