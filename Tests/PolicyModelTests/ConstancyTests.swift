import Testing

/// What is found of conditions that are always true or always false.
@Suite struct ConstancyTests {
  private func marked(_ condition: String) -> String? {
    let read = ReadPolicy("escalations:\n  - name: e\n    when: |-\n      \(condition)\n    do: flag")
    return read.marked("always-the-same") ?? (read.mistakes.isEmpty ? nil : read.report)
  }

  @Test(arguments: [
    "invoice.days_overdue > 30 || invoice.days_overdue <= 30", "invoice.balance > 10 && invoice.balance < 5",
    "invoice.days_overdue > 4 && invoice.days_overdue < 5",
    "customer.kind == \"a\" && customer.kind == \"b\"",
    "invoice.disputed && !invoice.disputed", "customer.tagged(\"a\") || !customer.tagged(\"a\")",
    "!(customer.overdue >= 5) && customer.overdue > 100", "1 > 2", "false",
    "customer.average_days_late.or(0.0) > 5.0 && !(customer.average_days_late.or(0.0) > 5.0)",
  ])
  func `a contradiction is marked whole`(_ condition: String) {
    #expect(marked(condition) == condition)
  }

  @Test func `the smallest part is marked`() {
    let part = "customer.overdue > 9 && customer.overdue < 3"
    #expect(marked("customer.tagged(\"x\") || (\(part))") == part)
  }

  @Test(arguments: [
    "invoice.balance > 4 && invoice.balance < 5", "invoice.days_overdue > 4 && invoice.days_overdue < 6",
    "customer.kind != \"a\" || customer.kind == \"b\"", "customer.overdue > 5 && customer.balance < 5",
    "customer.tagged(\"a\") || customer.tagged(\"b\")",
    "customer.tagged(\"a b\") && !customer.tagged(\"ab\")",
    "customer.average_days_late.or(0.0) > 5.0 || customer.average_days_late.or(0.0) <= 5.0",
  ])
  func `a condition that can change is left alone`(_ condition: String) {
    #expect(marked(condition) == nil)
  }
}
