import PolicySyntax
import Testing

/// What is proved of the segments of a policy together.
@Suite struct SegmentProofTests {
  /// Segments with these conditions, and a default below them unless told otherwise.
  private func read(_ conditions: [String], hasDefault: Bool = true) -> ReadPolicy {
    var lines = ["segments:"]
    for (number, condition) in conditions.enumerated() {
      let schedule = number % 2 == 0 ? "standard" : "gentle"
      lines += [
        "  - name: s\(number)", "    when: |-", "      \(condition)", "    schedule: \(schedule)",
        "    tone: friendly",
      ]
    }
    if hasDefault { lines.append("  - { name: rest, schedule: standard, tone: friendly }") }
    return ReadPolicy(lines.joined(separator: "\n"))
  }

  private func labels(_ read: ReadPolicy) -> [String] {
    read.findings.first { $0.rule.name == "unreachable-segment" }?.labels.map { read.map.text(of: $0.span) }
      ?? []
  }

  @Test func `a segment that one above it takes is never chosen, and the one is named`() {
    let read = read([
      "customer.tagged(\"x\")", "customer.revenue_12m >= 1000", "customer.revenue_12m >= 5000",
    ])
    #expect(read.mistakes == ["unreachable-segment"], "\(read.report)")
    #expect(labels(read) == ["customer.revenue_12m >= 1000"])
  }

  @Test func `the fewest segments that cover it together are named`() {
    let read = read([
      "customer.tagged(\"x\")", "customer.revenue_12m >= 500", "customer.kind == \"consumer\"",
      "customer.invoices_paid == 0 && customer.revenue_12m < 500", "customer.invoices_paid < 1",
    ])
    #expect(read.mistakes == ["unreachable-segment"], "\(read.report)")
    #expect(
      labels(read) == [
        "customer.revenue_12m >= 500", "customer.invoices_paid == 0 && customer.revenue_12m < 500",
      ])
  }

  @Test func `the last segment is never chosen where the others take everybody`() {
    let read = read(["customer.kind == \"consumer\"", "customer.kind in [\"business\", \"public\"]"])
    #expect(read.mistakes == ["unreachable-segment"], "\(read.report)")
    #expect(read.marked("unreachable-segment") == "rest")
  }

  @Test func `segments that leave somebody are left alone`() {
    #expect(
      read(["customer.revenue_12m >= 5000", "customer.revenue_12m >= 1000", "customer.tagged(\"x\")"])
        .mistakes
        .isEmpty)
    #expect(
      read(["customer.fields.a.or(\"\") == \"x\"", "customer.fields.a.or(\"x\") == \"x\""]).mistakes.isEmpty)
  }

  @Test func `a customer who matches no segment is shown`() {
    let read = read(["customer.revenue_12m >= 1000", "customer.revenue_12m < 999.99"], hasDefault: false)
    #expect(read.mistakes == ["no-default-segment"], "\(read.report)")
    #expect(
      read.findings.first?.notes == [
        "witness: {customer: {revenue_12m: 999.99 GBP}}",
        "replayed: the interpreter confirms that all 2 conditions are false for it",
      ])
  }

  @Test func `where every customer matches there is nobody to show`() {
    let read = read(["customer.revenue_12m >= 1000", "customer.revenue_12m < 1000"], hasDefault: false)
    #expect(read.mistakes == ["no-default-segment"], "\(read.report)")
    #expect(read.findings.first?.notes.isEmpty == true)
  }
}
