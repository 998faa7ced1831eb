import PolicySyntax
import Testing

/// One mistake is one finding, however many places show it.
@Suite struct CascadeTests {
  @Test func `a partial that is missing is told once, with the places that name it`() {
    let read = ReadPolicy(
      """
      tones:
        friendly:
          first: { subject: "{{> hi}}", body: "{{> hi}} {{ money(total_due) }}" }
          default: { subject: "a", body: "{{> hi}} {{ money(total_due) }}" }
      """)
    #expect(read.findings.map(\.message) == ["no partial is called `hi`"])
    #expect(read.findings.first?.labels.count == 2)
  }

  @Test func `where all partials are missing, that is told once`() {
    let read = ReadPolicy(
      """
      tones:
        friendly:
          default: { subject: "{{> a}} {{> b}}", body: "{{> a}} {{> c}} {{ money(total_due) }}" }
      """)
    #expect(read.findings.map(\.message) == ["no partials are called `a`, `b`, `c`"], "\(read.report)")
  }

  @Test func `fields that lost the line above them are told together`() {
    let read = ReadPolicy(
      "limits:\n  min_gap: 4 days\n  week: mon-fri\n  send: mon-fri\n  closed: [2026-03-02]\n")
    #expect(read.findings.map(\.message) == ["unknown fields `week`, `send`, `closed` in the limits"])
    #expect(
      read.findings.first?.help?.text
        == "they belong to the calendar: write them under the line that opens it")
    let many = ReadPolicy("review:\n  every: monday 08:30\n  hello: a\n  goodbye: b\n  account: c\n")
    #expect(many.mistakes == ["unknown-field"], "\(many.report)")
  }

  @Test func `two ladders that lost the line between them say what is doubled, and nothing of its days`() {
    let read = ReadPolicy(
      """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due }
          - { tier: first, send: 3 days after due }
          - { tier: second, send: 9 days after due, approval: owner }
        gentle:
          - { tier: first, send: 10 days after due, approval: owner }
      """)
    #expect(read.rules == ["duplicate-name", "duplicate-name"], "\(read.report)")
  }
}
