import Schedule
import TestSupport
import Testing

/// Which days the conditions of a policy make matter.
@Suite struct ClockworkTests {
  private func clockwork(_ condition: String) throws -> Clockwork {
    try plan("escalations:\n  - name: rule\n    when: |-\n      \(condition)\n    do: [flag]").clockwork
  }

  @Test(
    arguments: [
      ("invoice.days_overdue >= 30", [30]), ("30 <= invoice.days_overdue", [30]),
      ("invoice.days_overdue <= 30", [31]), ("30 > invoice.days_overdue", [30]),
      ("invoice.days_overdue == -5", [-5, -4]),
      ("invoice.days_overdue > 7 && (invoice.days_overdue < 20 || invoice.disputed)", [8, 20]),
      ("invoice.disputed ? invoice.days_overdue > 3 : invoice.days_overdue > 9", [4, 10]),
      ("!(invoice.days_overdue != 1)", [1, 2]),
      ("customer.tags.exists(tag, tag == \"x\" && invoice.days_overdue > 30)", [31]),
      ("cel.bind(big, invoice.balance > 500, big && invoice.days_overdue >= 30)", [30]),
    ])
  func `days overdue are compared with constants`(_ condition: String, _ days: [Int]) throws {
    let clockwork = try clockwork(condition)
    #expect(clockwork.daysOverdue == days)
    #expect(!clockwork.isDaily)
    #expect(!clockwork.readsHistory)
  }

  @Test(
    arguments: [
      "invoice.days_overdue + 1 > 30", "invoice.days_overdue % 7 == 0", "today.weekday() == 1",
      "today - invoice.due > 30", "invoice.due < today", "invoice.days_overdue > customer.invoices_open",
      "history.days_since_last.or(0) * 2 > 9", "invoice.days_overdue in [1, 2, 3]",
      // In macros, too:
      "[30, 60].exists(limit, invoice.days_overdue == limit)",
      "cel.bind(late, invoice.days_overdue, late > 30)",
      "customer.tags.all(tag, today.weekday() == 1 || tag == \"vip\")",
      "[today].exists(day, day.weekday() == 5)",
    ])
  func `what is not compared with a constant makes every day matter`(_ condition: String) throws {
    #expect(try clockwork(condition).isDaily)
  }

  @Test func `the days since the last message are compared with constants`() throws {
    let clockwork = try clockwork("history.days_since_last.or(0) >= 5")
    #expect(clockwork.daysSinceLast == [5])
    #expect(clockwork.readsHistory)
    #expect(!clockwork.isDaily)
  }

  @Test(
    arguments: ["history.sent > 2", "history.unanswered >= 1", "has(history.days_since_last)"])
  func `the history changes on the day after a message`(_ condition: String) throws {
    let clockwork = try clockwork(condition)
    #expect(clockwork.readsHistory)
    #expect(!clockwork.isDaily)
    #expect(clockwork.daysSinceLast == [])
  }

  @Test(arguments: [
    "customer.balance > 100", "invoice.balance > 100", "customer.tagged(\"vip\")", "invoice.disputed",
  ])
  func `other facts change only with the books and their days`(_ condition: String) throws {
    let clockwork = try clockwork(condition)
    #expect(!clockwork.readsHistory && !clockwork.isDaily && clockwork.daysOverdue.isEmpty)
  }

  @Test func `segments count too`() throws {
    let plan = try plan(
      """
      segments:
        - { name: silent, when: history.days_since_last.or(0) > 9, schedule: standard, tone: firm }
        - { name: rest, schedule: standard, tone: plain }
      """)
    #expect(plan.clockwork.daysSinceLast == [10])
  }
}
