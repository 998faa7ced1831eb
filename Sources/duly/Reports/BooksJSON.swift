import Books
import Insight
import PolicySyntax
import Receivables

/// What `duly books check --format json` prints: one object; money is text with its currency.
struct BooksJSON {
  private let report: BooksReport

  /// The report as one object, in UTF-8.
  static func render(_ report: BooksReport) -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    let writer = BooksJSON(report: report)
    json.object { json in
      writer.head(&json)
      writer.trouble(&json)
      writer.sums(&json)
      writer.lists(&json)
      writer.summary(&json)
    }
    return json.bytes + [10]
  }

  private func head(_ json: inout JSONWriter) {
    json.member("duly", 1)
    json.member("books", report.folder)
    json.member("as_of", report.survey.snapshot.asOf)
    json.member("on", "\(report.figures.day)")
    json.member("policy", report.policy)
    json.member("base_currency", report.survey.baseCurrency.code)
    json.member("files") { json in
      json.array(of: report.survey.files) { json, file in
        json.object {
          $0.member("file", file.name)
          $0.key("rows")
          if let rows = file.rows { $0.integer(rows) } else { $0.null() }
        }
      }
    }
    json.member("invoices") { json in
      json.object {
        for count in report.survey.statuses {
          $0.key(count.status)
          $0.integer(count.rows)
        }
      }
    }
  }

  private func trouble(_ json: inout JSONWriter) {
    json.member("problems") { json in
      json.array(of: report.survey.snapshot.problems) { json, problem in
        json.object {
          $0.member("file", problem.file)
          $0.member("line", problem.line)
          $0.member("column", problem.column)
          $0.member("message", problem.message)
        }
      }
    }
    json.member("customers_left_out") { list(&$0, report.figures.leftOut, amount: "open") }
    json.member("invoices_left_out") { json in
      json.array(of: report.figures.setAside) { json, entry in
        json.object {
          $0.member("customer", entry.customer.id.text)
          $0.member("invoice", entry.invoice.number)
          $0.member("reason", entry.invoice.reason.rawValue)
        }
      }
    }
    json.member("warnings") { json in
      json.array(of: report.warnings) { json, warning in
        json.object {
          $0.member("warning", warning.name)
          $0.member("message", warning.message)
        }
      }
    }
  }

  private func sums(_ json: inout JSONWriter) {
    json.member("ageing") { json in
      json.array(of: report.figures.currencies) { json, part in
        json.object { json in
          json.member("currency", part.currency.code)
          for bucket in AgeingBucket.allCases { tally(&json, bucket.key, part[bucket], part) }
          tally(&json, "open", part.open, part)
          tally(&json, "past_due", part.pastDue, part)
          tally(&json, "disputed", part.disputed, part)
          tally(&json, "instalments", part.instalments, part)
          tally(&json, "instalments_past_due", part.instalmentsPastDue, part)
          tally(&json, "not_issued_yet", part.notIssuedYet, part)
          tally(&json, "unallocated", part.unallocated, part)
          json.member("net") { money(&$0, part.net) }
        }
      }
    }
  }

  private func lists(_ json: inout JSONWriter) {
    json.member("oldest") { json in
      json.array(of: report.figures.oldest) { json, item in
        json.object {
          $0.member("invoice", "\(item.id)")
          $0.member("customer", item.customer.id.text)
          $0.member("name", item.customer.name)
          $0.member("due", "\(item.due)")
          $0.member("days_past_due", max(0, report.figures.day - item.due))
          $0.member("balance") { money(&$0, item.balance) }
          $0.member("disputed", item.isDisputed)
        }
      }
    }
    json.member("without_address") { list(&$0, report.figures.withoutAddress, amount: "open") }
    json.member("shared_addresses") { json in
      json.array(of: report.figures.sharedAddresses) { json, address in
        json.object {
          $0.member("email", address.email)
          $0.member("customers") { $0.array(of: address.customers) { $0.string($1.id.text) } }
        }
      }
    }
    json.member("unallocated") { list(&$0, report.figures.unallocated, amount: "amount") }
    json.member("instalments") { json in
      json.array(of: report.figures.instalmentPlans) { json, plan in
        json.object {
          $0.member("invoice", plan.number)
          $0.member("customer", plan.customer.id.text)
          $0.member("name", plan.customer.name)
          $0.member("parts", plan.parts)
          $0.member("open_parts", plan.openParts)
          $0.member("earliest_due", "\(plan.earliestDue)")
          $0.member("open") { money(&$0, plan.open) }
          $0.member("past_due") { money(&$0, plan.pastDue) }
        }
      }
    }
  }

  private func summary(_ json: inout JSONWriter) {
    json.member("summary") { json in
      json.object {
        $0.member("customers", report.survey.snapshot.accounts.count)
        $0.member("open_items", report.openItems)
        $0.member("errors", report.errors)
        $0.member("warnings", report.warnings.count)
      }
    }
  }

  private func list(_ json: inout JSONWriter, _ entries: [CustomerMoney], amount: StaticString) {
    json.array(of: entries) { json, entry in
      json.object { json in
        json.member("customer", entry.customer.id.text)
        json.member("name", entry.customer.name)
        json.member(amount) { json in
          if let money = entry.money { self.money(&json, money) } else { json.null() }
        }
      }
    }
  }

  private func tally(_ json: inout JSONWriter, _ key: StaticString, _ tally: Tally, _ part: CurrencyFigures) {
    json.member(key) { json in
      json.object {
        $0.member("count", tally.count)
        $0.member("amount", part.money(tally).amountText)
        $0.member("currency", part.currency.code)
      }
    }
  }

  private func money(_ json: inout JSONWriter, _ money: Money) {
    json.object {
      $0.member("amount", money.amountText)
      $0.member("currency", money.currency.code)
    }
  }
}

extension AgeingBucket {
  /// The key in JSON.
  fileprivate var key: StaticString {
    switch self {
    case .current: "current"
    case .days1To30: "days_1_to_30"
    case .days31To60: "days_31_to_60"
    case .days61To90: "days_61_to_90"
    case .over90: "over_90_days"
    }
  }
}
