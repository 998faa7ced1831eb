import Foundation
import PolicyComparison
import TestSupport
import Testing

/// Whether two policies mean the same.
@Suite struct PolicyMeaningTests {
  private static let policy = """
    # A policy.
    segments:
      - { name: vip, when: customer.tagged("vip"), schedule: standard, tone: friendly }
      - { name: everyone, schedule: standard, tone: plain }
    limits: { min_gap: 4 days, min_balance: 20 }
    responses: { promise: { pause: 2 days after promised, at_most: 2 } }
    """

  @Test func `comments, layout, order of keys and other spellings do not count`() throws {
    let other = """
      limits:
        min_balance: 20.00   # a little
        min_gap: 4 days
      responses:
        promise:
          at_most: 2
          pause: "2 days after promised"
      segments:
        - name: vip
          when: |-
            customer.tagged("vip")
          tone: friendly
          schedule: standard
        - { tone: plain, schedule: standard, name: everyone }
      """
    #expect(try meaning(Self.policy).isSame(as: meaning(other)))
  }

  @Test(arguments: [
    ("4 days", "5 days"), ("min_gap: 4 days", "min_gap: 4 days, books_age: 6 hours"),
    ("min_gap: 4 days", "min_gap: 4 days, per_run: 9"), ("min_balance: 20", "min_balance: 21"),
    ("at_most: 2", "at_most: 3"),
    ("tone: friendly", "tone: plain"), ("\"vip\"", "\"VIP\""), ("name: vip", "name: vips"),
    ("# A policy.", "rates: { EUR: 0.85 }"),
    ("# A policy.", "schedules: { standard: [{ tier: first, send: 6 days after due }] }"),
    ("# A policy.", "calendar: { closed: [2026-03-02] }"),
    ("# A policy.", "charges: { interest: { annual_rate: 8 % }, compensation: uk-late-payment }"),
    ("# A policy.", "escalations: [{ name: late, when: invoice.days_overdue > 3, do: [flag] }]"),
    (
      "# A policy.",
      "tones: { friendly: { default: { subject: A, body: \"{{ invoice_table }}\" } }, plain: { default: { subject: B, body: \"{{ invoice_table }}\" } } }"
    ),
  ])
  func `what acts counts`(part: String, other: String) throws {
    #expect(Self.policy.contains(part))
    let changed = Self.policy.replacingOccurrences(of: part, with: other)
    #expect(try !meaning(Self.policy).isSame(as: meaning(changed)))
  }
}
