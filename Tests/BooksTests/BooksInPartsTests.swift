import Receivables
import TestSupport
import Testing

@testable import Books

/// Files that are cut into parts, and read by several workers.
@Suite struct BooksInPartsTests {
  @Test(arguments: RandomCases.seeds(20))
  func `books are the same however many parts they are read in`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let folder = try BooksFolder(files(&random))
    let whole = told(try folder.read())
    for parts in [2, 3, 7, 50] {
      let gathering = try BooksReader.gather(
        folder: folder.path, format: BooksFormat(), baseCurrency: pounds(), keepingPayments: true,
        parts: parts)
      #expect(told(BooksReader.snapshot(of: gathering, from: try day("2026-02-20"))) == whole, "seed \(seed)")
    }
    for workers in [1, 2, 3] {
      let snapshot = try await BooksReader.read(
        folder: folder.path, baseCurrency: pounds(), from: day("2026-02-20"), keepingPayments: true,
        workers: workers)
      #expect(told(snapshot) == whole, "seed \(seed)")
    }
  }

  @Test func `a large file is read by several workers as by one`() async throws {
    var random = SplitMix64(seed: 20_260_220)
    var files = files(&random)
    let more = (0..<20_000).map {
      "B\($0),C\($0 % 40),2026-01-01,2026-01-\($0 % 2 == 0 ? 31 : 32),1.00,EUR,\n"
    }
    files["invoices.csv", default: ""] += more.joined()
    let folder = try BooksFolder(files)
    let snapshot = try await BooksReader.read(
      folder: folder.path, baseCurrency: pounds(), from: day("2026-02-20"), keepingPayments: true,
      workers: 2)
    #expect(told(snapshot) == told(try folder.read()))
    #expect(snapshot.problems.count >= 10_000)
  }

  @Test func `a file with quotes is read in one part`() throws {
    let text = "customer_id,name\nC1,\"a\nb\"\nC2,c\n"
    let quoted = try CSVTable(file: "customers.csv", bytes: Array(text.utf8))
    #expect(quoted.split(into: 9, least: 1).count == 1)
    let plain = try CSVTable(file: "customers.csv", bytes: Array(text.filter { $0 != "\"" }.utf8))
    #expect(plain.split(into: 9, least: 1).count > 1)
    #expect(plain.split(into: 9, least: 1000).count == 1)
  }

  /// All that is to be seen of a snapshot.
  private func told(_ snapshot: Snapshot) -> [String] {
    let accounts = snapshot.accounts.map { account in
      let parts = account.receivables.map {
        "\($0.id) \($0.issued) \($0.due) \($0.amount) \($0.balance) \($0.lastPaid.map { "\($0)" } ?? "")"
      }
      let setAside = account.setAside.map { "\($0.number) \($0.reason)" }
      return
        "\(account.customer.id) \(account.customer.name) \(account.hasBadRow) \(parts) \(account.credits) "
        + "\(setAside) \(account.billed)"
    }
    return accounts + snapshot.problems.map { "\($0.file):\($0.line): \($0.column): \($0.message)" }
  }

  /// Customers, invoices and payments with everything that can be wrong with a row.
  private func files(_ random: inout SplitMix64) -> [String: String] {
    let lineEnd = ["\n", "\r\n", "\r"][random.number(0...2)]
    func file(_ header: String, _ rows: [String]) -> String {
      ([header] + rows).joined(separator: lineEnd) + lineEnd
    }
    func pick(_ texts: [String]) -> String { texts[random.number(0...(texts.count - 1))] }
    let customers = (0..<40).map { number -> String in
      let id = random.chance(5) ? "C\(number / 2)" : "C\(number)"
      return
        "\(id),\(pick(["Ada", "", "Bolt & Söhne"])),\(pick(["x@y.example", ""])),\(pick(["vip", "a b", "a;b"]))"
    }
    let invoices = (0..<120).map { number -> String in
      let name = random.chance(8) ? "A\(number / 2)" : "A\(number)"
      let customer = random.chance(95) ? "C\(random.number(0...39))" : "nobody"
      let due = pick(["2026-01-31", "2026-02-28", "2026-02-30", ""])
      let amount = pick(["10.00", "7.5", "1.234", "x", ""])
      let status = pick(["", "open", "paid", "void", "credit_note", "lost"])
      return "\(name),\(customer),2026-01-02,\(due),\(amount),\(pick(["EUR", "GBP", "", "ZZZ"])),\(status)"
    }
    let payments = (0..<60).map { _ -> String in
      let invoice = random.chance(20) ? "" : "A\(random.number(0...130))"
      let date = pick(["2026-02-01", "2026-02-03", "yesterday"])
      return random.chance(3)
        ? ""
        : "\(date),C\(random.number(0...42)),\(pick(["5.00", "10.00", "1"])),\(invoice),\(pick(["EUR", ""]))"
    }
    return [
      "customers.csv": file("customer_id,name,email,tags", customers),
      "invoices.csv": file(
        "invoice_number,customer_id,issue_date,due_date,amount,currency,status", invoices),
      "payments.csv": file("payment_date,customer_id,amount,invoice_number,currency", payments),
    ]
  }
}
