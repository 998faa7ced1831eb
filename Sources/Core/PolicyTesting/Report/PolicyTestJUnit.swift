import PolicySyntax
import Receivables
import Schedule

/// The results of tests in the XML that CI servers read: a suite for each file, a case for each test.
package enum PolicyTestJUnit {
  package static func render(_ files: [TestedFile]) -> String {
    let tests = files.reduce(0) { $0 + $1.results.count }
    let failed = files.reduce(0) { $0 + $1.failed }
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out += "<testsuites name=\"duly test\" tests=\"\(tests)\" failures=\"\(failed)\" errors=\"0\">\n"
    for file in files {
      out += "  <testsuite name=\"\(escaped(file.path))\" tests=\"\(file.results.count)\""
      out += " failures=\"\(file.failed)\" errors=\"0\" skipped=\"0\">\n"
      for result in file.results { out += testCase(result, file) }
      out += "  </testsuite>\n"
    }
    return out + "</testsuites>\n"
  }

  private static func testCase(_ result: PolicyTestResult, _ tested: TestedFile) -> String {
    let line = tested.line(result.test.node.span)
    var out =
      "    <testcase name=\"\(escaped(result.test.name))\" classname=\"\(escaped(tested.plan.policy))\""
    out += " file=\"\(escaped(tested.path))\" line=\"\(line)\""
    let failures = result.rows.filter(\.kind.isFailure)
    if failures.isEmpty { return out + "/>\n" }
    let count = failures.count == 1 ? "one difference" : "\(failures.count) differences"
    out += ">\n      <failure message=\"\(count)\" type=\"\(failures[0].kind.rawValue)\">"
    out += escaped(failures.map(words).joined(separator: "\n"), inAttribute: false)
    return out + "</failure>\n    </testcase>\n"
  }

  private static func words(_ row: TestRow) -> String {
    let day = row.day.map { "\($0)" } ?? "any day"
    var out =
      "\(day): \(row.kind.rawValue): expected \(row.expected ?? "nothing"), came \(row.actual ?? "nothing")"
    for reason in row.reasons {
      out += "\n  \(reason.text)\(reason.source.map { " (\($0))" } ?? "")"
    }
    return out
  }

  /// Characters that XML 1.0 cannot hold at all become U+FFFD.
  private static func escaped(_ text: String, inAttribute: Bool = true) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      // An attribute would have a blank in their place.
      case "\n": out += inAttribute ? "&#10;" : "\n"
      case "\t": out += "&#9;"
      default:
        let isHeld = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        out.unicodeScalars.append(isHeld ? scalar : "\u{FFFD}")
      }
    }
    return out
  }
}
