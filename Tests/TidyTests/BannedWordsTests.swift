import Testing

@Suite struct BannedWordsTests {
  @Test(arguments: [
    "let a = try! b()", "let a = b as! C", "fatalError(\"no\")", "// TODO: later", "// FIXME",
    "let a = \"/work/x\"",
    "final class A: @unchecked Sendable {}", "struct DateUtils {}", "enum RowHelper {}",
    "package class LedgerManager {}",
    "// MARK: - Parts",
  ])
  func `a banned word is found anywhere in the sources`(line: String) {
    let source = SourceText(path: "Sources/Edge/Books/A.swift", "let x = 1\n\(line)\n")
    #expect(BannedWords.findings(in: source).map(\.line) == [2])
  }

  @Test(arguments: [
    "print(1)", "let a = DispatchQueue.main", "let a = await b()", "let a = Int.random(in: 0..<2)",
    "readLine()",
    "let a = ContinuousClock()",
  ])
  func `input, output, clocks and chance are found in Core and allowed elsewhere`(line: String) {
    #expect(BannedWords.findings(in: SourceText(path: "Sources/Core/CEL/A.swift", line)).map(\.line) == [1])
    #expect(BannedWords.findings(in: SourceText(path: "Sources/duly/A.swift", line)).isEmpty)
  }

  @Test(arguments: [
    "// never `try!`, never `as!`", "let a = \"fatalError(\"", "let a = blueprint(1)", "struct Managers {}",
    "let todo = 1", "let a = b as? C",
  ])
  func `prose and words that only look alike are not`(line: String) {
    #expect(BannedWords.findings(in: SourceText(path: "Sources/Core/CEL/A.swift", line)).isEmpty)
  }

  @Test func `a file's name is read too, and a mark is allowed in a long file`() {
    #expect(
      BannedWords.findings(in: SourceText(path: "Sources/Core/CEL/StringUtils.swift", "")).map(\.line) == [1])
    let long = String(repeating: "let a = 1\n", count: 250) + "// MARK: - Parts\n"
    #expect(BannedWords.findings(in: SourceText(path: "Sources/Core/CEL/A.swift", long)).isEmpty)
  }
}
