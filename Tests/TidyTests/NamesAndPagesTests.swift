import Testing

@Suite struct NamesAndPagesTests {
  @Test func `a type without a doc comment is found`() {
    let source = SourceText(
      path: "Sources/Core/CEL/A.swift",
      """
      /// A thing.
      package struct A {}

      // A remark is no doc comment.
      package enum B {}

      /// Another.
      @frozen
      public struct C {}
      public protocol D {}
      struct Hidden {}
      extension A {
        package enum Inner {}
      }
      """)
    #expect(UndocumentedTypes.findings(in: source).map(\.line) == [5, 10, 13])
  }

  @Test(arguments: [
    ("Policy", "package struct Policy {}"), ("Policy", "public indirect enum Policy: Hashable {}"),
    ("Policy+Reading", "extension Policy {}"), ("Step+Text", "extension Policy.Step: Equatable {}"),
    ("Decide", "package func decide(_ plan: Plan) {}"),
    ("DuplicateKey", "extension Rule {\n  static let duplicateKey = 1\n}"),
    ("Rows", "private final class Rows<Row> {}"),
  ])
  func `a file named after what it holds passes`(name: String, text: String) {
    #expect(MisnamedFiles.findings(in: SourceText(path: "Sources/Core/CEL/\(name).swift", text)).isEmpty)
  }

  @Test(arguments: [
    ("Policy", "package struct Policies {}"), ("Policy", "extension Policy {}"),
    ("Policy", "// struct Policy"),
    ("Policy+Reading", "extension Schedule {}"), ("Policy+Reading", "struct Policy {}"),
  ])
  func `a file of another name is found`(name: String, text: String) {
    #expect(MisnamedFiles.findings(in: SourceText(path: "Sources/Core/CEL/\(name).swift", text)).count == 1)
  }

  @Test func `a rule with both snippets passes, one without is found`() {
    func file(_ name: String, _ snippets: String) -> SourceText {
      SourceText(
        path: "Sources/Core/PolicyModel/Checks/\(name).swift",
        "struct \(name) {\n  static let rule = Rule(\n    id: \"DN1\", name: \"steps-out-of-order\",\n\(snippets))\n}\n"
      )
    }
    let both = "    triggering: \"\"\"\n      a: 1\n      \"\"\",\n    passing: \"a: 2\""
    #expect(RulesWithoutExamples.findings(in: file("StepsOutOfOrder", both)).isEmpty)
    #expect(RulesWithoutExamples.findings(in: file("Steps", both)).map(\.line) == [3])
    let none = RulesWithoutExamples.findings(in: file("StepsOutOfOrder", "    triggering: \"\""))
    #expect(none.map(\.line) == [4, 2])
    let other = SourceText(path: "Sources/Core/PolicySyntax/Diagnostics/Rule.swift", "let a = Rule()")
    #expect(RulesWithoutExamples.findings(in: other).isEmpty)
  }
}
