import PolicyModel
import PolicySyntax
import Receivables
import Testing

/// Findings that are allowed where they stand, in fields and in comments.
@Suite struct AllowTests {
  private func rules(_ part: String, on day: String? = nil) -> [String] {
    ReadPolicy(whole: completed(part), today: day.flatMap { Day(iso: $0) }).rules
  }

  @Test(arguments: [
    "  # duly:allow no-stop: by phone, the same day\n  claims_paid: none",
    "  claims_paid: none  # duly:allow no-stop: by phone, the same day",
    "  # by phone:\n  #duly:allow DN605: the same day\n\n  # indeed\n  claims_paid: none",
    "  # duly:allow no-stop until 2027-01-31: until the new mailbox is read\n  claims_paid: none",
    "  # duly:allow no-stop until 2027-01-31 until the new mailbox is read\n  claims_paid: none",
    "  # duly:allow no-stop – by phone\n  claims_paid: none",
  ])
  func `a comment at the place allows a rule that has no field for it`(_ lines: String) {
    #expect(rules("responses:\n\(lines)", on: "2027-01-31").isEmpty)
  }

  @Test func `a comment is about its line and what stands below it, and no further`() {
    let section = "# duly:allow no-stop: both by phone\nresponses:\n  promise: none\n  claims_paid: none"
    #expect(rules(section).isEmpty)
    let one = "responses:\n  # duly:allow no-stop: by phone\n  promise: none\n  claims_paid: none"
    #expect(rules(one) == ["no-stop"])
    let list =
      "# duly:allow redundant-part: the list stands as far left as its key\nsegments:\n"
      + "- { name: a, when: 'customer.invoices_paid > 5 && customer.invoices_paid > 4', schedule: standard, tone: friendly }\n"
      + "- { name: b, schedule: gentle, tone: friendly }"
    #expect(rules(list).isEmpty, "\(rules(list))")
  }

  @Test func `past its day an allowance silences nothing and is reported`() {
    let part = "responses:\n  # duly:allow no-stop until 2026-12-31: for now\n  claims_paid: none"
    #expect(rules(part, on: "2026-12-31").isEmpty)
    #expect(rules(part, on: "2027-01-01").sorted() == ["doubtful-allow", "no-stop"])
    #expect(rules(part).isEmpty)
    let field =
      "segments:\n  - { name: e, schedule: standard, tone: friendly, allow: { same-outcome: { reason: x, until: 2026-12-31 } } }"
    #expect(rules(field, on: "2026-12-31") == ["doubtful-allow"])
  }

  @Test(arguments: [
    ("# duly:allow no-stop: here is none", "nothing here is reported as `no-stop`"),
    ("# duly:allow no-stp: a slip", "no rule is called `no-stp`"),
    ("# duly:allow missing-field: please", "`missing-field` is an error, and no error can be allowed"),
    ("# duly:allow", "this comment allows no rule"),
  ])
  func `what an allowance cannot do is said`(_ comment: String, message: String) {
    let read = ReadPolicy("limits:\n  min_gap: 4 days  \(comment)")
    #expect(read.findings.map(\.message) == [message])
    #expect(read.findings.first?.rule.name == "doubtful-allow")
    #expect(read.findings.first?.severity == .warning)
  }

  @Test func `without a reason it works and is reported`() {
    let comment = ReadPolicy("responses:\n  claims_paid: none  # duly:allow no-stop")
    #expect(comment.findings.map(\.message) == ["`no-stop` is allowed without a reason"])
    #expect(comment.findings.map(\.severity) == [.warning])
    #expect(comment.marked("doubtful-allow") == "no-stop")
  }

  @Test func `text is no comment, and while there are errors nothing is said to be of no use`() {
    let text =
      "partials:\n  a: |\n    x\n    # duly:allow no-stop: text\n  b: \"y # duly:allow no-stop: text\"\n"
    #expect(rules(text).filter { $0 != "never-used" }.isEmpty)
    let block =
      "segments:\n  - name: e\n    schedule: standard\n    tone: friendly\n    note: |-  # duly:allow ambiguous-text: said of the block\n      text"
    #expect(ReadPolicy(block).findings.map(\.message) == ["nothing here is reported as `ambiguous-text`"])
    #expect(
      rules("limits:\n  # duly:allow no-stop: x\n  mingap: 4 days\n  group_by: custmer").filter {
        $0 == "doubtful-allow"
      }.isEmpty)
  }
}
