import Testing

@Suite struct ForeignImportsTests {
  @Test(arguments: [
    ("Sources/Core/CEL/A.swift", "import Foundation"),
    ("Sources/Core/CEL/A.swift", "package import Receivables"),
    ("Sources/Core/Schedule/A.swift", "import Glibc"),
    ("Sources/Core/Schedule/A.swift", "import struct Foundation.Date"),
    ("Sources/Core/PolicyModel/A.swift", "public import Schedule"),
    ("Sources/Edge/Books/A.swift", "@preconcurrency import CYAML"),
    ("Sources/duly/A.swift", "import Foundation"),
    ("Sources/New/A.swift", "import CEL"),
  ])
  func `an import that the table does not have is found`(path: String, line: String) {
    let findings = ForeignImports.findings(in: SourceText(path: path, "\(line)\n"))
    #expect(findings.map(\.line) == [1])
  }

  @Test func `imports that the table has, and words in comments, are not`() {
    let source = SourceText(
      path: "Sources/Core/Letters/A.swift", "package import CEL\nimport Receivables\n// import Foundation\n")
    #expect(ForeignImports.findings(in: source).isEmpty)
  }

  @Test func `the manifest's dependencies are read`() {
    let manifest = """
      func core(_ name: String) {}
      let targets = [
        core("CEL"), // core("No")
        core("Letters", ["CEL", "Receivables"]),
        edge(
          "Books", ["PolicyYAML"]),
        .executableTarget(
          name: "duly",
          dependencies: ["Books", argumentParser]),
      ]
      """
    let expected = [
      "CEL": [], "Letters": ["CEL", "Receivables"], "Books": ["PolicyYAML"], "duly": ["Books"],
    ]
    #expect(ManifestDependencies.read(manifest) == expected)
  }
}
