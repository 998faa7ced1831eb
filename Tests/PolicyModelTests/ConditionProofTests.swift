import PolicySyntax
import Testing

/// What is proved of single conditions: always the same, redundant, impossible, without an answer.
@Suite struct ConditionProofTests {
  private func read(_ condition: String) -> ReadPolicy {
    ReadPolicy("escalations:\n  - name: e\n    when: |-\n      \(condition)\n    do: flag")
  }

  private func marked(_ condition: String, _ rule: String) -> String? {
    let read = read(condition)
    return read.marked(rule) ?? (read.mistakes.isEmpty ? nil : read.report)
  }

  @Test(arguments: [
    "invoice.days_overdue > 30 || invoice.days_overdue <= 30", "invoice.balance > 10 && invoice.balance < 5",
    "invoice.days_overdue > 4 && invoice.days_overdue < 5",
    "customer.kind == \"business\" && customer.kind == \"consumer\"",
    "invoice.disputed && !invoice.disputed", "customer.tagged(\"a\") || !customer.tagged(\"a\")",
    "!(customer.overdue >= 5) && customer.overdue > 100", "1 > 2", "false",
    "customer.average_days_late.or(0.0) > 5.0 && !(customer.average_days_late.or(0.0) > 5.0)",
    "customer.overdue > customer.balance", "history.unanswered > history.sent",
    "invoice.days_overdue > 10 && today < invoice.due", "invoice.issued > today",
    "customer.average_days_late.or(0.0) > 5.0 || customer.average_days_late.or(0.0) <= 5.0",
  ])
  func `what is always the same is marked whole`(_ condition: String) {
    #expect(marked(condition, "always-the-same") == condition)
  }

  @Test func `the smallest part is marked`() {
    let part = "customer.overdue > 9 && customer.overdue < 3"
    #expect(marked("customer.tagged(\"x\") || (\(part))", "always-the-same") == part)
  }

  @Test(arguments: [
    "invoice.balance > 4 && invoice.balance < 5", "invoice.days_overdue > 4 && invoice.days_overdue < 6",
    "customer.country.or(\"\") != \"a\" || customer.overdue > 3",
    "customer.overdue > 5 && customer.balance < 50",
    "customer.tagged(\"a\") || customer.tagged(\"b\")",
    "customer.tagged(\"a b\") && !customer.tagged(\"ab\")",
    "has(customer.country) && customer.country == \"GB\"", "history.tier.or(\"\") == \"\"",
    "history.tier.or(\"none\") in [\"none\", \"first\"]",
    "customer.name.matches(\"^A.\") && customer.name.matches(\"^A.B\")",
  ])
  func `a condition that can change is left alone`(_ condition: String) {
    #expect(marked(condition, "always-the-same") == nil)
  }

  @Test(arguments: [
    ("invoice.days_overdue > 30 && invoice.days_overdue > 14", "invoice.days_overdue > 14"),
    ("customer.overdue > 5 || customer.overdue > 9 || customer.tagged(\"x\")", "customer.overdue > 9"),
    ("customer.tagged(\"a\") && customer.tagged(\"a\")", "customer.tagged(\"a\")"),
    ("customer.kind != \"business\" && customer.kind == \"public\"", "customer.kind != \"business\""),
    ("customer.overdue >= 100 && customer.balance >= 100", "customer.balance >= 100"),
    ("invoice.days_overdue >= 3 && customer.overdue > 0", "customer.overdue > 0"),
  ])
  func `a part that changes nothing is marked`(_ condition: String, _ part: String) {
    #expect(marked(condition, "redundant-part") == part)
  }

  @Test(arguments: [
    ("customer.kind == \"buisness\"", "\"buisness\"", "the nearest that it can be is `business`"),
    (
      "invoice.collection in [\"card\", \"cheque\"]", "\"cheque\"",
      "it is one of `transfer`, `direct_debit`, `card`, `failed`"
    ),
    ("history.tier.or(\"\") == \"finall\"", "\"finall\"", "the nearest that it can be is `final`"),
    (
      "customer.invoices_paid < 0", "customer.invoices_paid < 0",
      "correct the value, or leave the comparison out"
    ),
    ("0 < customer.balance", "0 < customer.balance", "correct the value, or leave the comparison out"),
  ])
  func `a value that never occurs is marked, and the nearest offered`(
    _ condition: String, _ part: String, _ help: String
  ) {
    let read = read(condition)
    #expect(read.mistakes == ["impossible-value"], "\(read.report)")
    #expect(read.marked("impossible-value") == part)
    #expect(read.findings.first?.help?.text == help)
  }

  @Test(arguments: [
    "customer.fields.region == \"north\"", "100 / customer.invoices_paid > 30",
    "customer.fields[\"a b\"] == \"x\" && customer.overdue > 5",
  ])
  func `a condition that some facts leave without an answer is a warning with those facts`(
    _ condition: String
  ) {
    let read = read(condition)
    #expect(read.mistakes == ["may-be-missing"], "\(read.report)")
    #expect(read.findings.first?.notes.first?.hasPrefix("witness: {customer: ") == true)
    #expect(read.policy != nil)
  }

  @Test(arguments: [
    "has(customer.fields.region) && customer.fields.region == \"north\"",
    "\"region\" in customer.fields && customer.fields.region == \"north\"",
    "customer.fields.region.or(\"\") == \"north\"", "customer.fields[?\"region\"].orValue(\"\") == \"north\"",
    "customer.invoices_paid > 0 && 100 / customer.invoices_paid > 30",
  ])
  func `a guard leaves no facts without an answer`(_ condition: String) {
    #expect(read(condition).mistakes.isEmpty, "\(read(condition).report)")
  }

  @Test func `a condition too long to look into is neither blamed nor slow`() {
    let long = (0..<600).map { "customer.tagged(\"t\($0)\")" }.joined(separator: " || ")
    #expect(read(long).mistakes.isEmpty)
    var nested = "customer.tagged(\"a\")"
    for number in 0..<60 { nested = "(\(nested)) == customer.tagged(\"b\(number)\")" }
    #expect(read(nested).mistakes.isEmpty)
  }
}
