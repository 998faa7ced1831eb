import Testing

@Suite struct LongPartsTests {
  @Test func `a file of 400 lines passes, one of 401 does not`() {
    func file(_ lines: Int) -> SourceText {
      SourceText(path: "Sources/A.swift", String(repeating: "let a = 1\n", count: lines))
    }
    #expect(LongParts.findings(in: file(400)).isEmpty)
    #expect(LongParts.findings(in: file(401)).map(\.line) == [1])
  }

  @Test(arguments: [
    "func a()", "init(_ b: Int, c: () -> Void = {})", "subscript(_ b: Int) -> Int", "var a: Int",
    "mutating func a<B>(_ b: B) throws(C) -> [B: (Int, Int)] where B: Hashable, B == Int",
    "static func == (left: A, right: A) -> Bool",
  ])
  func `a function of 70 lines passes, one of 71 does not`(head: String) {
    func file(_ lines: Int) -> SourceText {
      let body = String(repeating: "    work(\"}\") { $0 } // }\n", count: lines - 2)
      return SourceText(path: "Sources/A.swift", "struct A {\n  let b = 1\n  \(head) {\n\(body)  }\n}\n")
    }
    #expect(LongParts.findings(in: file(70)).isEmpty)
    #expect(LongParts.findings(in: file(71)).map(\.line) == [3])
  }

  @Test func `functions are told from requirements, calls and stored properties`() {
    let source = SourceText(
      path: "Sources/A.swift",
      """
      protocol A {
        func one() -> Int
        var two: Int { get }
        init(three: Int)
      }
      extension A {
        var four: Int { self.init(three: 1).one() }
        static let five = A.init(three: 1)
        func six() {
          var seven = 1
          seven += 1
        }
      }
      """)
    #expect(LongParts.functions(in: source).map { [$0.line, $0.lines] } == [[3, 1], [7, 1], [9, 4]])
  }
}
