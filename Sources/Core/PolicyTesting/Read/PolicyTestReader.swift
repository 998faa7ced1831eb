import PolicySyntax
import Receivables
import Schedule
import Simulation

/// Reads a file of policy tests: tree → tests, with all mistakes at once.
package struct PolicyTestReader {
  let plan: Plan
  var diagnostics: [Diagnostic] = []

  /// - Parameter plan: That of the policy which the file names: its names are those that a test may use.
  package init(_ plan: Plan) { self.plan = plan }

  /// The path of the policy as the file writes it, relative to the file's folder; nil with a finding where there is none.
  package static func policyPath(in root: Node) -> (path: String?, diagnostics: [Diagnostic]) {
    if let scalar = root["policy"]?.scalar, !scalar.text.isEmpty { return (scalar.text, []) }
    let message =
      root.mapping == nil
      ? "a file of tests is a mapping with `policy` and `tests`, and this is \(root.kindInWords)"
      : "the file does not say which `policy` it tests"
    return (
      nil,
      [
        Diagnostic(
          .policyTest, message: message, at: root.mapping?.first?.key.span ?? root.span,
          help: Help("add a line such as `policy: ./acme-joinery.yaml`"))
      ]
    )
  }

  /// The tests in order of the file. A test with a mistake is left out.
  package mutating func read(_ root: Node) -> (tests: [PolicyTest], diagnostics: [Diagnostic]) {
    checkKeys(root, ["policy", "tests"], "a file of tests")
    var tests: [PolicyTest] = []
    guard let items = root["tests"]?.sequence, !items.isEmpty else {
      report(
        root["tests"] ?? root.mapping?.first?.key ?? root, "`tests` is a list of tests, and there is none")
      return ([], diagnostics)
    }
    for item in items {
      let before = diagnostics.count
      guard let test = test(item) else { continue }
      if let other = tests.first(where: { $0.name == test.name }), let name = item["name"] {
        diagnostics.append(
          Diagnostic(
            .policyTest, message: "another test is called `\(test.name)` too", at: name.span,
            labels: [Label(span: other.node["name"]?.span ?? other.node.span, text: "the other")]))
      }
      if diagnostics.count == before { tests.append(test) }
    }
    return (tests, diagnostics.sorted { $0.span.start < $1.span.start })
  }

  private static let testKeys = [
    "name", "note", "from", "days", "owner", "customer", "customers", "invoices", "events", "expect",
    "expect_some", "never", "flags", "silences",
  ]

  private mutating func test(_ item: Node) -> PolicyTest? {
    guard item.mapping != nil else {
      report(item, "a test is a mapping with a `name`, and this is \(item.kindInWords)")
      return nil
    }
    checkKeys(item, PolicyTestReader.testKeys, "a test")
    guard let name = text(item["name"]), !name.isEmpty else {
      report(item.mapping?.first?.key ?? item, "the test has no `name`")
      return nil
    }
    guard let from = neededDay(item, "from", of: "the test") else { return nil }
    let days = wholeNumber(item["days"], 1...3660, "days") ?? 60
    let owner = word(item["owner"], ["present", "absent"], "owner") ?? "present"
    let snapshot = snapshot(item, from)
    var events: [ScenarioEvent] = []
    if let node = item["events"] {
      var reader = EventReader(snapshot, base: plan.base)
      let (found, mistakes) = reader.read(node)
      events = found
      diagnostics += mistakes
    }
    var expectations = ExpectationScope(snapshot, events)
    expectations.end = from + (days - 1)
    return PolicyTest(
      name: name, node: item, from: from, days: days, ownerIsPresent: owner == "present", snapshot: snapshot,
      events: events, expect: item["expect"].map { messages($0, expectations, mayBeEmpty: true) },
      expectSome: item["expect_some"].map { messages($0, expectations) } ?? [],
      never: item["never"].map { messages($0, expectations) } ?? [],
      flags: item["flags"].map { flags($0, expectations) },
      silences: item["silences"].map { silences($0, expectations) } ?? [])
  }
}

/// What the expectations of one test may name.
struct ExpectationScope {
  /// The numbers and parts of each customer.
  let invoices: [CustomerID: Set<String>]
  let isAlone: Bool
  var end = Day(number: 0)

  init(_ snapshot: Snapshot, _ events: [ScenarioEvent]) {
    var invoices: [CustomerID: Set<String>] = [:]
    for account in snapshot.accounts {
      invoices[account.customer.id] = Set(
        account.receivables.flatMap { ["\($0.id)", $0.id.number] })
    }
    for event in events {
      if case .issue(let part) = event.kind { invoices[event.customer]?.insert("\(part.id)") }
    }
    self.invoices = invoices
    isAlone = snapshot.accounts.count == 1
  }

  var all: Set<String> { invoices.values.reduce(into: []) { $0.formUnion($1) } }
}

// Small values, each with what is wrong with it.
extension PolicyTestReader {
  mutating func report(_ node: Node, _ message: String, help: String? = nil) {
    diagnostics.append(
      Diagnostic(.policyTest, message: message, at: node.span, help: help.map { Help($0) }))
  }

  mutating func checkKeys(_ node: Node, _ keys: [String], _ what: String) {
    for entry in node.mapping ?? [] where !keys.contains(entry.name) {
      report(
        entry.key, "`\(entry.name)` is no key of \(what)",
        help: Nearest.name(to: entry.name, among: keys).map { "a key with a similar name exists: `\($0)`" })
    }
  }

  func text(_ node: Node?) -> String? {
    guard let scalar = node?.scalar, scalar.resolved != .null else { return nil }
    return scalar.text
  }

  mutating func day(_ node: Node?) -> Day? {
    guard let node else { return nil }
    if let day = Day(iso: text(node) ?? "") { return day }
    report(node, "`\(text(node) ?? node.kindInWords)` is no day written YYYY-MM-DD")
    return nil
  }

  mutating func neededDay(_ node: Node, _ key: String, of what: String) -> Day? {
    guard let value = node[key] else {
      report(node.mapping?.first?.key ?? node, "\(what) does not say `\(key)`, a day written YYYY-MM-DD")
      return nil
    }
    return day(value)
  }

  /// A day, or the days from one to another: `2026-03-13..2026-03-20`.
  mutating func days(_ node: Node) -> ClosedRange<Day>? {
    let written = text(node) ?? ""
    let ends = written.split(separator: ".", omittingEmptySubsequences: true)
    if let day = Day(iso: written) { return day...day }
    if ends.count == 2, written.utf8.count == 22, let first = Day(iso: ends[0]), let last = Day(iso: ends[1]),
      first <= last
    {
      return first...last
    }
    report(
      node,
      "`\(text(node) ?? node.kindInWords)` is neither a day written YYYY-MM-DD nor two with `..` between them"
    )
    return nil
  }

  mutating func wholeNumber(_ node: Node?, _ range: ClosedRange<Int>, _ key: String) -> Int? {
    guard let node else { return nil }
    if case .int(let value)? = node.scalar?.resolved, let number = Int(exactly: value), range.contains(number)
    {
      return number
    }
    report(node, "`\(key)` is a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func flag(_ node: Node?, _ key: String) -> Bool? {
    guard let node else { return nil }
    if case .bool(let value)? = node.scalar?.resolved { return value }
    report(node, "`\(key)` is `true` or `false`")
    return nil
  }

  mutating func word(_ node: Node?, _ words: [String], _ key: String) -> String? {
    guard let node else { return nil }
    let written = text(node) ?? ""
    if words.contains(written) { return written }
    let nearest = Nearest.name(to: written, among: words).map { "a similar one is `\($0)`" }
    report(
      node, "`\(text(node) ?? node.kindInWords)` is no `\(key)` that is known here",
      help: nearest ?? (words.isEmpty ? "there is none" : "one of \(Nearest.list(words))"))
    return nil
  }

  mutating func texts(_ node: Node?, _ key: String) -> [String]? {
    guard let node else { return nil }
    if let one = text(node) { return [one] }
    if let items = node.sequence, items.allSatisfy({ text($0) != nil }) { return items.compactMap(text) }
    report(node, "`\(key)` is a text or a list of texts")
    return nil
  }

  mutating func amount(_ node: Node?, _ currency: Currency, _ key: String) -> Money? {
    guard let node else { return nil }
    if let money = Money(text(node) ?? "", currency), money.minorUnits >= 0 { return money }
    report(node, "`\(key)` is an amount such as `1234.56`, and not below zero")
    return nil
  }
}
