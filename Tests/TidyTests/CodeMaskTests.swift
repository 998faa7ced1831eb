import Testing

@Suite struct CodeMaskTests {
  @Test(arguments: [
    (#"let a = 1 // try! it"#, #"let a = 1           "#),
    (#"let a = "try!" + b"#, #"let a = "    " + b"#),
    (#"let a = "x\(b("y"))z""#, #"let a = "  (b(" ")) ""#),
    (##"let a = #"a"b\(c)"# + d"##, ##"let a = #"       "# + d"##),
    (##"let a = #"\#(b) \n"#"##, ##"let a = #"  (b)   "#"##),
    (#"a /* b /* c */ d */ e"#, #"a                   e"#),
    (#"let a = "\"" + b"#, #"let a = "  " + b"#),
  ])
  func `comments and strings are blanked, code stays`(text: String, expected: String) {
    #expect(String(decoding: CodeMask.code(of: Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func `a multi-line string keeps its line breaks`() {
    let text = "let a = \"\"\"\n  try! \"quoted\"\n  \"\"\"\nlet b = 1\n"
    let expected = "let a = \"\"\"\n               \n  \"\"\"\nlet b = 1\n"
    #expect(String(decoding: CodeMask.code(of: Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test(arguments: ["\"", "#\"", "\"\"\"", "/*", "\"\\", "\"\\(", "\"\\(a(", "#", "/"])
  func `text that ends in the middle is no trouble`(text: String) {
    #expect(CodeMask.code(of: Array(text.utf8)).count == text.utf8.count)
  }
}
