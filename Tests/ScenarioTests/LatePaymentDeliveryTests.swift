import Foundation
import TestSupport
import Testing

/// Real invoices, carried out a day at a time into a real mail server: what arrives is what was shown. Twelve days, or as many
/// as `DULY_SAMPLE_DAYS` says; sixty take some minutes.
@Suite(
  .enabled(
    if: TestMailServers.canRun && LatePaymentSample.isThere,
    "needs root, and the sample in ../shared/data"))
struct LatePaymentDeliveryTests {
  private static let days = Int(ProcessInfo.processInfo.environment["DULY_SAMPLE_DAYS"] ?? "") ?? 12

  private static func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// The sample with addresses at which the server of the tests takes mail.
  private static func files() throws -> [String: String] {
    let policy = try text(BuiltCommand.root.appendingPathComponent("policies/studio-net30.yaml"))
    let customers = try text(LatePaymentSample.folder.appendingPathComponent("customers.csv"))
      .replacing(/@([a-z0-9-]+)\.example/) { "-\($0.output.1)@customer.test" }
      .replacing(/,([^,@\n]+)@customer\.test/) { ",PREFIX-\($0.output.1)@customer.test" }
    return [
      "policy.yaml": policy.replacingOccurrences(of: "harborlane.example", with: "acme.test"),
      "books/customers.csv": customers,
      "books/invoices.csv": try text(LatePaymentSample.folder.appendingPathComponent("invoices.csv")),
      "books/payments.csv": try text(LatePaymentSample.folder.appendingPathComponent("payments.csv")),
    ]
  }

  @Test func `runs of many days deliver the messages that were simulated`() async throws {
    let project = try MailedProject(try Self.files())
    let preview = try project.json(
      "simulate --from 2013-07-01 --days \(Self.days) --no-journal --format json")
    let messages = try #require(preview["messages"] as? [[String: Any]])
    var expected: [String: Int] = [:]
    for message in messages { expected["\(message["to"] ?? "")", default: 0] += 1 }
    #expect(messages.count > 2 * Self.days)

    let start = try #require(ISO8601DateFormatter().date(from: "2013-07-01T00:00:00Z"))
    for number in 0..<Self.days {
      let day = ISO8601DateFormatter().string(from: start.addingTimeInterval(Double(number) * 86_400)).prefix(
        10)
      // Before the hours of `calendar.send` approvals are asked for, and the owner gives them and looks at the rest.
      let asked = try project.duly("execute --yes --now \(day)T11:00:00Z")
      #expect(asked.status == 0 || asked.status == 3, "\(day): \(asked)")
      try look(project)
      let sent = try project.duly("execute --yes --now \(day)T17:00:00Z")
      #expect(sent.output.hasSuffix("failed 0 + unknown 0\n"), "\(day): \(sent)")
      try look(project)
    }
    var arrived = 0
    for (address, count) in expected {
      let found = try await TestMailServers.mailbox(address, count: count).count
      #expect(found == count, "\(address): \(count) were shown, \(found) came")
      arrived += found
    }
    #expect(arrived == messages.count)
    #expect(try project.duly("journal verify").status == 0)
    print(
      "late-payment sample: \(messages.count) messages simulated, \(arrived) received in \(Self.days) days")
  }

  private func look(_ project: MailedProject) throws {
    let items = try project.items()
    let wanted = items.filter { $0["what"] as? String == "wants your approval" }.compactMap {
      $0["number"] as? Int
    }
    if !wanted.isEmpty {
      let numbers = wanted.map(String.init).joined(separator: " ")
      #expect(try project.duly("review approve \(numbers)").status == 0)
    }
    for item in items where item["seen"] as? Bool == false {
      guard let number = item["number"] as? Int, !wanted.contains(number) else { continue }
      _ = try project.duly("review show \(number)")
    }
  }
}

/// Where the sample lies: beside the repository.
private enum LatePaymentSample {
  static let folder = BuiltCommand.root.deletingLastPathComponent()
    .appendingPathComponent("shared/data/receivables/late-payment-sample-2013-06-30")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}
