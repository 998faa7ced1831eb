import PolicyModel
import Receivables
import Simulation
import TestSupport
import Testing

/// What books say of a policy, counted from the same conditions and days that decide.
@Suite struct BooksLookTests {
  private static let segments = """
    segments:
      - { name: vip, when: customer.tagged("vip"), schedule: standard, tone: friendly }
      - { name: large, when: customer.revenue_12m >= 1000, schedule: standard, tone: plain }
      - { name: nobody, when: customer.tagged("VIP"), schedule: standard, tone: firm }
      - { name: rest, schedule: standard, tone: plain }
    """

  private static func look(_ accounts: [Account], on day: Day = "2026-03-20") throws -> BooksLook {
    BooksLook(name: "books", try plan(segments), Snapshot(asOf: nil, accounts: accounts), on: day)
  }

  @Test func `each customer is in one segment, and may fit others`() throws {
    let look = try Self.look([
      account("C1", tags: ["vip"], revenue12m: "5000", []), account("C2", revenue12m: "5000", []),
      account("C3", []), account("C4", tags: ["vip"], hasBadRow: true, []),
    ])
    #expect(look.customers == 3)
    #expect(look.taken == ["vip": 1, "large": 1, "rest": 1])
    #expect(look.fitting == ["vip": 1, "large": 2, "rest": 3])
  }

  @Test func `what counts as late are two tiers whose days have come, and nobody disputes it`() throws {
    // The tiers are 5, 14 and 30 days after due; the 15th is a Sunday, so the second moves to the 16th.
    func late(_ invoices: [Receivable], on day: Day) throws -> [Int] {
      let look = try Self.look([account("C1", invoices), account("C2", [])], on: day)
      return [look.late.customers, look.late.invoices]
    }
    let first = invoice("A1", due: "2026-03-01")
    #expect(try late([first], on: "2026-03-15") == [0, 0])
    #expect(try late([first], on: "2026-03-16") == [1, 1])
    #expect(try late([first, invoice("A2", due: "2026-02-01")], on: "2026-03-16") == [1, 2])
    #expect(try late([invoice("A1", due: "2026-03-01", isDisputed: true)], on: "2026-03-16") == [0, 0])
    #expect(try late([invoice("A1", due: "2026-03-01", balance: "0")], on: "2026-03-16") == [0, 0])
  }
}
