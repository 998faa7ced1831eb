import Foundation
import TestSupport
import Testing

/// The policies that Duly ships, on the books of the examples: checked without a finding, their words as read.
@Suite struct ShippedPolicyTests {
  /// A policy, the example in whose books each of its letters is reached, and the languages in which it has words.
  struct Shipped: Sendable, CustomStringConvertible {
    let name: String
    let example: String
    let from: String
    var languages = ["en"]

    var description: String { name }
  }

  static let all = [
    Shipped(name: "acme-joinery", example: "first-look", from: "2026-02-20"),
    Shipped(name: "studio-net30", example: "studio", from: "2026-03-01", languages: ["en-US"]),
    Shipped(name: "nordlicht-agentur", example: "agency", from: "2026-03-02", languages: ["de", "en"]),
    Shipped(name: "maas-coffee", example: "wholesale", from: "2026-03-02", languages: ["en-IE"]),
    Shipped(name: "wharfside-rowing", example: "club", from: "2026-03-02"),
  ]

  @Test func `every policy of the folder is here`() throws {
    let folder = BuiltCommand.root.appendingPathComponent("policies").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".test.yaml")
    }
    #expect(Set(names) == Set(Self.all.map { "\($0.name).yaml" }))
  }

  @Test func `a shipped policy has no finding`() throws {
    let paths = Self.all.map { "policies/\($0.name).yaml" }
    let outcome = try BuiltCommand("duly").run(
      ["validate", "--format", "json", "--fail-on", "note"] + paths)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let findings = try #require(report?["findings"] as? [[String: Any]])
    #expect(findings.isEmpty, "\(outcome.output)")
    #expect(report?["policies"] as? Int == Self.all.count)
  }

  @Test(arguments: all)
  func `each of its letters is written as read`(policy: Shipped) throws {
    let duly = try BuiltCommand("duly")
    let simulated = try duly.run(
      "duly simulate policies/\(policy.name).yaml --books examples/\(policy.example)/books --from \(policy.from) "
        + "--days 60 --letters --quiet --format ndjson")
    #expect(simulated.status == 0, "\(simulated.errors)")
    expectGolden(try Letters.once(eachOf: simulated.output), "letters-\(policy.name).txt")

    // As many as the policy has templates: none is left unread.
    let planned = try duly.run("duly plan policies/\(policy.name).yaml --from \(policy.from) --format json")
    let plan = try JSONSerialization.jsonObject(with: Data(planned.output.utf8)) as? [String: Any]
    #expect(plan?["languages"] as? [String] == policy.languages)
    let read = try Letters.rows(simulated.output).filter { $0["kind"] as? String == "message" }.map { row in
      let language = "\(row["language"] ?? "")"
      let words = policy.languages.contains(language) ? language : policy.languages[0]
      return "\(row["tone"] ?? "") \(row["tier"] ?? "") \(words)"
    }
    #expect(Set(read).count == plan?["templates"] as? Int)
  }

  @Test(arguments: all)
  func `its sixty days are previewed as read, with the words`(policy: Shipped) throws {
    let outcome = try BuiltCommand("duly").run(
      "duly simulate policies/\(policy.name).yaml --books examples/\(policy.example)/books --from \(policy.from) "
        + "--days 60 --letters")
    #expect(outcome.status == 0, "\(outcome.errors)")
    expectRecorded(outcome.output, "Tests/ScenarioTests/Goldens/\(policy.name).txt")
  }
}
