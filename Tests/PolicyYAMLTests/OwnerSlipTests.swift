import PolicySyntax
import Testing

@testable import PolicyYAML

/// Words of a letter without quotes, and spaces that are none: one finding each, where the slip is.
@Suite struct OwnerSlipTests {
  @Test(arguments: [
    "subject: {{ invoice.number }} is overdue", "subject: {{ invoice.number }}",
    "subject: {{#if a > 1}}Overdue{{/if}}\nbody: |\n  text", "body:\n  {{> hello}}\n\n  I write", "{{", "{{#",
  ])
  func `a text that begins with two braces is one finding`(text: String) {
    let found = errors(text)
    #expect(found.count == 1)
    #expect(found.first?.message.contains("YAML") ?? false || text.utf8.count < 4)
  }

  @Test func `a no-break space is named for what it is`() {
    #expect(
      errors("a: 1\nschedule:\u{A0}gentle\nb: 2").map(\.message) == [
        "the space here is a no-break space, which YAML does not take for one"
      ])
  }

  private func errors(_ text: String) -> [Diagnostic] {
    var map = SourceMap()
    let bytes = Array(text.utf8)
    let file = map.add(path: "policy.yaml", bytes: bytes)
    return PolicyYAMLReader.read(bytes, file: file).1.filter { $0.severity == .error }
  }
}
