import PolicySyntax
import Testing

@testable import PolicyModel

/// What owners write by habit: each slip gets the text that was probably meant.
@Suite struct OwnerSlipTests {
  @Test(arguments: [
    ("5 dayz after due", "5 days after due"), ("five days after due", "5 days after due"),
    ("5", "5 days after due"), ("5 days", "5 days after due"), ("5 days overdue", "5 days after due"),
    ("-5 days after due", "5 days before due"), ("5 days after due date", "5 days after due"),
    ("10 working days after last", "10 business days after previous"),
    ("5 days after invoice", "5 days after issued"), ("1 days past due", "1 day after due"),
  ])
  func `a time in other words is mended`(slip: (written: String, meant: String)) {
    #expect(TimingSlip.mendedTiming(slip.written) == slip.meant)
  }

  @Test(arguments: ["", "soon", "5,5 days after due", "after", "- - -", "5 days after the moon is full"])
  func `nothing is offered for a time that cannot be told`(text: String) {
    #expect(TimingSlip.mendedTiming(text) == nil)
  }

  @Test(arguments: [("7", "7 days"), ("a week", "1 week"), ("2 working days", "2 business days")])
  func `a count of days in other words is mended`(slip: (written: String, meant: String)) {
    #expect(TimingSlip.mendedSpan(slip.written) == slip.meant)
  }

  @Test(arguments: [
    ("20,50", "20.50"), ("1.000,00", "1000.00"), ("1,000.00", "1000.00"), ("1,000", "1000"), ("£20", "20"),
    ("1_000", "1000"), ("1.000.000", "1000000"), ("20 GBP", "20"), ("1 000,5", "1000.5"),
  ])
  func `a number written as people write it is mended`(slip: (written: String, meant: String)) {
    #expect(NumberSlip.mended(slip.written) == slip.meant)
  }

  @Test(arguments: ["", "lots", "1,2,3", "1,00,0.5", ",5", "5,", "1..2", "-1"])
  func `nothing is offered for a number that cannot be told`(text: String) {
    #expect(NumberSlip.mended(text) == nil)
  }

  @Test(arguments: [
    ("24.12.2026..01.01.2027", "2026-12-24..2027-01-01"), ("24/12/2026", "2026-12-24"),
    ("2026-12-24 - 2027-01-01", "2026-12-24..2027-01-01"),
    ("2026-12-24 to 2027-01-01", "2026-12-24..2027-01-01"),
  ])
  func `a day written as people write it is mended`(slip: (written: String, meant: String)) {
    #expect(DayText.mended(slip.written) == slip.meant)
  }

  @Test(arguments: [
    "christmas", "30.02.2026", "01.01.2027..24.12.2026", "1.2.26", "99999999999999999999.1.2026",
  ])
  func `nothing is offered for a day that cannot be told`(text: String) {
    #expect(DayText.mended(text) == nil)
  }

  @Test(arguments: [
    ("09:30-16:30", "mon-fri 09:30-16:30"), ("Mo-Fr 09.30-16.30", "mon-fri 09:30-16:30"),
    ("Monday to Friday", "mon-fri"), ("mon - fri 9 - 17", "mon-fri 9:00-17:00"),
  ])
  func `sending times in other words are mended`(slip: (written: String, meant: String)) {
    #expect(ClockText.mendedSending(slip.written) == slip.meant)
  }

  @Test func `a decimal comma inside braces is one finding`() {
    #expect(ReadPolicy("rates: { EUR: 0,85 }").rules == ["not-a-number"])
  }

  @Test func `levels that lie apart by one number are one finding for two schedules`() {
    let read = ReadPolicy(
      """
      schedules:
        standard:
          - { tier: heads-up, send: 3 days after due }
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, approval: owner }
        gentle:
          - { tier: first, send: 10 days after due }
          - { tier: final, send: 20 days after due, approval: owner }
      """)
    #expect(read.rules.filter { $0 == "tier-with-two-levels" }.count == 1)
  }
}
