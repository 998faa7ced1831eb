import PolicySyntax
import Schedule

/// A preview as one JSON object, or as one object a line (NDJSON).
///
/// Rows are encoded as the customers come; the object keeps them as bytes until its end, the lines leave at
/// once. Source: contract, "`simulate --format json`".
package struct PreviewJSON {
  /// One object, or one a line.
  package enum Form: Sendable { case object, lines }

  private let scenario: Scenario
  private let rows: PreviewRows
  private let form: Form
  private let output: ([UInt8]) -> Void
  private var messages: [UInt8] = []
  private var flags: [UInt8] = []
  private var silences: [UInt8] = []
  private var skipped: [UInt8] = []

  /// - Parameter output: Takes bytes in order; called often.
  package init(
    _ scenario: Scenario, _ rows: PreviewRows, as form: Form, to output: @escaping ([UInt8]) -> Void
  ) {
    self.scenario = scenario
    self.rows = rows
    self.form = form
    self.output = output
    if form == .lines {
      var json = JSONWriter()
      json.object { json in
        json.member("kind", "simulation")
        head(&json)
      }
      output(json.bytes + [10])
    }
  }

  private func head(_ json: inout JSONWriter) {
    json.member("duly", 1)
    json.member("policy", scenario.plan.policy)
    json.member("from", "\(scenario.from)")
    json.member("days", scenario.days)
    json.member("as_of", scenario.snapshot.asOf ?? "\(scenario.from)")
    json.member("history", "empty")
    json.member("behaviour", scenario.behaviour.rawValue)
    json.member("owner", scenario.ownerIsPresent ? "present" : "absent")
  }

  package mutating func add(_ preview: CustomerPreview) {
    let rows = rows
    append(preview.messages, \.messages) { rows.message(&$0, $1, preview) }
    append(preview.flags, \.flags) { rows.flag(&$0, $1, preview) }
    append(preview.silences, \.silences) { rows.silence(&$0, $1, preview) }
    append(preview.skipped, \.skipped) { rows.skipped(&$0, $1, preview) }
  }

  private mutating func append<Row>(
    _ list: [Row], _ section: WritableKeyPath<PreviewJSON, [UInt8]>, _ write: (inout JSONWriter, Row) -> Void
  ) {
    for row in list {
      var json = JSONWriter(capacity: 768)
      write(&json, row)
      switch form {
      case .lines:
        json.endLine()
        output(json.bytes)
      case .object:
        self[keyPath: section] += Array((self[keyPath: section].isEmpty ? "\n" : ",\n").utf8)
        self[keyPath: section] += json.bytes
      }
    }
  }

  package mutating func finish(_ summary: PreviewSummary) {
    var last = JSONWriter()
    rows.summary(&last, summary, from: scenario.from)
    if form == .lines { return output(last.bytes + [10]) }
    var first = JSONWriter()
    first.object { head(&$0) }
    output(Array(first.bytes.dropLast()))
    for (name, section) in [
      ("messages", messages), ("flags", flags), ("silences", silences), ("skipped", skipped),
    ] {
      output(Array(",\n\"\(name)\":[".utf8))
      output(section)
      output(Array("]".utf8))
    }
    output(Array(",\n\"summary\":".utf8) + last.bytes + Array("}\n".utf8))
  }
}
