import PolicySyntax
import Receivables
import Schedule

/// The results of tests as one JSON object.
package enum PolicyTestJSON {
  /// Ends with a line end.
  package static func render(_ files: [TestedFile], _ findings: [PolicyFindings]) -> String {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("duly", 1)
      json.member("tests", files.reduce(0) { $0 + $1.results.count })
      json.member("failed", files.reduce(0) { $0 + $1.failed })
      json.member("files") { $0.array(of: files) { file(&$0, $1) } }
      if !findings.isEmpty {
        json.member("policies") { $0.array(of: findings) { policy(&$0, $1) } }
      }
    }
    return json.text + "\n"
  }

  private static func file(_ json: inout JSONWriter, _ tested: TestedFile) {
    json.object { json in
      json.member("path", tested.path)
      json.member("policy", tested.plan.policy)
      json.member("tests") { json in
        json.array(of: tested.results) { json, result in
          json.object { json in
            json.member("name", result.test.name)
            json.member("line", tested.line(result.test.node.span))
            json.member("passed", result.isPassed)
            json.member("timeline") { $0.array(of: result.rows) { row(&$0, $1, tested) } }
          }
        }
      }
    }
  }

  private static func row(_ json: inout JSONWriter, _ row: TestRow, _ tested: TestedFile) {
    json.object { json in
      json.member("kind", row.kind.rawValue)
      json.member("on", row.day.map { "\($0)" })
      json.member("expected", row.expected)
      json.member("actual", row.actual)
      if let span = row.span { json.member("line", tested.line(span)) }
      json.member("reasons") { json in
        json.array(of: row.reasons) { json, reason in
          json.object {
            $0.member("text", reason.text)
            $0.member("source", reason.source?.description)
          }
        }
      }
    }
  }

  private static func policy(_ json: inout JSONWriter, _ findings: PolicyFindings) {
    json.object { json in
      json.member("path", findings.policy)
      if let coverage = findings.coverage {
        json.member("coverage") { json in
          json.array(of: coverage.parts) { json, part in
            json.object {
              $0.member("kind", part.kind.rawValue)
              $0.member("name", part.name)
              $0.member("source", part.source.description)
              $0.member("reached", part.isReached)
            }
          }
        }
      }
      if let mutations = findings.mutations {
        json.member("mutations") { json in
          json.object { json in
            json.member("found", mutations.found)
            json.member("tried", mutations.tried)
            json.member("valid", mutations.valid)
            json.member("unnoticed") { json in
              json.array(of: mutations.unnoticed) { json, change in
                json.object {
                  $0.member("place", change.place)
                  $0.member("column", change.column)
                  $0.member("old", change.old)
                  $0.member("new", change.new)
                }
              }
            }
          }
        }
      }
    }
  }
}
