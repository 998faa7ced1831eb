import Testing

/// The order of tiers and segments.
@Suite struct OrderTests {
  private func rules(_ first: String, _ second: String, more: String = "") -> [String] {
    ReadPolicy(
      """
      schedules:
        standard:
          - { tier: a, send: \(first) }
          - { tier: b, send: \(second), approval: owner\(more) }
      """
    ).mistakes.filter { $0 != "crowded-tiers" }  // They may well come close together.
  }

  @Test(arguments: [
    ("14 days after due", "7 days after due"), ("7 days after due", "7 days after due"),
    ("7 days after due", "1 week after due"), ("10 business days after due", "7 days after due"),
    ("2 months after due", "30 days after due"), ("on due", "on previous"),
    ("3 days before due", "10 days before due"), ("1 month after end of month", "20 days after due"),
    ("10 business days after due", "5 business days after due"),
  ])
  func `a tier that is certain to come no later than the one above is out of order`(
    _ first: String, _ second: String
  ) {
    #expect(rules(first, second) == ["tiers-out-of-order"])
  }

  @Test(arguments: [
    ("5 days after due", "5 business days after due"), ("30 days after due", "1 month after due"),
    ("on due", "on end of month"), ("10 days after due", "5 days after end of month"),
    ("10 days before due", "on due"), ("7 days after due", "1 day after previous"),
  ])
  func `what is not certain is not reported`(_ first: String, _ second: String) {
    #expect(rules(first, second).isEmpty)
  }

  @Test func `a tier after the one that follows previous is measured through it`() {
    let read = ReadPolicy(
      """
      schedules:
        standard:
          - { tier: a, send: 7 days after due }
          - { tier: b, send: 10 days after previous }
          - { tier: c, send: 14 days after due, approval: owner }
      """)
    #expect(read.mistakes == ["tiers-out-of-order"])
  }

  @Test func `a tier before due stands above those after it`() {
    #expect(rules("on due", "3 days before due") == ["tiers-out-of-order"])
  }

  @Test func `levels rise`() {
    #expect(rules("on due", "7 days after due", more: ", level: 1") == ["tiers-out-of-order"])
    #expect(rules("on due", "7 days after due", more: ", level: 4").isEmpty)
  }

  @Test(arguments: ["5 days after issued", "3 days before end of month"])
  func `a tier that can fall before due says level 0`(_ send: String) {
    #expect(rules(send, "7 days after due") == ["tier-before-due"])
    #expect(rules("\(send), level: 0", "7 days after due").isEmpty)
  }

  @Test func `what follows a tier before due by previous says level 0 too`() {
    #expect(rules("9 days before due", "5 days after previous") == ["tier-before-due"])
  }

  @Test func `the first tier has no previous`() {
    #expect(rules("5 days after previous", "9 days after due") == ["tier-before-due"])
  }

  @Test func `an escalation that only moves customers is no end`() {
    let schedules = "schedules:\n  standard:\n    - { tier: first, send: 5 days after due }\n"
    let escalation = "escalations:\n  - { name: e, when: customer.overdue > 5, do: ["
    #expect(ReadPolicy(schedules + escalation + "schedule: standard] }").mistakes == ["silent-end"])
    #expect(ReadPolicy(schedules + escalation + "task: call] }").mistakes.isEmpty)
  }

  @Test func `a default that is not last is an error`() {
    let read = ReadPolicy(
      """
      segments:
        - { name: all, schedule: standard, tone: friendly }
        - { name: vip, when: customer.overdue > 5, schedule: standard, tone: friendly }
      """)
    #expect(read.mistakes == ["catch-all-not-last"])
    #expect(read.policy == nil)
  }
}
