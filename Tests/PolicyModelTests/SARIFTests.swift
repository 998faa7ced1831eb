import Foundation
import PolicyModel
import PolicySyntax
import Testing

/// Findings as SARIF are what the published schema asks for, and what code scanners ask beyond it.
@Suite(.enabled(if: JSONSchemaCheck.isThere, "python3-jsonschema is not installed"))
struct SARIFTests {
  /// A log as a scanner reads it, as far as a schema says too little of it.
  private struct Log: Decodable {
    struct Run: Decodable {
      let tool: Tool
      let results: [Result]
    }
    struct Tool: Decodable { let driver: Driver }
    struct Driver: Decodable { let rules: [Named] }
    struct Named: Decodable { let id: String }
    struct Result: Decodable {
      let ruleId: String
      let ruleIndex: Int
      let locations: [Location]
      let relatedLocations: [Location]?
      let partialFingerprints: [String: String]
    }
    struct Location: Decodable { let physicalLocation: Place }
    struct Place: Decodable {
      let artifactLocation: Artifact
      let region: Region
    }
    struct Artifact: Decodable { let uri: String }
    struct Region: Decodable {
      let startLine: Int
      let startColumn: Int
      let endLine: Int
      let endColumn: Int
    }
    let runs: [Run]
  }

  private static let schema = corpus.deletingLastPathComponent().appendingPathComponent(
    "Published/sarif-schema-2.1.0.json")

  private static func log(
    _ text: String, path: String = "policies/acme.yaml", books: BooksLook? = nil
  ) -> String {
    let read = ReadPolicy(whole: text, path: path, books: books)
    return SARIFReport(read.map, version: "1").render(read.findings)
  }

  /// Every file of the corpus with a mistake, the example of every rule, and texts that are hard to point into.
  private static func logs() throws -> [String: String] {
    var logs: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(
      at: corpus.appendingPathComponent("err"), includingPropertiesForKeys: nil)
    where file.pathExtension == "yaml" {
      logs[file.lastPathComponent] = log(
        try String(contentsOf: file, encoding: .utf8), path: file.lastPathComponent)
    }
    for rule in RuleCatalogue.all {
      logs["the example of \(rule.name)"] = log(completed(rule.triggering), books: rule.booksOfExamples)
    }
    logs["nothing found"] = log(completed(""))
    logs["an empty file"] = log("")
    logs["a mark of byte order alone"] = log("\u{FEFF}")
    logs["a line end alone"] = log("\n")
    logs["lines of another system"] = log("duly: 1\r\npolicy: a\r\nbusines: {}\r\n")
    logs["no line end"] = log("duly: 1\npolicy")
    logs["letters of more than one byte"] = log(
      completed("segments:\n  - { name: größe, whén: 名前, schedule: standard, tone: '😀\u{301}' }\n"),
      path: "Büro/策略 1:2.yaml")
    logs["an absolute path"] = log("duly: 3\n", path: "/srv/policies/a b.yaml")
    logs["standard input"] = log("duly: 3\n", path: "-")
    return logs
  }

  @Test func `the published schema takes the findings of every rule`() throws {
    let logs = try Self.logs()
    let schema = try String(contentsOf: Self.schema, encoding: .utf8)
    let refused = try JSONSchemaCheck(schema).refused(json: logs)
    #expect(refused.isEmpty, "\(refused)")
    let broken = try JSONSchemaCheck(schema).refused(json: [
      "a line of zero": logs["an empty file", default: ""].replacingOccurrences(
        of: "\"startLine\":1", with: "\"startLine\":0")
    ])
    #expect(broken.count == 1, "the schema is read")
  }

  @Test func `every result has a place, its rule, and fingerprints of its own`() throws {
    let root = try #require(URL(string: "file:///work/"))
    var told: Set<String> = []
    var related = 0
    for (name, text) in try Self.logs() {
      let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
      #expect(log.runs.count == 1, "\(name)")
      for run in log.runs {
        let results = run.results
        #expect(Set(results.map(\.partialFingerprints)).count == results.count, "\(name)")
        #expect(Set(run.tool.driver.rules.map(\.id)) == Set(results.map(\.ruleId)), "\(name)")
        for result in results {
          told.insert(result.ruleId)
          related += result.relatedLocations?.count ?? 0
          #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId, "\(name)")
          #expect(result.locations.count == 1, "\(name)")
          for place in (result.locations + (result.relatedLocations ?? [])).map(\.physicalLocation) {
            let region = place.region
            #expect(region.startLine >= 1 && region.startColumn >= 1, "\(name)")
            #expect(
              (region.startLine, region.startColumn) <= (region.endLine, region.endColumn), "\(name)")
            #expect(URL(string: place.artifactLocation.uri, relativeTo: root)?.isFileURL == true, "\(name)")
          }
        }
      }
    }
    #expect(RuleCatalogue.all.allSatisfy { told.contains($0.name) })
    #expect(related > 50)
    #expect(try Self.logs()["nothing found"]?.contains("\"results\":[]") == true)
  }
}
