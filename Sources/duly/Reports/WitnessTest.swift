import PolicySyntax
import Receivables

/// Writes what findings show as tests of a policy: section 8 of the language.
///
/// A test has a customer's books and not facts, so the invoices are made that come to the facts: one that is overdue, one
/// that is not, and settled ones. `expect` is left empty: what is right there is the owner's to say, and
/// `duly test --record` fills in what happens.
enum WitnessTest {
  /// One file; its name and the policy's lie side by side.
  static func render(_ findings: [Diagnostic], policy path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "policy: ./\(name)\ntests:\n" + findings.map { test($0) }.joined()
  }

  private static func test(_ finding: Diagnostic) -> String {
    let facts = Facts(finding.facts)
    var text = "  # \(finding.rule.name): \(finding.message)\n"
    text += "  - name: \(quoted(title(finding)))\n    from: \(facts.today)\n    days: 60\n"
    text += "    customer: { \(facts.customer.map { "\($0.name): \($0.value)" }.joined(separator: ", ")) }\n"
    let invoices = facts.invoices
    text += invoices.isEmpty ? "    invoices: []\n" : "    invoices:\n"
    for invoice in invoices { text += "      - { \(invoice) }\n" }
    for note in facts.left { text += "    # not said by these books: \(note)\n" }
    return text + "    expect: []\n"
  }

  private static func title(_ finding: Diagnostic) -> String {
    finding.message.split(separator: "`", omittingEmptySubsequences: false).joined()
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\""))\""
  }
}

/// The facts of one finding, made into books.
private struct Facts {
  private let values: [String: String]
  private let names: [String]
  private let day: Day

  init(_ facts: [Diagnostic.Fact]) {
    values = Dictionary(facts.map { ($0.name, $0.value) }) { first, _ in first }
    names = facts.map(\.name)
    day = facts.first { $0.name == "today" }.flatMap { Day(iso: $0.value) } ?? Day(number: 20_514)
  }

  var today: String { "\(day)" }

  /// The customer's own columns.
  var customer: [(name: String, value: String)] {
    let own = [
      "name", "first_name", "email", "phone", "country", "language", "tags", "kind", "since", "revenue_12m",
      "credit", "fields",
    ]
    var all: [(String, String)] = [("id", "C1")]
    for name in own {
      guard let value = values["customer.\(name)"], value != "null" else { continue }
      all.append((name == "first_name" ? "contact" : name, amount(value) ?? value))
    }
    if values["customer.name"] == nil { all.insert(("name", "Witness Ltd"), at: 1) }
    if values["customer.email"] == nil { all.append(("email", "accounts@witness.example")) }
    return all
  }

  /// `999.99` of `999.99 GBP`; nil for what is no amount.
  private func amount(_ value: String) -> String? {
    let parts = value.split(separator: " ")
    return parts.count == 2 && parts[1].utf8.count == 3 && parts[0].first != "\"" ? String(parts[0]) : nil
  }

  private func amount(of name: String) -> String? { values[name].flatMap { amount($0) } }

  /// The invoices that come to the facts, as far as books can.
  var invoices: [String] {
    var all: [String] = []
    if let balance = amount(of: "invoice.balance") ?? (readsInvoice ? "100" : nil) {
      let days = values["invoice.days_overdue"].flatMap { Int($0) } ?? 1
      let due = values["invoice.due"].flatMap { Day(iso: $0) } ?? day - days
      let issued = values["invoice.issued"].flatMap { Day(iso: $0) } ?? min(due - 30, day - 1)
      var fields = [
        "number: A1", "amount: \(amount(of: "invoice.amount") ?? balance)", "issued: \(issued)",
        "due: \(due)",
      ]
      if amount(of: "invoice.amount") != nil { fields.append("balance: \(balance)") }
      if values["invoice.disputed"] == "true" { fields.append("disputed: true") }
      if let collection = values["invoice.collection"] { fields.append("collection: \(collection)") }
      all.append(fields.joined(separator: ", "))
    } else {
      let overdue = amount(of: "customer.overdue") ?? "100"
      if overdue != "0" {
        all.append("number: A1, amount: \(overdue), issued: \(day - 40), due: \(day - 10)")
      }
      if overdue == "0" || names.contains("customer.balance") {
        let rest = amount(of: "customer.balance") ?? "100"
        let more = overdue == "0" ? rest : Facts.difference(rest, overdue)
        if more != "0" { all.append("number: A2, amount: \(more), issued: \(day - 10), due: \(day + 20)") }
      }
    }
    let paid =
      values["customer.invoices_paid"].flatMap { Int($0) }
      ?? (values["customer.average_days_late"].map { $0 == "null" ? 0 : 1 } ?? 0)
    let late = values["customer.average_days_late"].flatMap { Double($0) }.map { Int($0.rounded(.up)) } ?? 0
    for number in 0..<min(paid, 20) {
      let due = day - late - 60 - 30 * number
      all.append("number: P\(number + 1), amount: 100, issued: \(due - 30), due: \(due), paid: \(due + late)")
    }
    return all
  }

  /// The first amount less the second, as digits with a point.
  private static func difference(_ left: String, _ right: String) -> String {
    func parts(_ text: String) -> (whole: Substring, decimals: Substring) {
      let parts = text.split(separator: ".", maxSplits: 1)
      return (parts.first ?? "0", parts.count > 1 ? parts[1] : "")
    }
    let scale = max(parts(left).decimals.count, parts(right).decimals.count)
    func units(_ text: String) -> Int {
      let (whole, decimals) = parts(text)
      return Int(whole + decimals + String(repeating: "0", count: scale - decimals.count)) ?? 0
    }
    let digits = String(max(0, units(left) - units(right)))
    guard scale > 0, digits != "0" else { return digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return "\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }

  private var readsInvoice: Bool { names.contains { $0.hasPrefix("invoice.") } }

  /// What books cannot say: messages of earlier days, and counts that no invoice here makes.
  var left: [String] {
    names.filter { name in
      name.hasPrefix("history.")
        ? values[name] != "0" && values[name] != "null"
        : name == "customer.broken_promises" && values[name] != "0"
    }.map { "\($0) is \(values[$0] ?? "")" }
  }
}
