import Foundation
import TestSupport
import Testing

/// The tutorial is run from its first command to its last, in one folder, and prints what it shows.
@Suite struct TutorialTests {
  /// What the page does, in its order.
  private enum Step {
    /// A file that the reader writes.
    case file(path: String, text: String)
    /// Commands with what they print; the lines from `first` to `last` of the page.
    case console(first: Int, last: Int)
  }

  private static let path = "docs/tutorial.md"

  private func steps(_ lines: [String]) -> [Step] {
    var steps: [Step] = []
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index].hasPrefix("```"), lines[index] != "```" else { continue }
      let words = lines[index].dropFirst(3).split(separator: " ")
      let first = index + 1
      index = lines[first...].firstIndex(of: "```") ?? lines.count
      if words.first == "console" {
        steps.append(.console(first: first, last: index))
      } else if words.count == 2 {
        steps.append(.file(path: String(words[1]), text: lines[first..<index].joined(separator: "\n") + "\n"))
      }
    }
    return steps
  }

  @Test func `every command prints what the page shows`() throws {
    let page = BuiltCommand.root.appendingPathComponent(Self.path)
    var lines = String(decoding: try Data(contentsOf: page), as: UTF8.self).components(separatedBy: "\n")
    let folder = try TemporaryFolder([:])
    let duly = try BuiltCommand("duly")
    var commands = 0
    // The page is written anew from the end, so that line numbers stay; the commands run from the start.
    var rewritten: [(first: Int, last: Int, text: [String])] = []
    for step in steps(lines) {
      switch step {
      case .file(let path, let text):
        let file = folder.url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      case .console(let first, let last):
        var shown: [String] = []
        for block in Self.blocks(Array(lines[first..<last])) {
          let outcome = try duly.shell(block.command, in: folder.url)
          commands += 1
          let printed =
            outcome.output.isEmpty
            ? []
            : outcome.output.components(separatedBy: "\n").dropLast(outcome.output.hasSuffix("\n") ? 1 : 0)
          let isSame = Self.matches(block.output[...], printed[...])
          shown += ["$ " + block.command] + (isSame ? block.output : Array(printed))
        }
        rewritten.append((first, last, shown))
      }
    }
    for block in rewritten.reversed() { lines.replaceSubrange(block.first..<block.last, with: block.text) }
    #expect(commands >= 15)
    expectRecorded(lines.joined(separator: "\n"), Self.path)
  }

  /// The commands of a block, each with what stands below it.
  private static func blocks(_ lines: [String]) -> [(command: String, output: [String])] {
    var blocks: [(command: String, output: [String])] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        blocks.append((String(line.dropFirst(2)), []))
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1].output.append(line)
      }
    }
    return blocks
  }

  /// Whether lines are those shown; `…` stands for any.
  private static func matches(_ shown: ArraySlice<String>, _ printed: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return printed.isEmpty }
    if first == "…" {
      return (printed.startIndex...printed.endIndex).contains { matches(shown.dropFirst(), printed[$0...]) }
    }
    return first == printed.first && matches(shown.dropFirst(), printed.dropFirst())
  }

  @Test func `its links lead somewhere`() throws {
    let docs = BuiltCommand.root.appendingPathComponent("docs")
    let text = String(
      decoding: try Data(contentsOf: BuiltCommand.root.appendingPathComponent(Self.path)), as: UTF8.self)
    for part in text.components(separatedBy: "](").dropFirst() {
      let target = String(part.prefix { $0 != ")" && $0 != "#" })
      #expect(FileManager.default.fileExists(atPath: docs.appendingPathComponent(target).path), "\(target)")
    }
  }
}
