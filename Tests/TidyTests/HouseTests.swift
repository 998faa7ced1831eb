import Testing

/// Reads all sources and tests of the repository and holds them to the house's rules.
@Suite struct HouseTests {
  @Test func `the sources are found`() {
    #expect(SourceTree.sources.count > 50)
    #expect(SourceTree.tests.contains { $0.path == "Tests/TidyTests/HouseTests.swift" })
  }

  @Test func `every folder imports only what the table of layers allows`() {
    expectNone(SourceTree.sources.flatMap(ForeignImports.findings))
  }

  @Test func `the table of layers says what the manifest says`() throws {
    let manifest = ManifestDependencies.read(try #require(SourceTree.text("Package.swift")))
    for row in ImportTable.rows {
      #expect(manifest[row.target] == row.own, "\(row.target)")
    }
    let core = manifest.keys.filter { target in
      SourceTree.sources.contains { $0.path.hasPrefix("Sources/Core/\(target)/") }
    }
    for target in core {
      #expect(
        ImportTable.rows.contains { $0.folder == "Sources/Core/\(target)" && $0.outside.isEmpty }, "\(target)"
      )
    }
  }

  @Test func `no file and no function is too long`() {
    expectNone((SourceTree.sources + SourceTree.tests).flatMap(LongParts.findings))
  }

  @Test func `no banned word stands in the sources`() {
    expectNone(SourceTree.sources.flatMap(BannedWords.findings))
  }

  @Test func `every type that other targets see has a doc comment`() {
    expectNone(SourceTree.sources.flatMap(UndocumentedTypes.findings))
  }

  @Test func `every file is named after what it holds`() {
    expectNone(SourceTree.sources.flatMap(MisnamedFiles.findings))
  }

  @Test func `every rule has a snippet that triggers it and one that does not`() {
    expectNone(SourceTree.sources.flatMap(RulesWithoutExamples.findings))
  }

  private func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
    guard !findings.isEmpty else { return }
    let text = findings.map(\.description).joined(separator: "\n")
    Issue.record(Comment(rawValue: "\(findings.count) findings\n\(text)"), sourceLocation: sourceLocation)
  }
}
