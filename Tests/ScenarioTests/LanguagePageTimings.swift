import Foundation
import TestSupport

/// The table of `docs/language.md` that shows on which day a tier leaves, simulated: a customer and a schedule a row.
struct LanguagePageTimings {
  let rows: [CELPage.Row]

  init(_ page: CELPage) { rows = page.tables(headed: ["write", "leaves on"]) }

  /// A preview that could not be had.
  private struct NoPreview: Error, CustomStringConvertible {
    let description: String
  }

  private struct Preview: Decodable {
    struct Message: Decodable {
      let customer: String
      let tier: String
      let on: String
    }
    let messages: [Message]
  }

  /// The day of each row.
  func days() throws -> [String] {
    let timings = rows.map { $0.cells[0] }
    let numbers = timings.indices
    let customers = numbers.map { "C\($0),Customer \($0),c\($0)@c.example,t\($0)" }
    let invoices = numbers.map { "A\($0),C\($0),2026-03-16,2026-04-02,100.00" }
    let folder = try TemporaryFolder([
      "policy.yaml": Self.policy(timings),
      "books/customers.csv": (["customer_id,name,email,tags"] + customers).joined(separator: "\n") + "\n",
      "books/invoices.csv": (["invoice_number,customer_id,issue_date,due_date,amount"] + invoices).joined(
        separator: "\n") + "\n",
    ])
    let outcome = try BuiltCommand("duly").run(
      "duly simulate policy.yaml --books books --from 2026-03-16 --days 120 --format json --quiet",
      in: folder.url)
    guard outcome.status == 0 else { throw NoPreview(description: outcome.output + outcome.errors) }
    let messages = try JSONDecoder().decode(Preview.self, from: Data(outcome.output.utf8)).messages
    return numbers.map { number in
      messages.first { $0.customer == "C\(number)" && $0.tier == "shown\(number)" }?.on ?? "never"
    }
  }

  /// Whether a policy may say it.
  static func isRead(_ timing: String) throws -> Bool {
    let folder = try TemporaryFolder(["policy.yaml": policy([timing])])
    let outcome = try BuiltCommand("duly").run("duly validate --quiet policy.yaml", in: folder.url)
    return outcome.status == 0
  }

  private static func policy(_ timings: [String]) -> String {
    let segments = timings.indices.map {
      "  - { name: s\($0), when: 'customer.tagged(\"t\($0)\")', schedule: s\($0), tone: plain }"
    }
    let schedules = timings.enumerated().map { number, timing in
      let isEarly = timing.hasSuffix("issued") || timing.hasSuffix("before end of month")
      let first = timing.hasSuffix("previous") ? "    - { tier: first, send: 5 days after due }\n" : ""
      let last = isEarly ? "" : ", approval: owner"
      let level = isEarly ? ", level: 0" : ""
      let close =
        isEarly || timing.contains("before")
        ? "\n    - { tier: last, send: 3 months after due, approval: owner }" : ""
      return "  s\(number):\n\(first)    - { tier: shown\(number), send: \(timing)\(level)\(last) }\(close)"
    }
    return """
      duly: 1
      policy: timings
      business:
        name: Acme Joinery Ltd
        timezone: Europe/London
        currency: GBP
        sender: { name: Priya Shah, email: accounts@acme.example }
        owner: { name: Tom Reed, email: tom@acme.example }
      calendar: { holidays: [gb-eng] }
      segments:
      \(segments.joined(separator: "\n"))
        - { name: everyone, schedule: s0, tone: plain }
      schedules:
      \(schedules.joined(separator: "\n"))
      tones:
        plain: { default: { subject: a, body: "{{ invoice_table }}" } }

      """
  }
}
