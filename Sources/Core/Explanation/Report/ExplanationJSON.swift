import PolicySyntax
import Receivables
import Schedule

/// An explanation as one JSON object.
package enum ExplanationJSON {
  /// Ends with a line end.
  package static func render(_ explanation: DayExplanation, policy: String) -> String {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("duly", 1)
      json.member("policy", policy)
      json.member("customer", explanation.customer.text)
      json.member("on", "\(explanation.day)")
      json.member("invoices") { $0.array(of: explanation.parts) { part(&$0, $1) } }
      json.member("nearly") { $0.array(of: explanation.nearly) { coming(&$0, $1) } }
      json.member("steps") { $0.array(of: explanation.steps) { step(&$0, $1) } }
    }
    return json.text + "\n"
  }

  private static func part(_ json: inout JSONWriter, _ part: DayExplanation.Part) {
    json.object { json in
      json.member("invoice", part.invoice)
      json.member("outcome", part.outcome.rawValue)
      json.member("because", part.because)
      json.member("reason", part.reason)
      json.member("source", part.source?.description)
      json.member("next") { json in
        if let next = part.next { coming(&json, next) } else { json.null() }
      }
      json.member("would_change") { $0.array(of: part.wouldChange) { $0.string($1) } }
    }
  }

  private static func coming(_ json: inout JSONWriter, _ coming: DayExplanation.Coming) {
    json.object {
      $0.member("on", "\(coming.day)")
      $0.member("text", coming.text)
      $0.member("source", coming.source?.description)
    }
  }

  private static func step(_ json: inout JSONWriter, _ step: DayExplanation.Step) {
    json.object { json in
      json.member("step", step.number)
      json.member("title", step.title)
      json.member("found") { json in
        json.array(of: step.lines) { json, line in
          json.object { json in
            json.member("text", line.text)
            json.member("decided", line.isDeciding)
            json.member("source", line.source?.description)
            json.member("facts") { json in
              json.object { json in
                for fact in line.facts {
                  json.key(fact.name)
                  json.string(fact.value)
                }
              }
            }
          }
        }
      }
    }
  }
}
