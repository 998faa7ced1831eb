import Foundation
import Receivables
import TestSupport
import Testing

@testable import Simulation

/// Estimates of the past held against what really came: the figures that `docs/preview.md` states. Skipped where
/// the sample is not at hand.
@Suite struct ReceiptsBackTests {
  private static let folder = BuiltCommand.root.deletingLastPathComponent()
    .appendingPathComponent("shared/data/receivables/late-payment-sample-2013-06-30")
  private static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
  private static let weeks = 8

  private struct Invoice {
    let number: String
    let customer: String
    let issued: Day
    let due: Day
    let amount: Money
    let isDisputed: Bool
  }

  /// Rows of a table that quotes nothing, without its header.
  private static func rows(_ name: String) throws -> [[String]] {
    let text = String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private let invoices: [Invoice]
  /// By invoice: the sample pays each in one.
  private let payments: [String: (day: Day, amount: Money)]

  init() throws {
    guard Self.isThere else {
      (invoices, payments) = ([], [:])
      return
    }
    invoices = try Self.rows("invoices.csv").map { row in
      Invoice(
        number: row[0], customer: row[1], issued: try #require(Day(iso: row[2])),
        due: try #require(Day(iso: row[3])), amount: money("\(row[4]) \(row[6])"), isDisputed: row[7] == "1")
    }
    var payments: [String: (day: Day, amount: Money)] = [:]
    for row in try Self.rows("payments.csv") {
      payments[row[1]] = (try #require(Day(iso: row[0])), money("\(row[3]) \(row[4])"))
    }
    self.payments = payments
  }

  /// The books as they were on the evening before a day.
  private func accounts(on day: Day) -> [Account] {
    var parts: [String: [Receivable]] = [:]
    for invoice in invoices where invoice.issued < day {
      let paid = payments[invoice.number].flatMap { $0.day < day ? $0.day : nil }
      parts[invoice.customer, default: []].append(
        Receivable(
          id: ReceivableID(number: invoice.number), issued: invoice.issued, due: invoice.due,
          amount: invoice.amount,
          balance: paid == nil ? invoice.amount : Money(minorUnits: 0, currency: invoice.amount.currency),
          isDisputedByBooks: invoice.isDisputed, lastPaid: paid))
    }
    return parts.map { account($0.key, $0.value) }
  }

  /// What came in each week for the undisputed invoices that were open on the day.
  private func came(from day: Day) -> [Int64] {
    var weeks = Array(repeating: Int64(0), count: Self.weeks)
    for invoice in invoices where invoice.issued < day && !invoice.isDisputed {
      guard let payment = payments[invoice.number] else { continue }
      let week = (payment.day - day) / 7
      if payment.day >= day, week < Self.weeks { weeks[week] += payment.amount.minorUnits }
    }
    return weeks
  }

  @Test(.enabled(if: isThere, "the sample is not in ../shared/data"))
  func `eight weeks of ten lie in the range, and the error is a quarter of what came`() throws {
    let cuts: [Day] = [
      "2012-07-02", "2012-08-06", "2012-09-03", "2012-10-01", "2012-11-05", "2012-12-03", "2013-01-07",
      "2013-02-04", "2013-03-04", "2013-04-01",
    ]
    var (inRange, error, whole): (Int, Int64, Int64) = (0, 0, 0)
    for cut in cuts {
      let accounts = accounts(on: cut)
      let forecast = PaymentForecast(accounts, from: cut, days: Self.weeks * 7)
      var receipts = ExpectedReceipts(forecast.weeks)
      for account in accounts {
        receipts.add(forecast.receipts(account) { account.receivables[$0].isDisputedByBooks })
      }
      let currency = try #require(receipts.currencies.first)
      for (week, came) in came(from: cut).enumerated() {
        let estimate = receipts.estimate(currency, week: week)
        if (estimate.low.minorUnits...estimate.high.minorUnits).contains(came) { inRange += 1 }
        error += abs(estimate.expected.minorUnits - came)
        whole += came
      }
    }
    #expect(inRange == 71, "of \(cuts.count * Self.weeks)")
    #expect((Double(error) / Double(whole) * 1000).rounded() == 249)
  }
}
