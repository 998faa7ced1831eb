import PolicyModel
import PolicySyntax
import Receivables

extension Rule {
  /// What reading a list of assumed events can find.
  package static let scenarioEvent = Rule(
    id: "DN920", name: "scenario-event", severity: .error, title: "an event cannot be read",
    page: """
      An events file is a list; each item says on which day what happens to which customer:

          - { on: 2026-03-13, customer: C1, reply: promise, promised: 2026-03-20, invoice: A1 }
          - { on: 2026-03-21, customer: C1, payment: 1200.00, invoice: A1 }
          - { on: 2026-03-22, customer: C1, bounce: hard }
          - { on: 2026-03-23, customer: C1, release: true }
          - { on: 2026-03-24, customer: C1, issue: { number: A7, amount: 300, due: 2026-04-23 } }

      Replies are `reply`, `promise`, `dispute`, `claims_paid`, `out_of_office`, `request` and `stop`. The customer
      and the invoice have to be in the books; `customer` may be left out where there is only one.
      """,
    triggering: "- { on: 2026-03-13, customer: nobody, reply: promise }",
    passing: "- { on: 2026-03-13, customer: C1, reply: promise, promised: 2026-03-20 }")
}

/// Reads assumed events: the YAML list of an events file or of a policy test.
package struct EventReader {
  private let accounts: [CustomerID: Account]
  private let onlyCustomer: CustomerID?
  private let base: Currency
  private var diagnostics: [Diagnostic] = []
  /// The currency of each invoice that an event issues, by customer and number.
  private var issued: [String: Currency] = [:]

  /// - Parameters:
  ///   - snapshot: The books that the events are about.
  ///   - base: The currency of a payment that names neither an invoice nor a currency.
  package init(_ snapshot: Snapshot, base: Currency) {
    accounts = Dictionary(snapshot.accounts.map { ($0.customer.id, $0) }) { first, _ in first }
    onlyCustomer = snapshot.accounts.count == 1 ? snapshot.accounts.first?.customer.id : nil
    self.base = base
  }

  /// The events in order of day, then of the file; all mistakes at once. Nothing is taken from an item that
  /// cannot be read.
  package mutating func read(_ root: Node) -> (events: [ScenarioEvent], diagnostics: [Diagnostic]) {
    if let scalar = root.scalar, scalar.resolved == .null { return ([], []) }
    guard let items = root.sequence else {
      report(root, "events are a list, and this is \(root.kindInWords)")
      return ([], diagnostics)
    }
    var found: [(place: Int, event: ScenarioEvent)] = []
    // What is issued is read first: an event may name an invoice that a later line issues on an earlier day.
    for isIssue in [true, false] {
      for (place, item) in items.enumerated() where (item["issue"] != nil) == isIssue {
        if let event = event(item) { found.append((place, event)) }
      }
    }
    found.sort { ($0.event.on, $0.place) < ($1.event.on, $1.place) }
    return (found.map(\.event), diagnostics.sorted { $0.span.start < $1.span.start })
  }

  private mutating func report(_ node: Node, _ message: String, _ help: String? = nil) {
    diagnostics.append(
      Diagnostic(.scenarioEvent, message: message, at: node.span, help: help.map { Help($0) }))
  }

  private static let keys = [
    "on", "customer", "invoice", "reply", "promised", "return", "payment", "currency", "bounce", "release",
    "issue",
  ]
  private static let kinds = ["reply", "payment", "bounce", "release", "issue"]

  private mutating func event(_ item: Node) -> ScenarioEvent? {
    guard let entries = item.mapping else {
      report(item, "an event is a mapping such as `{ on: 2026-03-21, customer: C1, payment: 100 }`")
      return nil
    }
    for entry in entries where !EventReader.keys.contains(entry.name) {
      report(entry.key, "`\(entry.name)` is not a key of an event", nearest(entry.name, EventReader.keys))
      return nil
    }
    let given = entries.filter { EventReader.kinds.contains($0.name) }
    guard given.count == 1, let what = given.first else {
      report(item, "an event says one thing: `reply`, `payment`, `bounce`, `release` or `issue`")
      return nil
    }
    guard let on = day(item, "on", isNeeded: true), let account = account(item) else { return nil }
    let invoice = text(item["invoice"])
    if let invoice, let node = item["invoice"], !knows(account, invoice) {
      report(node, "`\(invoice)` is no invoice of `\(account.customer.id)`")
      return nil
    }
    guard let kind = kind(what, item, account, invoice, on) else { return nil }
    return ScenarioEvent(on: on, customer: account.customer.id, invoice: invoice, kind: kind)
  }

  private mutating func kind(
    _ what: Entry, _ item: Node, _ account: Account, _ invoice: String?, _ on: Day
  ) -> ScenarioEvent.Kind? {
    switch what.name {
    case "release":
      guard text(what.value) == "true" else {
        report(what.value, "`release` is `true`, or it is left out")
        return nil
      }
      return .release
    case "bounce":
      let words = ["hard", "soft"]
      guard let word = text(what.value), words.contains(word) else {
        report(what.value, "a bounce is `hard` or `soft`")
        return nil
      }
      return .bounce(isHard: word == "hard")
    case "payment": return payment(what.value, item, account, invoice)
    case "issue": return issue(what.value, account, on)
    default: return reply(what.value, item)
    }
  }

  private mutating func reply(_ node: Node, _ item: Node) -> ScenarioEvent.Kind? {
    let words = ["reply", "promise", "dispute", "claims_paid", "out_of_office", "request", "stop"]
    guard let word = text(node), words.contains(word), let kind = Response.Kind(rawValue: word) else {
      report(
        node, "`\(text(node) ?? node.kindInWords)` is no kind of reply",
        nearest(text(node) ?? "", words)
          ?? "a reply is one of \(words.map { "`\($0)`" }.joined(separator: ", "))")
      return nil
    }
    let promised = day(item, "promised", isNeeded: kind == .promise)
    if kind == .promise && promised == nil { return nil }
    let returns = day(item, "return", isNeeded: false)
    if item["return"] != nil && returns == nil { return nil }
    return .reply(kind, promised: promised, returns: returns)
  }

  private mutating func payment(
    _ node: Node, _ item: Node, _ account: Account, _ invoice: String?
  ) -> ScenarioEvent.Kind? {
    var currency = base
    if let stated = item["currency"] {
      guard let known = Currency(code: text(stated) ?? "") else {
        report(stated, "`\(text(stated) ?? stated.kindInWords)` is no currency of ISO 4217")
        return nil
      }
      currency = known
    }
    if let invoice, let own = currencyOf(account, invoice) {
      if let stated = item["currency"], own != currency {
        report(stated, "the invoice is in \(own), and the payment in \(currency)")
        return nil
      }
      currency = own
    }
    guard let money = amount(node, currency), money.minorUnits > 0 else {
      report(node, "a payment is an amount above zero such as `1200.00`")
      return nil
    }
    return .payment(money)
  }

  private mutating func issue(_ node: Node, _ account: Account, _ on: Day) -> ScenarioEvent.Kind? {
    let keys = ["number", "amount", "due", "currency"]
    for entry in node.mapping ?? [] where !keys.contains(entry.name) {
      report(entry.key, "`\(entry.name)` is not a key of an invoice", nearest(entry.name, keys))
      return nil
    }
    guard let number = text(node["number"]), !number.isEmpty, let due = day(node, "due", isNeeded: true),
      let currency = node["currency"].map({ Currency(code: text($0) ?? "") }) ?? base,
      let money = node["amount"].flatMap({ amount($0, currency) }), money.minorUnits > 0
    else {
      report(node, "an invoice needs `number`, an `amount` above zero and a `due` day")
      return nil
    }
    guard !knows(account, number) else {
      report(node, "invoice `\(number)` is there already")
      return nil
    }
    issued["\(account.customer.id)\n\(number)"] = currency
    return .issue(
      Receivable(
        id: ReceivableID(number: number), issued: on, due: due, amount: money, balance: money,
        isFromBooks: false))
  }

  private mutating func account(_ item: Node) -> Account? {
    guard let node = item["customer"] else {
      if let onlyCustomer { return accounts[onlyCustomer] }
      report(item, "the event does not say which `customer` it is about")
      return nil
    }
    let id = text(node) ?? ""
    guard let account = accounts[CustomerID(id)] else {
      report(node, "`\(id)` is no customer of the books")
      return nil
    }
    return account
  }

  private func knows(_ account: Account, _ invoice: String) -> Bool {
    !account.places(named: invoice).isEmpty || account.setAside.contains { $0.number == invoice }
      || issued["\(account.customer.id)\n\(invoice)"] != nil
  }

  private func currencyOf(_ account: Account, _ invoice: String) -> Currency? {
    account.places(named: invoice).first.map { account.receivables[$0].balance.currency }
      ?? issued["\(account.customer.id)\n\(invoice)"]
  }

  private mutating func day(_ item: Node, _ key: String, isNeeded: Bool) -> Day? {
    guard let node = item[key] else {
      if isNeeded { report(item, "the day `\(key)` is missing") }
      return nil
    }
    guard let day = Day(iso: text(node) ?? "") else {
      report(node, "`\(text(node) ?? node.kindInWords)` is no day written YYYY-MM-DD")
      return nil
    }
    return day
  }

  private func amount(_ node: Node, _ currency: Currency) -> Money? {
    text(node).flatMap { Money($0, currency) }
  }

  private func text(_ node: Node?) -> String? { node?.scalar?.text }

  private func nearest(_ word: String, _ words: [String]) -> String? {
    Nearest.name(to: word, among: words).map { "a key with a similar name exists: `\($0)`" }
  }
}
