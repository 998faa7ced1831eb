import Foundation
import TestSupport
import Testing

/// `duly simulate --format html`, `ics` and `csv` as whole files from the finished command.
@Suite struct SimulateFormsTests {
  private static let spring =
    "duly simulate policies/acme-joinery.yaml --books examples/spring-books/books --from 2026-03-02 --quiet --format "

  @Test func `a page has every customer who is spoken of, and every letter`() throws {
    let page = try BuiltCommand("duly").run(Self.spring + "html")
    #expect(page.status == 0 && page.errors.isEmpty, "\(page.errors)")
    let rows = try Letters.rows(try BuiltCommand("duly").run(Self.spring + "ndjson --letters").output)
    let messages = rows.filter { $0["kind"] as? String == "message" }
    #expect(page.output.components(separatedBy: "<details>").count == messages.count + 1)
    #expect(page.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.output.hasSuffix("</html>\n"))
  }

  @Test func `the calendar and the table have what the rows have`() throws {
    let rows = try Letters.rows(try BuiltCommand("duly").run(Self.spring + "ndjson").output)
    func count(_ kinds: Set<String>) -> Int { rows.count { kinds.contains($0["kind"] as? String ?? "") } }
    let calendar = try BuiltCommand("duly").run(Self.spring + "ics")
    #expect(
      calendar.output.components(separatedBy: "BEGIN:VEVENT\r\n").count == count(["message", "flag"]) + 1)
    let table = try BuiltCommand("duly").run(Self.spring + "csv")
    #expect(
      table.output.components(separatedBy: "\r\n").count == count(["message", "flag", "silence", "skipped"])
        + 2)
    #expect(calendar.status == 0 && table.status == 0)
  }

  @Test(arguments: ["html", "ics", "csv"])
  func `the same bytes on any number of cores`(form: String) throws {
    let duly = try BuiltCommand("duly")
    #expect(
      try duly.run(Self.spring + form + " --cores 1").output
        == duly.run(Self.spring + form + " --cores 4").output)
  }
}
