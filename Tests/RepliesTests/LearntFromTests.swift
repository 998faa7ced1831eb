import Foundation
import Testing

/// Whether the tables of leanings are those that `scripts/learn-leanings` would write today.
@Suite struct LearntFromTests {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `the tables were learnt from the replies, themes and rules that are there`() throws {
    let check = Process()
    check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    check.arguments = ["sha256sum", "--check", "--quiet", "Sources/System/CReplyRules/Leanings/learnt-from"]
    check.currentDirectoryURL = Self.project
    let output = Pipe()
    check.standardOutput = output
    check.standardError = output
    try check.run()
    let words = output.fileHandleForReading.readDataToEndOfFile()
    check.waitUntilExit()
    let note = Comment(rawValue: "run scripts/learn-leanings: \(String(decoding: words, as: UTF8.self))")
    #expect(check.terminationStatus == 0, note)
  }

  @Test func `every file that is learnt from is among those that are compared`() throws {
    let folder = Self.project.appendingPathComponent("Sources/System/CReplyRules")
    let list = try String(contentsOf: folder.appendingPathComponent("Leanings/learnt-from"), encoding: .utf8)
    let replies = ["Replies", "Everyday", "Unread"].map {
      Self.project.appendingPathComponent("Tests/RepliesTests/\($0)")
    }
    for folder in [folder.appendingPathComponent("Rules"), folder.appendingPathComponent("Themes")] + replies
    {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where name != "bounces.yaml" {
        #expect(list.contains("/\(folder.lastPathComponent)/\(name)\n"), "\(name)")
      }
    }
  }
}
