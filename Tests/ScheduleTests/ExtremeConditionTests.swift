import Schedule
import TestSupport
import Testing

/// Conditions with numbers at the edge of what an int holds: they are odd, and valid.
@Suite struct ExtremeConditionTests {
  @Test(arguments: [
    ("invoice.days_overdue > -9223372036854775808", "2026-03-02 odd A1"),
    ("invoice.days_overdue < 9223372036854775807", "2026-03-02 odd A1"),
    ("invoice.days_overdue == -999999 || invoice.days_overdue == 1", "2026-03-03 odd A1"),
    ("history.days_since_last.or(-9223372036854775808) >= 2", "2026-03-11 odd"),
  ])
  func `a condition may compare days with any int`(condition: String, flag: String) throws {
    let run = try simulate(
      """
      escalations:
        - name: odd
          when: |-
            \(condition)
          do: [flag]
      """, invoices: [invoice("A1", due: "2026-03-02")], from: "2026-03-02", days: 12)
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.flags == [flag])
  }
}
