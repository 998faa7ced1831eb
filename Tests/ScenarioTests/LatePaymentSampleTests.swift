import Foundation
import TestSupport
import Testing

/// Real invoices of a hundred customers: every open one is accounted for. Skipped where the sample is not at hand.
@Suite struct LatePaymentSampleTests {
  private static let folder = BuiltCommand.root.deletingLastPathComponent()
    .appendingPathComponent("shared/data/receivables/late-payment-sample-2013-06-30")

  private static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  private struct Preview: Decodable {
    struct Message: Decodable {
      let invoices: [String]
    }
    struct Silence: Decodable {
      let invoice: String?
      let reason: String
    }
    let messages: [Message]
    let silences: [Silence]
    let skipped: [Silence]
  }

  @Test(.enabled(if: isThere, "the sample is not in ../shared/data"))
  func `all 84 open invoices are in a message, or silent with a reason`() throws {
    let rows = String(
      decoding: try Data(contentsOf: Self.folder.appendingPathComponent("invoices.csv")), as: UTF8.self)
    // invoice_number,customer_id,issue_date,due_date,amount,balance,currency,disputed
    let invoices = rows.split(whereSeparator: \.isNewline).dropFirst()
    let columns: [[Substring]] = invoices.map { $0.split(separator: ",") }
    let open: [String] = columns.filter { $0[5] != "0.00" }.map { String($0[0]) }

    let outcome = try BuiltCommand("duly").run(
      "duly simulate policies/studio-net30.yaml --books \(Self.folder.path) --from 2013-07-01 --days 60 --format json"
    )
    let preview = try JSONDecoder().decode(Preview.self, from: Data(outcome.output.utf8))

    #expect(open.count == 84)
    let spoken = Set(preview.messages.flatMap(\.invoices))
    let silent = Set((preview.silences + preview.skipped).filter { !$0.reason.isEmpty }.compactMap(\.invoice))
    #expect(open.filter { !spoken.contains($0) && !silent.contains($0) } == [])
  }
}
