import Foundation
import PolicySyntax
import PolicyYAML
import Receivables
import TestSupport
import Testing

/// The tables for charges that come with Duly.
@Suite struct ShippedRatesTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("policies/rates")

  private func file(_ name: String) throws -> Node {
    let bytes = try Data(contentsOf: Self.folder.appendingPathComponent("\(name).yaml"))
    let (tree, findings) = PolicyYAMLReader.read(Array(bytes), file: FileID(number: 0))
    #expect(findings == [])
    return try #require(tree)
  }

  private func rate(_ name: String, on day: Day) throws -> String? {
    try #require(ShippedRates.table(named: name)).rate(on: day)?.description
  }

  @Test func `every table has a file, and every file is shipped`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(files == ShippedRates.names.map { "\($0).yaml" })
    #expect(ShippedRates.table(named: "atlantis") == nil)
    #expect(ShippedRates.compensation(named: "boe-base") == nil)
  }

  @Test(arguments: ShippedRates.names)
  func `the short form has the days and rates of the file`(_ name: String) throws {
    let root = try file(name)
    let written = (root["rates"]?.sequence ?? []).map { item in
      "\(item.mapping?.first?.name ?? "") \(item.mapping?.first?.value.scalar?.text ?? "")"
    }
    let table = try #require(ShippedRates.table(named: name))
    #expect(table.steps.map { "\($0.from) \($0.rate)" } == written)
    #expect(table.until?.description == root["until"]?.scalar?.text)
    #expect(root["name"]?.scalar?.text == name)
    for key in ["source", "licence", "retrieved"] { #expect(root[key]?.scalar?.text.isEmpty == false) }
    #expect(zip(table.steps, table.steps.dropFirst()).allSatisfy { $0.from < $1.from })
    #expect(try #require(table.steps.last).from <= #require(table.until))
  }

  @Test(arguments: ShippedRates.compensationNames)
  func `the short form has the sums of the file`(_ name: String) throws {
    let root = try file(name)
    let table = try #require(ShippedRates.compensation(named: name))
    #expect(table.currency.code == root["currency"]?.scalar?.text)
    let written = (root["compensation"]?.sequence ?? []).map {
      [$0["below"]?.scalar?.text, $0["amount"]?.scalar?.text].map { $0 ?? "" }
    }
    let scale = Int64(100)
    #expect(
      table.bands.map { [$0.below.map { "\($0 / scale)" } ?? "", "\($0.amount / scale)"] } == written)
  }

  // Published: the Bank of England, the ECB, the Deutsche Bundesbank, and the British government's table of
  // reference rates for late commercial payments.
  @Test(
    arguments: [
      ("boe-base", "2009-03-04", "1"), ("boe-base", "2009-03-05", "0.5"), ("boe-base", "2020-03-19", "0.1"),
      ("boe-base", "2024-08-01", "5"), ("boe-base", "2025-06-30", "4.25"),
      ("ecb-main", "2016-03-16", "0"), ("ecb-main", "2023-09-20", "4.5"), ("ecb-main", "2024-06-12", "4.25"),
      ("uk-late-payment", "2017-06-30", "0.25"), ("uk-late-payment", "2018-01-01", "0.5"),
      ("uk-late-payment", "2022-12-31", "1.25"), ("uk-late-payment", "2024-01-01", "5.25"),
      ("uk-late-payment", "2025-01-01", "4.75"), ("uk-late-payment", "2025-07-01", "4.25"),
      ("eu-late-payment", "2022-12-31", "0"), ("eu-late-payment", "2023-01-01", "2.5"),
      ("eu-late-payment", "2023-07-01", "4"), ("eu-late-payment", "2024-07-01", "4.25"),
      ("de-basiszinssatz", "2009-01-01", "1.62"), ("de-basiszinssatz", "2016-07-01", "-0.88"),
      ("de-basiszinssatz", "2023-01-01", "1.62"), ("de-basiszinssatz", "2023-07-01", "3.12"),
      ("de-basiszinssatz", "2024-07-01", "3.37"),
    ])
  func `rates are those that were published`(_ name: String, _ day: String, _ expected: String) throws {
    #expect(try rate(name, on: #require(Day(iso: day))) == expected)
  }
}
