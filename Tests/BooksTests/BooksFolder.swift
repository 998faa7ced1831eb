import Foundation
import Receivables
import Testing

@testable import Books

/// A folder of books for one test, made of texts and deleted after it.
final class BooksFolder {
  static let customers = "customer_id,name,email\nC1,Ada Ltd,ap@ada.example\nC2,Bolt GmbH,ap@bolt.example\n"
  static let invoices = "invoice_number,customer_id,issue_date,due_date,amount\n"

  let path: String

  init(_ files: [String: String]) throws {
    path = NSTemporaryDirectory() + "duly-books-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind \(path): \(error)")
    }
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func read(from start: String = "2026-02-20") throws -> Snapshot {
    try BooksReader.read(folder: path, baseCurrency: pounds(), from: day(start), keepingPayments: true)
  }

  /// The sentence of the error that the folder is refused with; empty where it is read.
  func refusal(from start: String = "2026-02-20") throws -> String {
    do {
      _ = try read(from: start)
      return ""
    } catch let error as BooksError {
      return error.message
    }
  }
}

/// What the books of these texts say; `customers.csv` is the usual one unless given.
func books(_ files: [String: String], from start: String = "2026-02-20") throws -> Snapshot {
  try BooksFolder(["customers.csv": BooksFolder.customers].merging(files) { $1 }).read(from: start)
}

/// What the books say of the first customer.
func account(_ files: [String: String], from start: String = "2026-02-20") throws -> Account {
  let snapshot = try books(files, from: start)
  #expect(snapshot.problems.isEmpty, "\(snapshot.problems)")
  return try #require(snapshot.accounts.first)
}

func pounds() throws -> Currency { try #require(Currency(code: "GBP")) }
func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

/// One line a receivable: number, what is open of what amount, due day.
func summary(_ account: Account) -> [String] {
  account.receivables.map { "\($0.id) \($0.balance.amountText)/\($0.amount) \($0.due)" }
}
