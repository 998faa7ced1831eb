import Books
import Execution
import JournalModel
import Receivables

/// Books in a folder of CSV files, as a run reads them.
final class CSVBooksSource: BooksSource {
  private let folder: String
  private let baseCurrency: Currency
  private let keepsPayments: Bool
  private var seen: BooksFingerprint?

  init(folder: String, baseCurrency: Currency, keepsPayments: Bool) {
    self.folder = folder
    self.baseCurrency = baseCurrency
    self.keepsPayments = keepsPayments
  }

  func read(on day: Day) async throws -> Snapshot {
    // Looked at before it is read: what changes while it is read shows as a change.
    seen = BooksFingerprint(folder: folder)
    do throws(BooksError) {
      return try await BooksReader.read(
        folder: folder, baseCurrency: baseCurrency, from: day, keepingPayments: keepsPayments,
        workers: SideBySide.cores)
    } catch {
      throw Failure(error.message)
    }
  }

  func mayHaveChanged() -> Bool {
    guard let seen, !seen.isUncertain else { return true }
    return BooksFingerprint(folder: folder) != seen
  }

  func madeAt() -> Instant? { seen?.newest.map { Instant(milliseconds: $0 / 1_000_000) } }

  func attachment(_ name: String) throws -> [UInt8] {
    do throws(BooksError) {
      return try BooksAttachment.read(name, in: folder)
    } catch {
      throw Failure(error.message)
    }
  }
}
