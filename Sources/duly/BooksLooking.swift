import Books
import Journal
import PolicyModel
import PolicyYAML
import Receivables
import Schedule
import Simulation

/// Looks into books for the rules that need them.
struct BooksLooking {
  let folder: String
  /// `--from`; nil for today.
  let start: String?

  /// What the books say of a policy.
  ///
  /// - Throws: `Failure` where there are none, or they cannot be read.
  func look(_ plan: Plan) throws -> BooksLook {
    let input = ScenarioInput(books: folder, start: start, events: nil)
    let day = try input.firstDay(plan)
    let snapshot = try input.snapshot(plan, from: day, keepingPayments: plan.charges != nil)
    ScenarioInput.report(snapshot.problems)
    return BooksLook(name: try name(), plan, snapshot, on: day)
  }

  /// The folder, with the beginning of a digest of its files: a finding says which books it was about.
  private func name() throws -> String {
    var bytes: [UInt8] = []
    for file in BooksFingerprint.fileNames {
      do throws(SourceError) {
        let content = try FileReading.read("\(folder)/\(file)", limit: .max)
        bytes += Array("\(file):\(content.count):".utf8) + content
      } catch {
        if error.code != .notFound { throw Failure(error.message) }
      }
    }
    return "`\(folder)` (\(SHA256.hex(of: bytes).prefix(12)))"
  }
}
