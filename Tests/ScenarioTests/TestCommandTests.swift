import Foundation
import TestSupport
import Testing

/// `duly test` as a person and a CI server run it.
@Suite struct TestCommandTests {
  private static let test = """
    policy: ./policy.yaml
    tests:
      - name: first after five days
        from: 2026-02-20
        days: 20
        customer: { id: C1, name: Ada Ltd, email: ap@ada.example }
        invoices: [{ number: A1, amount: 1200, issued: 2026-02-01, due: 2026-03-02 }]
        expect:
          - { on: 2026-03-09, tier: first, tone: plain, invoices: [A1] }

    """

  private func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let policy = String(
      decoding: try Data(contentsOf: BuiltCommand.root.appendingPathComponent("examples/readme/policy.yaml")),
      as: UTF8.self)
    return try TemporaryFolder(
      ["policy.yaml": policy, "policy.test.yaml": Self.test].merging(files) { $1 })
  }

  private func run(_ line: String, in folder: TemporaryFolder) throws -> BuiltCommand.Outcome {
    try BuiltCommand("duly").run("duly test " + line, in: folder.url)
  }

  @Test func `every shipped policy has tests, they pass, and they reach all of it`() throws {
    let policies = try FileManager.default.contentsOfDirectory(
      atPath: BuiltCommand.root.appendingPathComponent("policies").path
    ).filter { $0.hasSuffix(".yaml") }.sorted()
    let tests = policies.filter { $0.hasSuffix(".test.yaml") }
    #expect(
      tests.map { $0.replacingOccurrences(of: ".test", with: "") } == policies.filter { !tests.contains($0) })

    let outcome = try BuiltCommand("duly").run("duly test policies --coverage --format json")

    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    for policy in report["policies"] as? [[String: Any]] ?? [] {
      for part in policy["coverage"] as? [[String: Any]] ?? [] {
        #expect(part["reached"] as? Bool == true, "\(policy["path"] ?? ""): \(part)")
      }
    }
    #expect((report["policies"] as? [Any])?.count == tests.count)
  }

  @Test func `what init writes runs green`() throws {
    for options in [["--country", "GB"], ["--country", "DE", "--start", "gentle"], ["--country", "US"]] {
      let folder = try TemporaryFolder([:])
      let duly = try BuiltCommand("duly")
      let written = try duly.run(
        ["init", "--as-of", "2026-03-02", "--name", "Acme", "--owner", "P", "--email", "p@a.example"]
          + options,
        in: folder.url)
      #expect(written.status == 0, "\(written.errors)")
      let outcome = try duly.run("duly test", in: folder.url)
      #expect(
        outcome.status == 0 && outcome.errors.hasSuffix("passed\n"), "\(outcome.output)\(outcome.errors)")
    }
  }

  @Test func `a file, its policy, its folder: the same tests`() throws {
    let folder = try folder()
    for path in ["policy.test.yaml", "policy.yaml", ".", "./"] {
      let outcome = try run(path, in: folder)
      #expect(outcome.status == 0 && outcome.errors == "1 test passed\n", "\(path): \(outcome.errors)")
    }
  }

  @Test func `a failing test is exit 1, a file that cannot be used exit 2 with every mistake`() throws {
    let failing = try folder([
      "bad.test.yaml": Self.test.replacingOccurrences(of: "tone: plain", with: "tone: warm")
    ])
    let failed = try run(".", in: failing)
    #expect(failed.status == 1 && failed.errors == "1 of 2 tests failed\n")
    #expect(failed.output.contains("tone is `plain`, not `warm`"))
    let unusable = try folder([
      "a.test.yaml": Self.test.replacingOccurrences(of: "first,", with: "frist,"),
      "b.test.yaml": "policy: ./nowhere.yaml\ntests: []\n",
    ])
    let outcome = try run("a.test.yaml policy.test.yaml", in: unusable)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors.contains("`frist` is no `tier` that is known here")
        && outcome.errors.contains("a.test.yaml:9:33"))
    #expect(outcome.errors.contains("error: not all tests can be used; nothing was run"))
    let missing = try run("b.test.yaml", in: unusable)
    #expect(
      missing.status == 2 && missing.errors.contains("`nowhere.yaml` does not exist"), "\(missing.errors)")
    #expect(try run("policies", in: unusable).status == 2)
  }

  @Test func `recording writes the file for review, fails, and then all passes`() throws {
    let folder = try folder([
      "policy.test.yaml": Self.test.replacingOccurrences(of: "2026-03-09", with: "2026-03-10")
    ])
    #expect(try run("--record", in: folder).status == 2, "there is no duly.yaml here")
    let outcome = try run("policy.yaml --record", in: folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "recorded: policy.test.yaml: first after five days\n"
        + "1 recorded; read what was written, then run the tests without --record\n")
    let text = String(
      decoding: try Data(contentsOf: folder.url.appendingPathComponent("policy.test.yaml")), as: UTF8.self)
    #expect(text == Self.test)
    #expect(try run("policy.yaml", in: folder).status == 0)
    let again = try run("policy.yaml --record", in: folder)
    #expect(again.status == 0 && again.errors == "nothing to record: every `expect` holds\n")
  }

  @Test func `changes that no test notices are named, the same ones each time`() throws {
    let folder = try folder()
    let outcome = try run("policy.yaml --mutate --coverage", in: folder)
    #expect(outcome.status == 0)
    expectGolden(outcome.output, "mutations.txt")
    #expect(try run("policy.yaml --mutate --coverage", in: folder).output == outcome.output)
    let json = try run("policy.yaml --mutate --coverage --format json", in: folder)
    expectGolden(json.output, "mutations.json")
  }
}
