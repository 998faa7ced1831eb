import PolicyModel
import PolicySyntax
import PolicyYAML
import Testing

/// Policies of several files.
@Suite struct IncludeTests {
  private func read(_ main: String, _ fragments: String...) -> (policy: Policy?, report: [String]) {
    var map = SourceMap()
    var roots: [Node] = []
    for (index, text) in ([completed(main)] + fragments).enumerated() {
      let file = map.add(path: index == 0 ? "policy.yaml" : "part\(index).yaml", bytes: Array(text.utf8))
      if let root = PolicyYAMLReader.read(Array(text.utf8), file: file).tree { roots.append(root) }
    }
    let sources = PolicySources(
      map: map, main: roots[0], mainFile: FileID(number: 0), included: Array(roots.dropFirst()),
      includeFailures: [])
    let (policy, findings) = PolicyReader.read(sources)
    return (policy, findings.map { "\(map[$0.span.file].path) \($0.rule.name)" })
  }

  @Test func `tones and escalations of an included file are the policy's own`() {
    let (policy, report) = read(
      "segments:\n  - { name: vips, when: 'customer.tagged(\"vip\")', schedule: gentle, tone: friendly }\n"
        + "  - { name: all, schedule: standard, tone: warm }",
      "tones:\n  warm:\n    default: { subject: a, body: '{{ money(total_due) }}' }\n",
      "escalations:\n  - { name: e, when: customer.overdue > 5, do: flag }\n")
    #expect(report.isEmpty, "\(report)")
    #expect(policy?.tones.map(\.name.value) == ["friendly", "warm"])
    #expect(policy?.escalations.count == 1)
  }

  @Test func `what an included file has for other policies is not called unused`() {
    let more =
      "schedules:\n  spare: [{ tier: first, send: 5 days after due, approval: owner }]\n"
      + "tones:\n  warm:\n    default: { subject: a, body: '{{ money(total_due) }}' }\n"
      + "partials: { account: x }\nrecipients: { approver: [billing] }\n"
    #expect(read("", more).report.isEmpty, "\(read("", more).report)")
    #expect(read("partials: { account: x }").report == ["policy.yaml never-used"])
  }

  @Test func `a name that two files define is reported in the second with the place in the first`() {
    let (policy, report) = read(
      "limits: { min_gap: 2 days }",
      "limits: { min_gap: 3 days }\ntones:\n  friendly:\n    default: { subject: a, body: b }\n")
    #expect(policy == nil)
    #expect(report == ["part1.yaml duplicate-name", "part1.yaml duplicate-name"])
  }

  @Test func `an included file has no business of its own`() {
    let (_, report) = read("rates: { EUR: 0.9 }", "business: { name: Other }\n")
    #expect(report == ["part1.yaml unknown-field"])
  }

  @Test func `the calendars that have to be loaded are named once, days written out are none`() {
    let text = "calendar:\n  holidays: [gb-eng, ./ours.yaml, 2026-12-28, gb-eng]\n"
    let (tree, _) = PolicyYAMLReader.read(Array(text.utf8), file: FileID(number: 0))
    #expect(tree.map { PolicySources.calendarNames(in: [$0]) } == ["gb-eng", "./ours.yaml"])
  }
}
