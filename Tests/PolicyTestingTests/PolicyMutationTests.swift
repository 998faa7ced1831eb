import PolicySyntax
import PolicyTesting
import PolicyYAML
import TestSupport
import Testing

/// Which changes a policy can have, and what is left alone.
@Suite struct PolicyMutationTests {
  private func mutations(_ yaml: String) throws -> [(line: Int, text: String, applied: String)] {
    var map = SourceMap()
    let bytes = Array(yaml.utf8)
    let id = map.add(path: "policy.yaml", bytes: bytes)
    let tree = try #require(PolicyYAMLReader.read(bytes, file: id).tree)
    return PolicyMutation.all(in: [tree]).map { mutation in
      let line = map.start(of: mutation.span).line
      let changed = SourceFile(path: "", bytes: mutation.applied(to: bytes)).line(line)
      return (line, "\(mutation.old) → \(mutation.new)", changed)
    }
  }

  @Test func `numbers and operators of conditions change, texts and names do not`() throws {
    let found = try mutations(
      """
      segments:
        - name: vip2
          when: customer.tagged("5 > 4") || customer.revenue_12m >= 50000 && customer.average_days_late.or(0.0) > 20.5
      """)
    #expect(
      found.map(\.text) == [
        "|| → &&", ">= → >", "50000 → 55000", "&& → ||", "0.0 → 0.1", "> → >=", "20.5 → 22.5",
      ])
    #expect(found[2].applied.contains("revenue_12m >= 55000 &&"))
  }

  @Test func `times, bounds and rates change, words and what is not simulated do not`() throws {
    let found = try mutations(
      """
      duly: 1
      policy: net30
      calendar: { send: mon-fri 09:30-16:30, closed: [2026-12-24..2027-01-01] }
      schedules:
        net30:
          - { tier: tier2, send: 10 business days after previous, respond_within: 14 days, level: 3 }
      rates: { EUR: 0.85 }
      limits: { min_balance: 20, at_most: 3 per 30 days, per_run: 200, books_age: 6 hours }
      charges: { interest: { annual_rate: 8 % over ecb-main } }
      responses: { promise: { pause: 2 business days after promised, at_most: 2 } }
      tones: { plain: { default: { subject: 5, body: "{{#if 1 > 2}}" } } }
      """)
    #expect(
      found.map { "\($0.line) \($0.text)" } == [
        "6 10 → 11", "6 14 → 15", "7 0.85 → 0.93", "8 20 → 22", "8 3 → 4", "8 30 → 33", "9 8 → 9", "10 2 → 3",
        "10 2 → 3",
      ])
  }

  @Test func `a change stands exactly in quotes, in blocks and behind an anchor, once`() throws {
    let found = try mutations(
      """
      escalations:
        - when: &late |-
            invoice.days_overdue
              >= 30
        - when: *late
        - when: "invoice.number == \\"A\\u0031\\" && invoice.days_overdue != 7"
      """)
    #expect(
      found.map { "\($0.line) \($0.text)" } == [
        "4 >= → >", "4 30 → 33", "6 == → !=", "6 && → ||", "6 != → ==", "6 7 → 8",
      ])
    #expect(found[1].applied == "        >= 33")
    #expect(found[5].applied.hasSuffix("invoice.days_overdue != 8\""))
  }

  @Test func `a spread is even and the same each time`() throws {
    let all = try mutations("limits: { a: [\((0..<50).map { "\($0)" }.joined(separator: ", "))] }")
    #expect(all.count == 50)
    var map = SourceMap()
    let bytes = Array("limits: { a: [1, 2, 3, 4, 5, 6] }".utf8)
    let tree = try #require(PolicyYAMLReader.read(bytes, file: map.add(path: "p", bytes: bytes)).tree)
    let six = PolicyMutation.all(in: [tree])
    #expect(PolicyMutation.spread(six, most: 3).map(\.old) == ["1", "3", "5"])
    #expect(PolicyMutation.spread(six, most: 9).count == 6)
  }
}
