import PolicySyntax
import Receivables

extension PolicyReader {
  mutating func charges() -> Charges? {
    guard let section = only("charges"), let fields = fields(section.value, .charges) else { return nil }
    let allocation = fields["allocation"].flatMap { word($0, "`allocation`", ChargeTerms.Allocation.self) }
    let paid = fields["when_principal_paid"].flatMap {
      word($0, "`when_principal_paid`", ChargeTerms.WhenPrincipalPaid.self)
    }
    let interest = fields["interest"].flatMap { self.interest($0) }
    let compensation = fields["compensation"].flatMap { self.compensation($0) }
    let terms = ChargeTerms(
      interest: interest, compensation: compensation, allocation: allocation ?? .chargesFirst,
      whenPrincipalPaid: paid ?? .waive)
    return Charges(
      terms: terms, rateSpan: fields["interest"]?["annual_rate"]?.span,
      fromSpan: fields["interest"]?["from"]?.span, compensationSpan: fields["compensation"]?.span,
      span: section.key.span)
  }

  private mutating func interest(_ node: Node) -> ChargeTerms.Interest? {
    guard let fields = fields(node, .interest) else { return nil }
    let fixing = fields["rate_fixing"].flatMap { word($0, "`rate_fixing`", ChargeTerms.RateFixing.self) }
    let from = fields["from"].flatMap { word($0, "`from`", ChargeTerms.Start.self) }
    guard let rateNode = fields["annual_rate"] else { return nil }
    guard let rate = RateText(rateNode.scalar?.text ?? "") else {
      report(
        NotANumber.diagnostic(
          rateNode, "`annual_rate` is no percentage",
          help: "write it as `8 % over boe-base`, or `9 %` by itself, with at most six decimals"))
      return nil
    }
    var table: RateTable?
    if let name = rate.over {
      table = rateTable(rateNode, name)
      guard table != nil else { return nil }
    }
    return ChargeTerms.Interest(
      percent: rate.percent, over: table, fixing: fixing ?? .atStart, from: from ?? .due)
  }

  /// A shipped table of reference rates, or one of a file beside the policy.
  private mutating func rateTable(_ node: Node, _ name: String) -> RateTable? {
    if let table = sources.charges.rates[name] { return table }
    guard let root = sources.charges.files[name] else {
      report(
        UnresolvedReference.chargeTable(
          node, name, "table of reference rates", sources.charges.rateNames))
      return nil
    }
    guard let fields = fields(root, .chargesFile) else { return nil }
    guard let list = fields["rates"] else {
      report(MissingField.table("rates", in: name, at: node.span))
      return nil
    }
    var steps: [RateTable.Step] = []
    for item in items(list, "`rates`").prefix(Self.calendarItemLimit) {
      if let step = rateStep(item) { steps.append(step) }
    }
    if steps.isEmpty { return nil }
    return RateTable(name: name, steps: steps, until: fields["until"].flatMap { singleDay($0) })
  }

  /// `2024-08-01: 5`.
  private mutating func rateStep(_ node: Node) -> RateTable.Step? {
    guard let entry = node.mapping.flatMap({ $0.count == 1 ? $0.first : nil }) else {
      report(
        WrongKind.diagnostic(
          node, expected: "a day and its rate", of: "an item of `rates`", help: "write it as `2024-08-01: 5`")
      )
      return nil
    }
    let day = singleDay(entry.key)
    guard let text = entry.value.scalar?.text, let rate = YearlyRate(percent: text) else {
      report(
        NotANumber.diagnostic(
          entry.value, "the rate is no percentage",
          help: "write digits with a point, such as `5.25`, without a sign of percent"))
      return nil
    }
    return day.map { RateTable.Step(from: $0, rate: rate) }
  }

  /// A day by itself.
  mutating func singleDay(_ node: Node) -> Day? {
    if let day = node.scalar.flatMap({ Day(iso: $0.text) }) { return day }
    report(NotANumber.diagnostic(node, "this is no day", help: "write it as `2026-12-24`"))
    return nil
  }

  /// A shipped table of fixed sums, or one of a file beside the policy.
  private mutating func compensation(_ node: Node) -> CompensationTable? {
    guard let name = name(node, "the table of compensation")?.value else { return nil }
    if let table = sources.charges.compensations[name] { return table }
    guard let root = sources.charges.files[name] else {
      report(
        UnresolvedReference.chargeTable(
          node, name, "table of compensation", sources.charges.compensationNames))
      return nil
    }
    guard let fields = fields(root, .chargesFile) else { return nil }
    guard let list = fields["compensation"], let currencyNode = fields["currency"] else {
      report(MissingField.table("compensation` and `currency", in: name, at: node.span))
      return nil
    }
    guard let currency = currency(currencyNode) else { return nil }
    var bands: [CompensationTable.Band] = []
    for item in items(list, "`compensation`").prefix(Self.calendarItemLimit) {
      guard let band = band(item, currency) else { return nil }
      bands.append(band)
    }
    let bounds = bands.dropLast().map(\.below)
    let isRising =
      bounds.allSatisfy { $0 != nil }
      && zip(bounds, bounds.dropFirst()).allSatisfy { ($0 ?? 0) < ($1 ?? 0) }
    guard let last = bands.last, last.below == nil, isRising else {
      report(
        WrongKind.diagnostic(
          list, expected: "sums in rising order of `below`, the last one without", of: "`compensation`"))
      return nil
    }
    return CompensationTable(name: name, currency: currency, bands: bands)
  }

  /// `{ below: 1000, amount: 40 }`.
  private mutating func band(_ node: Node, _ currency: Currency) -> CompensationTable.Band? {
    guard let fields = fields(node, .compensationBand), let amountNode = fields["amount"] else { return nil }
    guard let amount = sum(amountNode, currency) else { return nil }
    guard let belowNode = fields["below"] else { return CompensationTable.Band(below: nil, amount: amount) }
    return sum(belowNode, currency).map { CompensationTable.Band(below: $0, amount: amount) }
  }

  private mutating func sum(_ node: Node, _ currency: Currency) -> Int64? {
    if let money = node.scalar.flatMap({ Money($0.text, currency) }), money.minorUnits >= 0 {
      return money.minorUnits
    }
    report(NotANumber.diagnostic(node, "this is no amount in \(currency)", help: "write it as `40`"))
    return nil
  }
}
