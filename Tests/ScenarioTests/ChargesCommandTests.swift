import Foundation
import TestSupport
import Testing

/// Charges as the commands show them: tables that end, and tables beside the policy.
@Suite struct ChargesCommandTests {
  private func run(_ line: String) throws -> BuiltCommand.Outcome { try BuiltCommand("duly").run(line) }

  /// The policy of the corpus with tables of its own.
  private func folder(_ tables: String?) throws -> TemporaryFolder {
    let corpus = BuiltCommand.root.appendingPathComponent("Tests/Corpus/ok/acme-joinery.yaml")
    let policy = try String(contentsOf: corpus, encoding: .utf8)
      .replacing("8 % over uk-late-payment", with: "8 % over ./ours.yaml")
      .replacing("compensation: uk-late-payment", with: "compensation: ./ours.yaml")
    var files = ["policy.yaml": policy]
    if let tables { files["ours.yaml"] = tables }
    return try TemporaryFolder(files)
  }

  @Test(
    arguments: [
      "duly plan policies/maas-coffee.yaml --from 2026-03-02", "duly validate policies/maas-coffee.yaml",
      "duly simulate policies/maas-coffee.yaml --books examples/wholesale/books --from 2026-03-02",
    ])
  func `a command says where a shipped table of rates ends`(_ line: String) throws {
    let outcome = try run(line)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("note: the rates of `"), "\(outcome.errors)")
    #expect(outcome.errors.contains("name a file of your own that has the later ones"), "\(outcome.errors)")
  }

  @Test func `tables beside the policy are read`() throws {
    let folder = try folder(
      "until: 2024-12-31\nrates: [2024-01-01: 3.75]\ncurrency: GBP\ncompensation: [{ amount: 40 }]\n")
    let outcome = try run("duly plan \(folder.url.path)/policy.yaml --from 2024-12-31")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("8 % over ./ours.yaml"))
    #expect(outcome.output.contains("./ours.yaml: 40.00 GBP\n"))
    #expect(outcome.errors == "")
    let later = try run("duly plan \(folder.url.path)/policy.yaml --from 2025-01-01")
    #expect(
      later.errors
        == "note: the rates of `./ours.yaml` are known until 2024-12-31, and the last one, 3.75 %, goes on: "
        + "add the later ones to it\n")
  }

  @Test(
    arguments: [(nil, "cannot be read"), ("rates: [2024-01-01: x]\n", "ours.yaml:1:21")]
      as [(String?, String)])
  func `a table that cannot be used is said where it is named, or where it is wrong`(
    _ tables: String?, _ words: String
  ) throws {
    let folder = try folder(tables)
    let outcome = try run("duly validate \(folder.url.path)/policy.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(words), "\(outcome.output)")
  }
}
