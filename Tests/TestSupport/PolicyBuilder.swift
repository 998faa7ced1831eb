import PolicyModel
import PolicySyntax
import PolicyYAML
import Schedule

/// A policy of a test that cannot be used, with what stands in its way.
package struct UnusablePolicy: Error, CustomStringConvertible {
  package let description: String
}

/// The plan of a policy whose other sections are filled in (`completed`).
///
/// - Throws: `UnusablePolicy` with the findings, where there is an error.
package func plan(_ yaml: String) throws -> Plan {
  try wholePlan(completed(yaml))
}

/// The plan of a policy that is written in full.
package func wholePlan(_ text: String) throws -> Plan {
  let loaded = SourceLoader.load(bytes: Array(text.utf8), path: "policy.yaml")
  guard let main = loaded.documents.first, main.file == loaded.main else {
    throw UnusablePolicy(description: TextReport(loaded.map).render(loaded.diagnostics))
  }
  let calendars = PolicySources.calendarNames(in: [main.node])
  let (policy, findings) = PolicyReader.read(
    PolicySources(
      map: loaded.map, main: main.node, mainFile: main.file,
      calendars: calendars.reduce(into: [:]) { $0[$1] = ShippedCalendars.calendar(named: $1) },
      charges: shippedCharges(), yamlFindings: loaded.diagnostics))
  guard let policy else {
    let errors = findings.filter { $0.severity == .error }
    throw UnusablePolicy(description: "\(TextReport(loaded.map).render(errors))\n\(text)")
  }
  return PlanCompiler.compile(policy, loaded.map)
}

/// The tables for charges that come with Duly, and files of a test beside the policy, by their names.
package func shippedCharges(files: [String: Node] = [:]) -> ChargeSources {
  ChargeSources(
    rates: ShippedRates.names.reduce(into: [:]) { $0[$1] = ShippedRates.table(named: $1) },
    compensations: ShippedRates.compensationNames.reduce(into: [:]) {
      $0[$1] = ShippedRates.compensation(named: $1)
    }, files: files, rateNames: ShippedRates.names, compensationNames: ShippedRates.compensationNames)
}

/// A policy with the sections that it leaves out: days of Monday to Friday, one segment on the schedule
/// `standard` in the tone `plain`, a schedule of three tiers, 5, 14 and 30 days after due, and a rule that no
/// customer of a test fires, so that every schedule may end without approval.
package func completed(_ yaml: String) -> String {
  let given = Set(
    yaml.split(separator: "\n").compactMap { line -> Substring? in
      guard let first = line.first, first.isLetter else { return nil }
      return line.prefix { $0 != ":" }
    })
  let missing = defaults.filter { !given.contains($0.key) }.map(\.text)
  return (missing + [yaml]).joined(separator: "\n") + "\n"
}

private let defaults: [(key: Substring, text: String)] = [
  ("duly", "duly: 1"),
  ("policy", "policy: test"),
  (
    "business",
    """
    business:
      name: Acme Joinery Ltd
      timezone: Europe/London
      currency: GBP
      language: en
      sender: { name: Priya Shah, email: accounts@acme.example }
      owner: { name: Tom Reed, email: tom@acme.example }
    """
  ),
  ("segments", "segments:\n  - { name: everyone, schedule: standard, tone: plain }"),
  (
    "schedules",
    """
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due }
        - { tier: final, send: 30 days after due }
    """
  ),
  (
    "escalations",
    """
    escalations:
      - { name: somebody-looks, when: customer.tagged("of-no-test"), do: [flag] }
    """
  ),
  ("tones", "tones:\n" + ["friendly", "plain", "firm"].map(toneText).joined(separator: "\n")),
]

private func toneText(_ name: String) -> String {
  """
    \(name):
      default:
        subject: "Your account with us"
        body: |
          Hello,

          {{ money(total_due) }} is open.
          {{ invoice_table }}
          {{ sender.name }}
  """
}
