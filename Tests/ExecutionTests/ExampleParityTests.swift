import Books
import Foundation
import PolicyModel
import PolicyYAML
import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

@testable import Execution

/// Promise 9 on the scenarios of `examples/`: a run a day does what their preview shows.
@Suite struct ExampleParityTests {
  /// A folder of `examples/` whose command simulates.
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let words: [String]

    var testDescription: String { name }

    /// What follows an option.
    func value(_ option: String) -> String? {
      words.firstIndex(of: option).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }
  }

  private static let root = BuiltCommand.root

  private static let examples: [Example] = {
    let folder = root.appendingPathComponent("examples").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/command") else { return nil }
      let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
      return words.dropFirst().first == "simulate" ? Example(name: name, words: words) : nil
    }
  }()

  @Test func `there are examples`() { #expect(Self.examples.count >= 7) }

  @Test(arguments: examples)
  func `a run a day sends what the example shows`(_ example: Example) async throws {
    let plan = try Self.plan(example.words[2])
    let from = try #require(example.value("--from").flatMap { Day(iso: $0) })
    let days = try #require(example.value("--days").flatMap { Int($0) })
    let books = try #require(example.value("--books"))
    let snapshot = try await BooksReader.read(
      folder: Self.root.appendingPathComponent(books).path, baseCurrency: plan.base, from: from,
      keepingPayments: plan.charges != nil, workers: 1)
    var events: [ScenarioEvent] = []
    if let file = example.value("--events") {
      let text = String(
        decoding: try Data(contentsOf: Self.root.appendingPathComponent(file)), as: UTF8.self)
      events = try TestSupport.events(text, about: snapshot, base: plan.base)
    }
    let scenario = Scenario(plan: plan, snapshot: snapshot, from: from, days: days, events: events)
      .executable()
    let messages = try await Parity.compare(scenario, example.name)
    print("parity: \(example.name), \(days) days, \(messages) messages")
    #expect(messages > 0)
  }

  /// The plan of a policy on disk, with the calendars that come with Duly.
  private static func plan(_ path: String) throws -> Plan {
    let file = root.appendingPathComponent(path).path
    let loaded = try SourceLoader.load(file)
    let main = try #require(loaded.documents.first)
    let nodes = loaded.documents.map(\.node)
    var calendars: [String: HolidayCalendar] = [:]
    for name in PolicySources.calendarNames(in: nodes) {
      calendars[name] = ShippedCalendars.calendar(named: name)
    }
    let (policy, findings) = PolicyReader.read(
      PolicySources(
        map: loaded.map, main: main.node, mainFile: main.file, included: Array(nodes.dropFirst()),
        calendars: calendars, shippedCalendars: ShippedCalendars.names, charges: shippedCharges(),
        yamlFindings: loaded.diagnostics))
    return PlanCompiler.compile(try #require(policy, "\(findings.map(\.message))"), loaded.map)
  }
}
