import Foundation
import TestSupport
import Testing

/// Where a preview goes and how it is drawn there: on a terminal, in a pipe, and beside it.
@Suite struct SimulateOutputTests {
  private static let spring =
    "duly simulate policies/acme-joinery.yaml --books examples/spring-books/books --from 2026-03-02 --customer calder"
  private static let few =
    "duly simulate policies/studio-net30.yaml --books examples/studio/books --from 2026-03-01"

  private func words(_ line: String) -> [String] { line.split(separator: " ").dropFirst().map(String.init) }

  @Test func `on a terminal it has colours, and marks where the locale writes them`() throws {
    let outcome = try BuiltCommand("duly").run(words(Self.spring), typing: "")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\u{1B}[32m▸ first"), "\(outcome.output)")
    #expect(outcome.output.contains("░░"))
  }

  @Test func `in a pipe it is plain`() throws {
    let outcome = try BuiltCommand("duly").run(Self.spring)
    #expect(outcome.output.contains("> first"))
    #expect(outcome.output.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
    #expect(outcome.errors == "")
  }

  @Test func `in a pipe that wants colours it has all of it, and never keeps any`() throws {
    let always = try BuiltCommand("duly").run(Self.spring + " --color always")
    #expect(always.output.contains("\u{1B}[32m▸ first"))
    let never = try BuiltCommand("duly").run(words(Self.spring + " --color never"), typing: "")
    #expect(never.output.contains("▸ first"))
    #expect(!never.output.contains("\u{1B}"))
  }

  @Test func `a business with few customers is told once to ring them, unless it wants quiet`() throws {
    let told = try BuiltCommand("duly").run(Self.few)
    #expect(told.errors.components(separatedBy: "a phone call is warmer than any automation").count == 2)
    #expect(try BuiltCommand("duly").run(Self.few + " --quiet").errors == "")
    let many = try BuiltCommand("duly").run(Self.spring)
    #expect(!many.errors.contains("phone"))
  }
}
