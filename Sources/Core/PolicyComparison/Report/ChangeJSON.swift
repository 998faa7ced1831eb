import PolicySyntax
import Receivables

/// A comparison of two policies as one JSON object, all customers in it.
package enum ChangeJSON {
  /// Ends with a line end.
  package static func render(_ report: ChangeReport) -> String {
    var json = JSONWriter(layout: .indented)
    let counts = report.counts
    json.object { json in
      json.member("duly", 1)
      json.member("old", report.paths.old)
      json.member("new", report.paths.new)
      json.member("from", "\(report.old.from)")
      json.member("days", report.old.days)
      beginning(&json, report.beginning)
      sameness(&json, report.sameness)
      json.member("summary") { json in
        json.object { json in
          json.member("customers", counts.customers)
          json.member("changed", counts.changed)
          json.member("mid_ladder", counts.midLadder)
          json.member("messages") { pair(&$0, counts.oldMessages, counts.newMessages) }
          json.member("flags") { pair(&$0, counts.oldFlags, counts.newFlags) }
          json.member("by_change") { json in
            json.object { json in
              for (kind, count) in counts.kinds {
                json.key(kind.rawValue)
                json.integer(count)
              }
            }
          }
        }
      }
      json.member("customers") { $0.array(of: report.changes) { customer(&$0, $1) } }
    }
    return json.text + "\n"
  }

  private static func sameness(_ json: inout JSONWriter, _ sameness: Sameness) {
    switch sameness {
    case .same(let proof):
      json.member("same", true)
      json.member("proved", proof.isNeeded)
      json.member("renamed") { $0.array(of: proof.renamed) { $0.string($1) } }
    case .other(let difference):
      json.member("same", false)
      json.member("difference", difference)
    }
  }

  private static func beginning(_ json: inout JSONWriter, _ beginning: ChangeReport.Beginning) {
    switch beginning {
    case .emptyHistory:
      json.member("begins", "empty")
      json.member("history_days", 0)
    case .days(let days):
      json.member("begins", "history")
      json.member("history_days", days)
    case .journal:
      json.member("begins", "journal")
      json.member("history_days", 0)
    }
  }

  private static func pair(_ json: inout JSONWriter, _ old: Int, _ new: Int) {
    json.object {
      $0.member("old", old)
      $0.member("new", new)
    }
  }

  private static func customer(_ json: inout JSONWriter, _ change: CustomerChange) {
    json.object { json in
      json.member("customer", change.customer.id.text)
      json.member("name", change.customer.name)
      json.member("open") { json in
        json.array(of: change.balances) { json, money in
          json.object {
            $0.member("amount", money.amountText)
            $0.member("currency", money.currency.code)
          }
        }
      }
      json.member("changes") { $0.array(of: change.kinds) { $0.string($1.rawValue) } }
      json.member("stands_at") { json in
        json.array(of: change.standings) { json, standing in
          json.object {
            $0.member("invoice", standing.invoice)
            $0.member("tier", standing.tier)
            $0.member("on", "\(standing.day)")
          }
        }
      }
      json.member("tiers") { json in
        json.array(of: change.lines) { json, line in
          json.object { json in
            json.member("invoice", line.invoice)
            json.member("old") { touch(&$0, line.old) }
            json.member("new") { touch(&$0, line.new) }
            json.member("changes") { $0.array(of: line.kinds) { $0.string($1.rawValue) } }
          }
        }
      }
      json.member("flags") { json in
        json.array(of: change.flags) { json, flag in
          json.object {
            $0.member("on", "\(flag.day)")
            $0.member("name", flag.name)
            $0.member("invoice", flag.invoice)
            $0.member("is_new", flag.isNew)
            $0.member("source", flag.source.description)
          }
        }
      }
    }
  }

  private static func touch(_ json: inout JSONWriter, _ touch: CustomerChange.Touch?) {
    guard let touch else {
      json.null()
      return
    }
    json.object {
      $0.member("on", "\(touch.day)")
      $0.member("tier", touch.tier)
      $0.member("tone", touch.tone)
      $0.member("level", touch.level)
      $0.member("to", touch.address)
      $0.member("source", touch.source.description)
    }
  }
}
