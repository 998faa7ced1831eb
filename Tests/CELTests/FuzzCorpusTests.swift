import CEL
import Foundation
import Testing

@testable import CELProbe

@Suite struct FuzzCorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fuzzing/Corpus/CEL")

  /// The seeds by name, in order.
  private static let seeds: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  @Test func `there are seeds for every mode`() {
    let kinds = Set(Self.seeds.map { $0.prefix { $0 != "-" } })
    #expect(Self.seeds.count > 300)
    #expect(
      kinds.isSuperset(of: [
        "checked", "unchecked", "container", "estimate", "written", "pattern", "reading", "format",
      ]))
  }

  @Test(arguments: seeds)
  func `a seed keeps every promise`(name: String) throws {
    let input = try Data(contentsOf: Self.folder.appendingPathComponent(name))
    let broken = ExpressionProbe.brokenPromises(for: [UInt8](input))
    #expect(broken.isEmpty, "\(broken)")
  }

  @Test func `an issue outside of the text breaks a promise`() {
    let issue = CEL.Issue(range: 1..<3, kind: .syntax, message: "two bytes of three")
    #expect(IssueProbe.brokenPromises(of: [issue], "abc").isEmpty)
    #expect(IssueProbe.brokenPromises(of: [issue], "ab").count == 1)
    #expect(IssueProbe.brokenPromises(of: [issue], "a€").count == 1)
    let earlier = CEL.Issue(range: 0..<1, kind: .syntax, message: "the first byte")
    #expect(IssueProbe.brokenPromises(of: [issue, earlier], "abc").count == 1)
  }

  @Test(arguments: [
    (Value.int(1), CELType.int, true), (.int(1), .uint, false), (.double(1), .dyn, true),
    (.list([.int(1), .null]), .list(.int), false), (.list([.int(1), .null]), .list(.nullable(.int)), true),
    (.optional(.string("a")), .optional(.int), false), (.null, .timestamp, true), (.null, .string, false),
  ])
  func `a value of another type breaks a promise`(value: Value, type: CELType, isOf: Bool) {
    #expect(value.has(type) == isOf)
  }
}
