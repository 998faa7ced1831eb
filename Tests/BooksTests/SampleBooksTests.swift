import Foundation
import Receivables
import Testing

@testable import Books

/// A public sample of receivables, read where it lies beside the project.
@Suite struct SampleBooksTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("shared/data/receivables/late-payment-sample-2013-06-30").path

  @Test(.enabled(if: FileManager.default.fileExists(atPath: folder), "the sample is not beside the project"))
  func `the sample of late payments has 84 open invoices of 100 customers`() throws {
    let snapshot = try BooksReader.read(
      folder: SampleBooksTests.folder, baseCurrency: pounds(), from: day("2013-06-30"),
      keepingPayments: false)
    #expect(snapshot.problems.isEmpty)
    #expect(snapshot.accounts.count == 100)
    #expect(snapshot.accounts.allSatisfy { $0.setAside.isEmpty && $0.credits.isEmpty })
    #expect(snapshot.accounts.map { $0.receivables.count }.reduce(0, +) == 1930)
    let open = snapshot.accounts.flatMap(\.receivables).filter { $0.balance.minorUnits > 0 }
    #expect(open.count == 84)
  }
}
