import PolicySyntax
import PolicyYAML
import Testing

@Suite struct HostileTests {
  private func read(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> (
    tree: Node?, diagnostics: [Diagnostic]
  ) {
    PolicyYAMLReader.read(bytes, file: FileID(number: 0), limits: limits)
  }

  private func bytes(_ text: String) -> [UInt8] {
    Array(text.utf8)
  }

  @Test func `a file of ten million brackets is one error about its size`() {
    let found = read([UInt8](repeating: UInt8(ascii: "["), count: 10_000_000))

    #expect(found.tree == nil)
    #expect(found.diagnostics.map(\.rule) == [.yamlLimit])
  }

  @Test(arguments: ["[", "{", "[{a: ", "- ", "? ", "&a [", "[&a \n"])
  func `values nested too deep are one error where they pass the limit`(_ opening: String) {
    let found = read(bytes(String(repeating: opening, count: 20_000)))

    #expect(found.tree == nil)
    #expect(found.diagnostics.count == 1)
  }

  @Test func `depth 64 is read and depth 65 is not`() {
    func nested(_ depth: Int) -> [UInt8] {
      bytes(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    }

    #expect(read(nested(64)).diagnostics == [])
    #expect(read(nested(65)).diagnostics.first?.span.range == 64..<65)
  }

  @Test func `a billion laughs are one error with both places`() throws {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...9 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }

    let found = read(bytes(text))

    let error = try #require(found.diagnostics.first)
    #expect(found.diagnostics.count == 1)
    #expect(error.rule == .yamlLimit)
    #expect(error.labels.count == 1)
    #expect(found.tree == nil)
  }

  @Test func `aliases of aliases count with the depth of what they repeat`() throws {
    var text = "a0: &a0 [x]\n"
    for level in 1...99 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }

    let error = try #require(read(bytes(text)).diagnostics.first)

    #expect(error.rule == .yamlLimit)
    #expect(error.message.contains("64 deep"))
  }

  @Test func `more than a thousand aliases are one error`() {
    let text = "a: &a x\nb: [" + [String](repeating: "*a", count: 1_001).joined(separator: ", ") + "]\n"

    #expect(read(bytes(text)).diagnostics.map(\.rule) == [.yamlLimit])
  }

  @Test func `more values than the limit are one error`() {
    let text = "[" + String(repeating: "a,\n", count: 200_000) + "]"

    #expect(read(bytes(text)).diagnostics.map(\.rule) == [.yamlLimit])
  }

  @Test func `a line of a million letters is one error`() {
    let found = read([UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000))

    #expect(found.diagnostics.map(\.rule) == [.yamlLimit])
  }

  @Test func `a NUL is an error at its byte`() {
    let found = read(bytes("a: b\0c\n"))

    #expect(found.tree == nil)
    #expect(found.diagnostics.map(\.rule) == [.unsafeCharacters])
    #expect(found.diagnostics.first?.span.range == 4..<5)
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xC3], 3), ([0x61, 0xC0, 0x80], 1), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xE0, 0x80, 0x80], 0), ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], 4),
    ] as [([UInt8], Int)])
  func `what is no UTF-8 is an error at its first byte`(_ bytes: [UInt8], _ place: Int) {
    let found = read(bytes)

    #expect(found.tree == nil)
    #expect(found.diagnostics.map(\.rule) == [.unreadableYAML])
    #expect(found.diagnostics.first?.span.start == Int32(place))
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0, 0, 0xFE, 0xFF]] as [[UInt8]])
  func `other encodings are named`(_ bytes: [UInt8]) {
    #expect(read(bytes).diagnostics.first?.message.contains("only UTF-8 is read") == true)
  }

  /// Every text cut off at every byte, and every byte of it replaced: whatever comes, an answer comes.
  @Test func `a damaged policy never stops the reader, and without a tree there is an error`() {
    let policy = bytes(
      """
      duly: 1  # a comment
      business: &b { name: "Ac\\u00e4me\\t", 'it''s': [a, b, { c: d }] }
      segments:
        - name: vip
          when: |-
            customer.tagged("vip") ||

              customer.revenue_12m >= 50000
          note: >
            folded ünï
            text 😀
        - *b
      """)
    for index in policy.indices {
      check(Array(policy[..<index]))
      for byte: UInt8 in [
        0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x23, 0x26, 0x27, 0x2A, 0x2D, 0x3A, 0x5B, 0x5D, 0x7B, 0x7C, 0x85,
        0xE2,
      ] {
        var damaged = policy
        damaged[index] = byte
        check(damaged)
      }
    }
  }

  private func check(_ bytes: [UInt8]) {
    var map = SourceMap()
    let file = map.add(path: "p.yaml", bytes: bytes)
    let found = PolicyYAMLReader.read(bytes, file: file)
    if found.tree == nil {
      #expect(
        found.diagnostics.contains { $0.severity == .error }, "\(String(decoding: bytes, as: UTF8.self))")
    }
    for diagnostic in found.diagnostics {
      #expect(Int(diagnostic.span.end) <= bytes.count)
    }
    if let tree = found.tree { checkPlaces(tree, bytes.count) }
    #expect(found.diagnostics.isEmpty == TextReport(map).render(found.diagnostics).isEmpty)
  }

  private func checkPlaces(_ node: Node, _ count: Int) {
    #expect(node.span.start >= 0 && Int(node.span.end) <= count)
    switch node.content {
    case .scalar(let scalar):
      #expect(scalar.hasExactPlaces || scalar.text.isEmpty)
      let whole = scalar.source(0..<scalar.text.utf8.count)
      #expect(
        whole.start >= node.contentSpan.start && whole.end <= node.contentSpan.end
          || scalar.text.hasSuffix("\n"))
    case .sequence(let items):
      for item in items { checkPlaces(item, count) }
    case .mapping(let entries):
      for entry in entries {
        checkPlaces(entry.key, count)
        checkPlaces(entry.value, count)
      }
    }
  }
}
