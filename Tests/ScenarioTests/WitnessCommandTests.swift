import Foundation
import TestSupport
import Testing

/// `duly witness`: the customer who shows what a rule found, and the test that is made of it.
@Suite struct WitnessCommandTests {
  private static let corpus = "Tests/Corpus/err"

  @Test func `the facts of a customer for whom no segment is there`() throws {
    let outcome = try BuiltCommand("duly").run(
      "duly witness no-default-segment \(Self.corpus)/no-default-segment.yaml")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.components(separatedBy: "\n")
    #expect(lines[0].hasPrefix("\(Self.corpus)/no-default-segment.yaml:"))
    #expect(lines.dropFirst().contains { $0.hasPrefix("  customer.") }, "\(outcome.output)")
    // By its id it is the same rule.
    #expect(
      try BuiltCommand("duly").run("duly witness dn303 \(Self.corpus)/no-default-segment.yaml").output
        == outcome.output)
  }

  @Test(arguments: ["order-decides", "flipping-segment", "redundant-part"])
  func `as a test it is read, and recorded it passes`(rule: String) throws {
    let duly = try BuiltCommand("duly")
    let name = "\(rule).yaml"
    let text = String(
      decoding: try Data(contentsOf: BuiltCommand.root.appendingPathComponent("\(Self.corpus)/\(name)")),
      as: UTF8.self)
    let folder = try TemporaryFolder([name: text])
    let written = try duly.run(["witness", rule, name, "--as-test"], in: folder.url)
    guard written.status == 0 else {
      // Some findings are shown by no facts, and say so.
      #expect(written.status == 1 && written.errors.contains("shown by no facts"), "\(written.errors)")
      return
    }
    let test = folder.url.appendingPathComponent("gap.test.yaml")
    try Data(written.output.utf8).write(to: test)
    // It may fail, for it expects nothing; but it is a test.
    let first = try duly.run("duly test gap.test.yaml", in: folder.url)
    #expect(first.status == 0 || first.status == 1, "\(written.output)\(first.errors)\(first.output)")
    if first.status == 1 {
      #expect(try duly.run("duly test --record gap.test.yaml", in: folder.url).status <= 1)
      let again = try duly.run("duly test gap.test.yaml", in: folder.url)
      #expect(again.status == 0, "\(again.output)")
    }
  }

  @Test func `what it cannot show is said, with an exit code of its own`() throws {
    let duly = try BuiltCommand("duly")
    let none = try duly.run("duly witness order-decides policies/studio-net30.yaml")
    #expect(none.status == 1 && none.errors.contains("has no finding of `order-decides`"))
    let slip = try duly.run("duly witness order-decide policies/studio-net30.yaml")
    #expect(slip.status == 2 && slip.errors.contains("a similar one is `order-decides`"))
    let noFacts = try duly.run("duly witness unknown-field \(Self.corpus)/unknown-field.yaml")
    #expect(noFacts.status == 1 && noFacts.errors.contains("shown by no facts"))
  }
}
