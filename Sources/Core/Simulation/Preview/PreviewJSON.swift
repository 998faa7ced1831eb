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
  private var sections = [[UInt8]](repeating: [], count: PreviewPiece.names.count)

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

  /// Adds the rows of one customer; they come in order.
  package mutating func add(_ piece: PreviewPiece) {
    switch form {
    case .lines: output(piece.bytes)
    case .object:
      for (place, section) in piece.sections.enumerated() where !section.isEmpty {
        sections[place] += Array((sections[place].isEmpty ? "\n" : ",\n").utf8)
        sections[place] += piece.bytes[section]
      }
    }
  }

  package mutating func finish(_ summary: PreviewSummary) {
    var last = JSONWriter()
    rows.summary(&last, summary, from: scenario.from)
    let receipts = summary.receipts.map { self.receipts($0) }
    if form == .lines { return output((receipts ?? []) + last.bytes + [10]) }
    var first = JSONWriter()
    first.object { head(&$0) }
    output(Array(first.bytes.dropLast()))
    for (name, section) in zip(PreviewPiece.names, sections) {
      output(Array(",\n\"\(name)\":[".utf8))
      output(section)
      output(Array("]".utf8))
    }
    if let receipts { output(Array(",\n\"receipts\":[".utf8) + receipts + Array("]".utf8)) }
    output(Array(",\n\"summary\":".utf8) + last.bytes + Array("}\n".utf8))
  }

  /// What is likely to come in: lines, or with commas between them.
  private func receipts(_ receipts: ExpectedReceipts) -> [UInt8] {
    var bytes: [UInt8] = []
    rows.receipts(receipts) { row in
      var json = JSONWriter()
      row(&json)
      switch form {
      case .lines: bytes += json.bytes + [10]
      case .object: bytes += Array((bytes.isEmpty ? "\n" : ",\n").utf8) + json.bytes
      }
    }
    return bytes
  }
}
