import TestSupport
import Testing

/// The policies that Duly ships, on the books of the examples: checked without a finding, their words as read.
@Suite struct ShippedPolicyTests {
  private static let books = "examples/first-look/books"

  @Test(arguments: ["acme-joinery", "studio-net30"])
  func `a shipped policy has no errors and no warnings`(name: String) throws {
    let outcome = try BuiltCommand("duly").run("duly validate policies/\(name).yaml --fail-on warning")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test func `acme-joinery says what its preview says`() throws {
    let outcome = try BuiltCommand("duly").run(
      "duly simulate policies/acme-joinery.yaml --books \(Self.books) --from 2026-02-20 --days 60 --letters")
    #expect(outcome.status == 0, "\(outcome.errors)")
    expectRecorded(outcome.output, "Tests/ScenarioTests/Goldens/acme-joinery.txt")
  }

  @Test func `studio-net30 says what its preview says, in dollars`() throws {
    let outcome = try BuiltCommand("duly").run(
      "duly simulate policies/studio-net30.yaml --books examples/studio/books --from 2026-03-01 --days 60 --letters"
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    expectRecorded(outcome.output, "Tests/ScenarioTests/Goldens/studio-net30.txt")
  }
}
