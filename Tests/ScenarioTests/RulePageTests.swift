import TestSupport
import Testing

/// The page of all rules is what the command writes.
@Suite struct RulePageTests {
  @Test func `docs/rules.md is in step with the rules`() throws {
    let outcome = try BuiltCommand("duly").run("duly explain-rule --all --format markdown")
    #expect(outcome.status == 0, "\(outcome.errors)")
    expectRecorded(outcome.output, "docs/rules.md")
  }

  @Test func `one rule can be shown in either form, and a name and all together are refused`() throws {
    let command = try BuiltCommand("duly")
    #expect(
      try command.run("duly explain-rule softer-tone").output.hasPrefix("softer-tone (DN501, warning)\n"))
    #expect(
      try command.run("duly explain-rule softer-tone --format markdown").output.hasPrefix("## softer-tone\n"))
    #expect(try command.run("duly explain-rule softer-tone --all").status == 2)
  }
}
