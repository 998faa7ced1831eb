import Books
import Insight
import PolicySyntax
import Receivables
import Simulation

/// What `duly books check` prints for reading: trouble first, then what the books come to.
///
/// Lines keep within 80 columns. Sections with nothing in them are left out.
struct BooksText {
  /// Entries of a list that are shown; JSON has all.
  private static let shown = 20
  /// Rows that cannot be read that are shown.
  private static let problemsShown = 100
  private static let columns = 80

  private let report: BooksReport
  private let isBold: Bool
  private var figures: BooksFigures { report.figures }

  /// - Parameter isBold: True writes titles in bold.
  init(_ report: BooksReport, isBold: Bool) {
    self.report = report
    self.isBold = isBold
  }

  /// The whole report, with a line break at its end.
  func render() -> String {
    let sections = [
      head, files, problems, leftOut, setAside, warnings, ageing, oldest, withoutAddress, sharedAddresses,
      unallocated, instalments,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var head: [String] {
    let asOf = report.survey.snapshot.asOf.map { "as of \($0)" } ?? "as of no stated day"
    let currency = "amounts without a currency are \(report.survey.baseCurrency)"
    let policy = report.policy.map { " (policy \($0))" } ?? ""
    return PlainText.wrapped("Books in \(report.folder), \(asOf)", width: BooksText.columns)
      + PlainText.wrapped("Looked at on \(figures.day); \(currency)\(policy).", width: BooksText.columns)
  }

  private var files: [String] {
    var table = ReportTable([.left, .right])
    for file in report.survey.files {
      table.add([file.name, file.rows.map { $0 == 1 ? "1 row" : "\($0) rows" } ?? "not there"])
    }
    let statuses = report.survey.statuses.filter { $0.rows > 0 }.map { "\($0.rows) \($0.status)" }
    let lines = statuses.isEmpty ? [] : wrapped("Invoices by status: \(statuses.joined(separator: ", "))")
    return section("Files", table.lines(width: BooksText.columns - 2).map { "  " + $0 } + lines)
  }

  private var problems: [String] {
    let all = report.survey.snapshot.problems
    let lines = all.prefix(BooksText.problemsShown).flatMap { problem -> [String] in
      // A column's name is the file's own and may be of any length.
      let column = PlainText.cut(PlainText.clean(problem.column), to: 40)
      return wrapped("\(problem.file):\(problem.line): \(column): \(problem.message)")
    }
    return section(
      "Rows that cannot be read: \(all.count)", lines + more(than: BooksText.problemsShown, of: all.count))
  }

  private var leftOut: [String] {
    list(
      "Customers left out for such rows: \(people(figures.leftOut))",
      ["customer", "name", "known to be open"], [.left, .left, .right],
      figures.leftOut
    ) { [$0.customer.id.text, $0.customer.name, $0.money.map { "\($0)" } ?? "nothing"] }
  }

  private var setAside: [String] {
    let lines = list(
      "Invoices left out: \(figures.setAside.count)", ["invoice", "customer", "name", "why"],
      [.left, .left, .left, .right],
      figures.setAside
    ) { [$0.invoice.number, $0.customer.id.text, $0.customer.name, $0.invoice.reason.rawValue] }
    let reasons = Set(figures.setAside.map(\.invoice.reason.rawValue)).sorted()
    return lines + reasons.flatMap { wrapped("\($0): \(Skipped.meaning(of: $0))") }
  }

  private var warnings: [String] {
    section(
      "Warnings: \(report.warnings.count)",
      report.warnings.flatMap { wrapped("\($0.name): \($0.message)") })
  }

  private var ageing: [String] {
    if figures.currencies.isEmpty { return section("Ageing on \(figures.day)", ["  nothing is open"]) }
    let blocks = figures.currencies.map { part in
      var table = ReportTable([.left, .right, .right], least: [28, 12, 20])
      table.add([part.currency.code, "open items", "amount"])
      func add(_ name: String, _ tally: Tally) {
        table.add([name, "\(tally.count)", part.money(tally).amountText])
      }
      for bucket in AgeingBucket.allCases { add(bucket.words, part[bucket]) }
      add("open", part.open)
      if part.disputed.count > 0 { add("  of that disputed", part.disputed) }
      if part.instalments.count > 0 { add("  of that in instalments", part.instalments) }
      if part.notIssuedYet.count > 0 { add("not issued yet, not in open", part.notIssuedYet) }
      if part.unallocated.count > 0 {
        table.add(["unallocated money", "", part.money(part.unallocated).amountText])
        table.add(["open less unallocated money", "", part.net.amountText])
      }
      return table.lines(width: BooksText.columns - 2).map { "  " + $0 }
    }
    return section("Ageing on \(figures.day), by currency", Array(blocks.joined(separator: [""])))
  }

  private var oldest: [String] {
    list(
      "The oldest open items", ["due", "late", "invoice", "customer", "name", "open", ""],
      [.right, .right, .left, .left, .left, .right, .left], figures.oldest
    ) { item in
      let days = figures.day - item.due
      return [
        "\(item.due)", days > 0 ? "\(days) days" : "not yet", "\(item.id)", item.customer.id.text,
        item.customer.name,
        "\(item.balance)", item.isDisputed ? "disputed" : "",
      ]
    }
  }

  private var withoutAddress: [String] {
    list(
      "Customers without a usable address for bills: \(people(figures.withoutAddress))",
      ["customer", "name", "address in the books", "open"],
      [.left, .left, .left, .right], figures.withoutAddress
    ) { entry in
      let written = entry.customer.people.first { $0.role == "billing" }?.email ?? ""
      return [
        entry.customer.id.text, entry.customer.name, written.isEmpty ? "none" : written,
        entry.money.map { "\($0)" } ?? "nothing",
      ]
    }
  }

  private var sharedAddresses: [String] {
    list(
      "Addresses that customers share: \(figures.sharedAddresses.count)", ["address", "customers"],
      [.left, .left], figures.sharedAddresses
    ) {
      [$0.email, $0.customers.map(\.id.text).joined(separator: ", ")]
    }
  }

  private var unallocated: [String] {
    list(
      "Unallocated payments and credits", ["customer", "name", "amount"], [.left, .left, .right],
      figures.unallocated
    ) { [$0.customer.id.text, $0.customer.name, $0.money.map { "\($0)" } ?? "nothing"] }
  }

  private var instalments: [String] {
    list(
      "Invoices in instalments: \(figures.instalmentPlans.count)",
      ["next due", "invoice", "customer", "open parts", "past due", "open"],
      [.right, .left, .left, .right, .right, .right], figures.instalmentPlans
    ) { plan in
      [
        "\(plan.earliestDue)", plan.number, plan.customer.id.text, "\(plan.openParts) of \(plan.parts)",
        plan.pastDue.amountText, "\(plan.open)",
      ]
    }
  }

  /// A section with a table of at most so many entries; none where there are none.
  private func list<Entry>(
    _ title: String, _ header: [String], _ sides: [ReportTable.Side], _ entries: [Entry],
    _ row: (Entry) -> [String]
  ) -> [String] {
    if entries.isEmpty { return [] }
    var table = ReportTable(sides)
    table.add(header)
    for entry in entries.prefix(BooksText.shown) { table.add(row(entry)) }
    return section(
      title,
      table.lines(width: BooksText.columns - 2).map { "  " + $0 }
        + more(than: BooksText.shown, of: entries.count))
  }

  /// How many customers a list is about; one that owes in two currencies is in it twice.
  private func people(_ entries: [CustomerMoney]) -> Int { Set(entries.map(\.customer.id)).count }

  private func more(than shown: Int, of count: Int) -> [String] {
    count > shown ? ["  and \(count - shown) more; `--format json` has them all"] : []
  }

  /// Nothing where there are no lines.
  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [isBold ? "\u{1B}[1m\(title)\u{1B}[0m" : title] + lines
  }

  /// A sentence over lines of which all but the first are indented further.
  private func wrapped(_ text: String) -> [String] {
    PlainText.wrapped(text, width: BooksText.columns - 4).enumerated().map {
      ($0.offset == 0 ? "  " : "    ") + $0.element
    }
  }
}

extension AgeingBucket {
  /// How a report calls it.
  fileprivate var words: String {
    switch self {
    case .current: "not past due"
    case .days1To30: "1 to 30 days past due"
    case .days31To60: "31 to 60 days"
    case .days61To90: "61 to 90 days"
    case .over90: "over 90 days"
    }
  }
}
