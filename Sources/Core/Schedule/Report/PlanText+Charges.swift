import Receivables

extension PlanText {
  /// What tiers with charges ask for; empty where nothing is charged.
  static func charges(_ plan: Plan) -> [(name: String, words: String)] {
    guard let terms = plan.charges else { return [] }
    var rows: [(String, String)] = []
    if let interest = terms.interest {
      let fixing = interest.fixing == .atStart ? "fixed when it starts" : "day by day"
      let over = interest.over.map { " over \($0.name), \(fixing)" } ?? ""
      let until = interest.over?.until.map { ", known until \($0)" } ?? ""
      rows.append(
        ("interest", "\(interest.percent) %\(over), from the day after \(start(interest.from))\(until)"))
    }
    if let table = terms.compensation {
      let bands = table.bands.map { band in
        let sum = Money(minorUnits: band.amount, currency: table.currency)
        return band.below.map {
          "\(sum) below \(Money(minorUnits: $0, currency: table.currency).amountText)"
        } ?? "\(sum)"
      }
      rows.append(("compensation", "\(table.name): \(bands.joined(separator: ", "))"))
    }
    rows.append(("allocation", allocation(terms.allocation)))
    rows.append(("when paid", whenPaid(terms.whenPrincipalPaid)))
    return rows
  }

  private static func start(_ start: ChargeTerms.Start) -> String {
    switch start {
    case .due: "the due day"
    case .issued: "the day of issue"
    }
  }

  private static func allocation(_ allocation: ChargeTerms.Allocation) -> String {
    switch allocation {
    case .chargesFirst: "a part payment settles charges first"
    case .principalFirst: "a part payment settles the invoice first"
    }
  }

  private static func whenPaid(_ consequence: ChargeTerms.WhenPrincipalPaid) -> String {
    switch consequence {
    case .waive: "charges lapse with the payment of the invoice"
    case .carry: "charges left open are flagged, to be carried forward"
    case .demand: "charges left open are flagged, to be demanded"
    }
  }
}
