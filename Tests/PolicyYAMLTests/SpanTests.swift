import PolicySyntax
import PolicyYAML
import TestSupport
import Testing

@Suite struct SpanTests {
  /// Reads marked text and finds the value under `key`.
  private func scalar(_ marked: MarkedText) throws -> Scalar {
    let (tree, diagnostics) = PolicyYAMLReader.read(marked.bytes, file: FileID(number: 0))
    #expect(diagnostics == [])
    return try #require(tree?["key"]?.scalar)
  }

  private func range(of part: String, in text: String) throws -> Range<Int> {
    let start = try #require(
      (0...text.utf8.count).first { Array(text.utf8.dropFirst($0)).starts(with: Array(part.utf8)) })
    return start..<start + part.utf8.count
  }

  @Test(arguments: [
    ("key: one ①word② more\n", "word"),
    ("key: 'it''s a ①word②'\n", "word"),
    ("key: 'it①''②s'\n", "'"),
    (#"key: "tab\t ①wörd② \u00e4""# + "\n", "wörd"),
    (#"key: "a ①\u00e4② z""# + "\n", "ä"),
    (#"key: "a \U0001F600 ①z②""# + "\n", "z"),
    ("key: |\n  first\n    ①second② x\n", "second"),
    ("key: |-\n\n  ä\n  ①b②\n", "b"),
    ("key: |2\n    in\n  ①out②\n", "out"),
    ("key: >-\n  one\n  ①two②\n\n  three\n", "two"),
    ("key: >-\n  one\n  two\n\n  ①three②\n", "three"),
    ("key: >\n  one\n    more\n  ①less②\n  end\n", "less"),
    ("key: one\n  two ①three②\n", "three"),
    ("key: 'one\n\n  ①two②'\n", "two"),
    (#"key: "one\"# + "\n   ①two②\"\n", "two"),
    ("key: |\r\n  one\r\n  ①two②\r\n", "two"),
    ("\u{FEFF}key: ä ①word②\n", "word"),
    ("# ünï 😀\nkey: |\n  😀 ①x②\n", "x"),
    ("key: &anchor ①word②\nuse: *anchor\n", "word"),
    ("key: &anchor # words\n  |\n  a\n  ①word②\nuse: *anchor\n", "word"),
  ])
  func `a part of a scalar is found where it stands in the file`(_ text: String, _ part: String) throws {
    let marked = MarkedText(text)
    let scalar = try scalar(marked)

    let span = scalar.source(try range(of: part, in: scalar.text))

    #expect(scalar.hasExactPlaces)
    #expect(span.range == marked.range("①", "②"))
  }

  @Test(arguments: [
    "key: ①plain text②  # comment\n",
    "key: ①'quoted'② \n",
    "key: ①|\n  a\n  b②\n\n# comment\nnext: 1\n",
    "key: ①>-\n  a\n\n  b②\n\n",
    "key: ①[1, 2]②\n",
    "key: ①{a: 1}②\n",
    "key:\n  ①a: 1\n  b:\n    - x②\n\n# comment\nnext: 1\n",
    "key:\n①- x\n- y②\nnext: 1\n",
    "key: &name\n  ①a: 1②\nnext: *name\n",
    "key:①②\nnext: 1\n",
    "key: [①a: b②]\n",
  ])
  func `a node ends with its last character`(_ text: String) throws {
    let marked = MarkedText(text)

    let tree = PolicyYAMLReader.read(marked.bytes, file: FileID(number: 0)).tree
    var node = try #require(tree?["key"])
    if text.contains("[①a") { node = try #require(node.sequence?.first) }

    #expect(node.span.range == marked.range("①", "②"))
  }

  @Test(arguments: ["a: \u{85}x\n", "a: |\n  x\u{2028}y\n", "a: 'x\u{2029}y'\n", "a: \"x\u{85}\u{85} y\"\n"])
  func `line ends that only YAML 1.1 knows are errors and shift nothing`(_ text: String) throws {
    let marked = MarkedText(text + "key: ①wörd②\n")

    let (tree, diagnostics) = PolicyYAMLReader.read(marked.bytes, file: FileID(number: 0))

    #expect(diagnostics.allSatisfy { $0.rule == .unsafeCharacters })
    if let tree { #expect(tree["key"]?.span.range == marked.range("①", "②")) }
    #expect(!diagnostics.isEmpty)
  }

  @Test func `a text has LF line ends whatever the file has`() throws {
    let scalar = try scalar(MarkedText("key: |\r\n  one\r\n\r\n  two\r\n"))

    #expect(scalar.text == "one\n\ntwo\n")
    #expect(scalar.source(3..<4).range == 13..<15)
  }

  @Test func `an alias has its own span and that of the node it repeats`() throws {
    let marked = MarkedText("a: &x\n  - ①one②\nb: ③*x④\n")

    let tree = PolicyYAMLReader.read(marked.bytes, file: FileID(number: 0)).tree
    let alias = try #require(tree?["b"])

    #expect(alias.span.range == marked.range("③", "④"))
    #expect(alias.definition?.range == marked["①"] - 2..<marked["②"])
    #expect(alias.sequence?.first?.span.range == marked.range("①", "②"))
  }
}
