import PolicySyntax
import PolicyYAML
import Receivables
import Schedule
import Simulation

/// What a simulation found, as short lines to compare with.
package struct SimulatedRun {
  package let scenario: Scenario
  package let previews: [CustomerPreview]
  package let summary: PreviewSummary

  /// Runs a scenario to its end.
  package init(_ scenario: Scenario) {
    self.scenario = scenario
    var previews: [CustomerPreview] = []
    summary = Simulator(scenario).run { previews.append($0) }
    self.previews = previews
  }

  /// `2026-03-12 first A1 A2 (+A3)`: the day, the tier that speaks, what advances, what it also lists. With
  /// several customers the customer stands in front.
  package var messages: [String] {
    lines { preview in
      preview.messages.map { planned in
        let message = planned.message
        let parts = message.parts.map { "\(preview.parts[$0.place])" }
        let others = message.alsoListed.map { "\(preview.parts[$0])" }
        return "\(message.day) \(scenario.plan.tiers[message.step.tier].name) \(parts.joined(separator: " "))"
          + (others.isEmpty ? "" : " (+\(others.joined(separator: " ")))")
      }
    }
  }

  /// `A1 2026-03-13..2026-03-20 paused-by-promise`.
  package var quiet: [String] {
    lines { preview in
      preview.silences.map {
        "\(preview.parts[$0.place]) \($0.from)..\($0.to) \($0.reason.text(in: scenario.plan))"
      }
    }
  }

  /// `2026-04-01 silent A1`: the rule, the response or Duly's own flag.
  package var flags: [String] {
    lines { preview in
      preview.flags.map { flag in
        let name =
          switch flag.origin {
          case .escalation(let rule): scenario.plan.escalations[rule].name
          case .response(let kind): kind.rawValue
          case .own(let own): own.rawValue
          }
        return "\(flag.day) \(name)" + (flag.invoice.map { " \($0)" } ?? "")
      }
    }
  }

  /// `A9 no-due-date`, or the reason alone for the whole customer.
  package var skipped: [String] {
    lines { $0.skipped.map { skipped in (skipped.invoice.map { "\($0) " } ?? "") + skipped.reason } }
  }

  /// All messages, in order of customer and day.
  package var planned: [PlannedMessage] { previews.flatMap(\.messages) }

  /// The lines of `simulate --format ndjson`.
  package var ndjson: [String] { json(.lines).split(separator: "\n").map(String.init) }

  /// What `simulate --format json` or `ndjson` writes.
  package func json(_ form: PreviewJSON.Form) -> String {
    let sink = ByteSink()
    var writer = PreviewJSON(scenario, PreviewRows(scenario.plan), as: form) { sink.bytes += $0 }
    let rows = PreviewRows(scenario.plan)
    for preview in previews { writer.add(PreviewPiece(preview, rows, as: form)) }
    writer.finish(summary)
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  private func lines(_ list: (CustomerPreview) -> [String]) -> [String] {
    previews.flatMap { preview in
      list(preview).map { previews.count > 1 ? "\(preview.customer.id) \($0)" : $0 }
    }
  }
}

private final class ByteSink {
  var bytes: [UInt8] = []
}

/// Events of a test that cannot be read.
package struct UnreadableEvents: Error, CustomStringConvertible {
  package let description: String
}

/// The events that a YAML list in the form of the contract writes.
package func events(_ yaml: String, about snapshot: Snapshot, base: Currency) throws -> [ScenarioEvent] {
  let (found, messages) = readEvents(yaml, about: snapshot, base: base)
  guard messages.isEmpty else { throw UnreadableEvents(description: messages.joined(separator: "\n")) }
  return found
}

/// The events of a YAML list, and the words of all mistakes in it.
package func readEvents(
  _ yaml: String, about snapshot: Snapshot, base: Currency
) -> (events: [ScenarioEvent], messages: [String]) {
  var map = SourceMap()
  let bytes = Array(yaml.utf8)
  let (tree, found) = PolicyYAMLReader.read(bytes, file: map.add(path: "events.yaml", bytes: bytes))
  guard let tree else { return ([], found.map(\.message)) }
  var reader = EventReader(snapshot, base: base)
  let (events, mistakes) = reader.read(tree)
  return (events, (found + mistakes).map(\.message))
}

/// Simulates a short policy over accounts.
package func simulate(
  _ policy: String = "", _ accounts: [Account], from: Day, days: Int = 60, events yaml: String = "",
  behaviour: Scenario.Behaviour = .none, ownerIsPresent: Bool = true, writesLetters: Bool = false,
  only: Set<CustomerID>? = nil
) throws -> SimulatedRun {
  let plan = try plan(policy)
  let snapshot = Snapshot(asOf: nil, accounts: accounts)
  return SimulatedRun(
    Scenario(
      plan: plan, snapshot: snapshot, from: from, days: days,
      events: yaml.isEmpty ? [] : try events(yaml, about: snapshot, base: plan.base), behaviour: behaviour,
      ownerIsPresent: ownerIsPresent, writesLetters: writesLetters, only: only))
}

/// Simulates a short policy over one customer with these invoices.
package func simulate(
  _ policy: String = "", invoices: [Receivable], from: Day, days: Int = 60, events yaml: String = "",
  ownerIsPresent: Bool = true
) throws -> SimulatedRun {
  try simulate(
    policy, [account(invoices)], from: from, days: days, events: yaml, ownerIsPresent: ownerIsPresent)
}

/// Simulates the policy of which nothing is said over accounts.
package func simulate(
  _ accounts: [Account], from: Day, days: Int = 60, events yaml: String = "", ownerIsPresent: Bool = true
) throws -> SimulatedRun {
  try simulate("", accounts, from: from, days: days, events: yaml, ownerIsPresent: ownerIsPresent)
}
