import TestSupport
import Testing

/// `duly validate --books`: what a policy is worth in these books.
@Suite struct ValidateBooksTests {
  private static let books = "--books examples/spring-books/books --from 2026-03-02"

  @Test func `a policy of other books meets some of these customers, and old debts`() throws {
    let outcome = try BuiltCommand("duly").run(
      "duly validate policies/studio-net30.yaml policies/wharfside-rowing.yaml \(Self.books)")
    #expect(outcome.status == 0)
    expectRecorded(outcome.output + outcome.errors, "Tests/ScenarioTests/Goldens/validate-books.txt")
  }

  @Test func `a policy that was written for these books has nothing to be said of it`() throws {
    let outcome = try BuiltCommand("duly").run(
      "duly validate policies/acme-joinery.yaml \(Self.books) --fail-on note")
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
  }

  @Test func `books that are not there, and a day without books, are said once`() throws {
    let missing = try BuiltCommand("duly").run("duly validate policies/acme-joinery.yaml --books nowhere")
    #expect(missing.status == 2)
    #expect(missing.errors == "error: the folder of the books, `nowhere`, is no folder that is there\n")
    let day = try BuiltCommand("duly").run("duly validate policies/acme-joinery.yaml --from 2026-03-02")
    #expect(day.status == 2)
    #expect(day.errors.hasPrefix("Error: --from is the day of --books"))
  }
}
