import CEL
import PolicySyntax
import Proofs

/// Writes a witness for people: the facts that conditions read, as `{customer: {overdue: 999.99 GBP, tags: []}}`.
package enum WitnessText {
  /// The two notes about facts that show something.
  ///
  /// - Parameter replayed: What the interpreter confirms: `all 4 conditions are false for it`.
  static func notes(_ witness: Witness, replayed: String) -> [String] {
    ["witness: \(text(witness))", "replayed: the interpreter confirms that \(replayed)"]
  }

  /// The facts one by one.
  static func facts(_ witness: Witness) -> [Diagnostic.Fact] {
    witness.readings.map { Diagnostic.Fact(name: $0.name, value: text($0.value)) }
  }

  /// All facts of the witness, by what they are about.
  package static func text(_ witness: Witness) -> String {
    var groups: [(name: String, fields: [String])] = []
    for reading in witness.readings {
      let parts = reading.name.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        groups.append((reading.name, [text(reading.value)]))
        continue
      }
      let field = "\(parts[1]): \(text(reading.value))"
      if let place = groups.firstIndex(where: { $0.name == parts[0] }) {
        groups[place].fields.append(field)
      } else {
        groups.append((parts[0], [field]))
      }
    }
    return "{"
      + groups.map {
        "\($0.name): \($0.name == "today" ? $0.fields[0] : "{\($0.fields.joined(separator: ", "))}")"
      }
      .joined(separator: ", ") + "}"
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .int(let int): "\(int)"
    case .double(let double): "\(double)"
    case .string(let text): "\"\(text.escaped)\""
    case .date(let day): CivilDay.text(day)
    case .money(let money): "\(money)"
    case .list(let elements): "[\(elements.map(text).joined(separator: ", "))]"
    case .map(let map):
      "{\(map.entries.map { "\(text($0.key)): \(text($0.value))" }.joined(separator: ", "))}"
    default: "\(value)"
    }
  }
}

extension String {
  /// With the signs that would end a quoted text escaped.
  fileprivate var escaped: String {
    split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
  }
}
