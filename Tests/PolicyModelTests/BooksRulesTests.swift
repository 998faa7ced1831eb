import Foundation
import PolicyModel
import PolicySyntax
import Receivables
import Testing

/// The rules that need books: what they say, and that nobody hears of them where there are none.
@Suite struct BooksRulesTests {
  private static let segments = """
    segments:
      - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: friendly }
      - { name: rest, schedule: standard, tone: friendly }
    """
  private static let allowed = segments.replacingOccurrences(
    of: "gentle, tone: friendly }", with: "gentle, tone: friendly, allow: { unmatched-segment: none yet } }")

  private static func books(
    customers: Int = 3, taken: [String: Int], fitting: [String: Int] = [:], late: (Int, Int) = (0, 0)
  ) -> BooksLook {
    BooksLook(
      name: "`books` (1a2b)", day: Day(number: 20_500), customers: customers, taken: taken, fitting: fitting,
      late: (customers: late.0, invoices: late.1))
  }

  @Test func `nothing is said where no books are given, nor where they have no customer`() {
    #expect(ReadPolicy(Self.segments).rules == [])
    #expect(ReadPolicy(Self.segments, books: Self.books(customers: 0, taken: [:])).rules == [])
  }

  @Test func `a segment that takes nobody is named, with whoever fits it`() {
    let read = ReadPolicy(
      Self.segments, books: Self.books(taken: ["vip": 3], fitting: ["vip": 3, "rest": 3]))
    #expect(read.rules == ["unmatched-segment"])
    #expect(read.marked("unmatched-segment") == "rest")
    #expect(
      read.findings.first?.notes == [
        "in the books of `books` (1a2b) on 2026-02-16",
        "the condition holds for 3 customers, whom segments above take",
      ])
  }

  @Test func `it can be allowed, and the allowance is in doubt only where books show that it is not needed`()
  {
    let nobody = Self.books(taken: ["rest": 3])
    #expect(ReadPolicy(Self.segments, books: nobody).rules == ["unmatched-segment"])
    #expect(ReadPolicy(Self.allowed, books: nobody).rules == [])
    #expect(ReadPolicy(Self.allowed).rules == [])
    #expect(
      ReadPolicy(Self.allowed, books: Self.books(taken: ["vip": 1, "rest": 2])).rules == ["doubtful-allow"])
  }

  @Test func `old debts are a warning until the policy says how to begin`() {
    let old = Self.books(taken: ["vip": 1, "rest": 2], late: (1, 1))
    let read = ReadPolicy(Self.segments, books: old)
    #expect(
      read.findings.map(\.message) == [
        "1 customer owes an invoice that is late for two tiers or more, and nothing says how to begin"
      ])
    for way in ["spread", "latest"] {
      #expect(ReadPolicy("\(Self.segments)\nlimits: { catch_up: \(way) }", books: old).rules == [])
    }
    let young = Self.books(taken: ["vip": 1, "rest": 2])
    #expect(ReadPolicy(Self.segments, books: young).rules == [])
  }
}
