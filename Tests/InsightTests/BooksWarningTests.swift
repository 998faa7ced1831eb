import Insight
import Receivables
import TestSupport
import Testing

@Suite struct BooksWarningTests {
  /// The names of the warnings about books of a day with nothing in them.
  private func names(asOf: String?, on day: Day, minutes: Int? = nil) -> [String] {
    var terms = BooksWarning.Terms()
    terms.minutes = minutes
    let books = BooksFigures(Snapshot(asOf: asOf, accounts: []), on: day)
    return BooksWarning.all(of: books, terms).map(\.name)
  }

  @Test func `books without a day are undated`() {
    #expect(names(asOf: nil, on: "2026-02-20") == ["undated-books"])
    #expect(names(asOf: "2026-02-20T07:00:00Z", on: "2026-02-20") == [])
  }

  @Test func `books older than a week are stale where no policy says more`() {
    #expect(names(asOf: "2026-02-13", on: "2026-02-20") == [])
    #expect(names(asOf: "2026-02-12", on: "2026-02-20") == ["stale-books"])
  }

  @Test(arguments: [(360, 1, false), (360, 2, true), (2880, 2, false), (2880, 3, true), (14400, 9, false)])
  func `with a policy books are stale once they are older than its books_age for certain`(
    minutes: Int, days: Int, isStale: Bool
  ) {
    let day: Day = "2026-02-20"
    #expect(names(asOf: "\(day - days)", on: day, minutes: minutes) == (isStale ? ["stale-books"] : []))
  }

  @Test(arguments: [
    ("2025-02-21" as Day, nil as String?, false), ("2025-02-22", nil, true), ("2025-02-22", "1000", false),
  ])
  func `revenue that is summed from books shorter than a year is a warning`(
    issued: Day, stated: String?, isShort: Bool
  ) {
    let old = invoice("A1", due: issued + 30, issued: issued, balance: "0")
    let found = BooksWarning.all(
      of: figures([account("C1", revenue12m: stated, [old])]), BooksWarning.Terms())
    #expect(found.map(\.name) == (isShort ? ["short-revenue"] : []))
  }

  @Test func `a year is counted back from the day of the books, not from the day that is looked at`() {
    let old = invoice("A1", due: "2025-03-21", issued: "2025-02-21", balance: "0")
    let found = figures([account("C1", [old])], on: "2026-02-18", asOf: "2026-02-17")
    #expect(
      BooksWarning.all(of: found, BooksWarning.Terms()) == [
        .shortRevenue(customers: 1, firstIssued: "2025-02-21", needed: "2025-02-18")
      ])
    let sooner = figures([account("C1", [old])], on: "2026-02-22", asOf: "2026-02-20")
    #expect(BooksWarning.all(of: sooner, BooksWarning.Terms()).isEmpty)
  }

  @Test func `a currency without a rate is named with what is in it`() throws {
    let euro = try #require(Currency(code: "EUR"))
    var terms = BooksWarning.Terms()
    terms.withoutRate = [euro]
    let old = invoice("A0", due: "2025-01-01", balance: "0")
    let found = figures([
      account(
        "C1", credits: ["2 EUR"],
        [old, invoice("A1", "5 EUR", due: "2026-02-01"), invoice("A2", due: "2026-02-01")])
    ])
    #expect(BooksWarning.all(of: found, terms) == [.noRate(euro, items: 1, credits: 1)])
  }

  @Test func `a message is one sentence, lower case, without a full stop`() throws {
    let euro = try #require(Currency(code: "EUR"))
    let all: [BooksWarning] = [
      .undated(taken: "2026-02-20"), .stale(asOf: "2026-02-01", days: 19),
      .shortRevenue(customers: 1, firstIssued: "2025-07-01", needed: "2025-02-21"),
      .noRate(euro, items: 0, credits: 1), .noRate(euro, items: 2, credits: 0),
      .noRate(euro, items: 1, credits: 2),
    ]
    for warning in all {
      #expect(warning.message.first?.isUppercase == false && warning.message.last != ".", "\(warning)")
      #expect(!warning.message.contains(" 0 "), "\(warning)")
    }
  }
}
