import Correspondence
import JournalModel
import Receivables
import TestSupport
import Testing

/// What of a model's words becomes a proposal: only what stands on words that are in the mail.
@Suite struct OfferedReadingTests {
  private static let text = """
    Morning Priya, sorry for the wait. The boss is back on Thursday and
    signs A7 off then, so you should see it on Friday the 20th.
    """

  private static func offer(
    _ says: String = "promise", _ words: String = "you should see it on Friday the 20th",
    _ date: String? = "2026-03-20", _ invoices: [String] = []
  ) -> OfferedReading {
    OfferedReading(says: says, words: words, date: date, invoices: invoices)
  }

  private func proposal(_ offer: OfferedReading) throws(OfferedReading.Fault) -> MailProposal {
    try offer.proposal(by: "small", about: Self.text, invoices: ["A7", "A8"], received: "2026-03-16")
  }

  private func fault(_ offer: OfferedReading) -> String? {
    do throws(OfferedReading.Fault) {
      _ = try proposal(offer)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `a reading that quotes the mail is a proposal`() throws {
    let found = try proposal(Self.offer("promise", "and signs A7 off\n then", "2026-03-20", ["A7", "B1"]))
    #expect(
      found
        == MailProposal(
          model: "small", says: "promise", day: "2026-03-20", invoices: ["A7"], words: "and signs A7 off then"
        ))
  }

  @Test(arguments: ["release", "paid", "bounce", "partial_payment", "approve", ""])
  func `nothing but a kind of answer can be proposed`(_ says: String) {
    #expect(fault(Self.offer(says)) == "it names no kind of answer")
  }

  @Test(arguments: [
    "nothing", "reply", "promise", "dispute", "claims_paid", "out_of_office", "request", "stop",
  ])
  func `each kind of answer can be proposed`(_ says: String) throws {
    #expect(try proposal(Self.offer(says)).says == says)
  }

  @Test func `what it quotes has to be there`() {
    #expect(fault(Self.offer("promise", "we pay on Friday")) == "it quotes what is not in the mail")
    #expect(fault(Self.offer("promise", " \n")) == "it quotes nothing, or more than 400 bytes")
    #expect(
      fault(Self.offer("promise", String(repeating: "a ", count: 300)))
        == "it quotes nothing, or more than 400 bytes")
  }

  @Test(
    arguments: [
      ("2026-03-15", nil), ("2026-03-16", "2026-03-16"), ("2027-03-17", "2027-03-17"), ("2027-03-18", nil),
      ("20 March", nil), ("2026-02-30", nil),
    ] as [(String, Day?)])
  func `a day that cannot be meant is left out`(_ date: String, _ expected: Day?) throws {
    #expect(try proposal(Self.offer("promise", "Friday the 20th", date)).day == expected)
    #expect(try proposal(Self.offer("dispute", "Friday the 20th", date)).day == nil)
  }
}
