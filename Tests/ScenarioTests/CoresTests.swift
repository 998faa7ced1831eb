import Foundation
import TestSupport
import Testing

/// `duly simulate --cores N`.
@Suite struct CoresTests {
  @Test(arguments: ["ndjson --letters", "json", "text"])
  func `a simulation writes the same bytes on any number of cores`(format: String) throws {
    let books = try TemporaryFolder(Self.files)
    func output(_ cores: Int) throws -> String {
      let outcome = try BuiltCommand("duly").run(
        ["simulate", "policies/acme-joinery.yaml", "--books", books.url.path, "--from", "2026-02-20"]
          + ["--cores", "\(cores)", "--quiet", "--format"] + format.split(separator: " ").map(String.init))
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output
    }
    let one = try output(1)
    #expect(one.contains("C299"))
    for cores in [2, 5] { #expect(try output(cores) == one) }
  }

  @Test func `no core is refused`() throws {
    let outcome = try BuiltCommand("duly").run("duly simulate policies/acme-joinery.yaml --cores 0")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--cores is 1 or more"))
  }

  /// Three hundred customers, some with the same address, with three invoices each.
  private static var files: [String: String] {
    let customers = (0..<300).map {
      "C\($0),Customer \($0),ap@c\($0 % 280).example,\($0 % 20 == 0 ? "vip" : "")"
    }
    let invoices = (0..<900).map { number in
      let day = String(format: "%02d", 1 + number % 28)
      return "A\(number),C\(number / 3),2026-01-\(day),2026-02-\(day),\(50 + number).00"
    }
    return [
      "customers.csv": "customer_id,name,email,tags\n" + customers.joined(separator: "\n") + "\n",
      "invoices.csv": "invoice_number,customer_id,issue_date,due_date,amount\n"
        + invoices.joined(separator: "\n") + "\n",
    ]
  }
}
