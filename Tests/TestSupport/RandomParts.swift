/// Random conditions over the facts of section 3 of the language.
enum RandomCondition {
  private static let ofCustomers = [
    #"customer.tagged("vip")"#, #""key" in customer.tags"#, #"!customer.tagged("vip")"#,
    #"customer.kind == "consumer""#, "customer.overdue >= MONEY", "customer.balance > MONEY",
    "customer.revenue_12m >= MONEY", "customer.credit >= MONEY", "customer.invoices_open >= FEW",
    "customer.invoices_paid >= FEW", #"customer.country.or("") == "DE""#,
    "customer.average_days_late.or(0.0) > LATE", "size(customer.tags) > 1",
    "customer.overdue * 2 > customer.balance", "history.unanswered >= FEW", "history.sent < FEW",
    "customer.broken_promises >= 1", "history.days_since_last.or(0) >= DAYS",
    #""region" in customer.fields && customer.fields["region"] == "north""#,
    #"customer.first_name.or("x") == "Ada""#, #"today.weekday() == 3"#,
  ]
  private static let ofInvoices = [
    "invoice.balance >= MONEY", "invoice.days_overdue >= DAYS",
    "invoice.balance >= MONEY && invoice.days_overdue >= DAYS", "invoice.amount - invoice.balance >= 10",
    #"history.tier.or("") == "t2" && invoice.days_overdue > DAYS"#,
    "invoice.disputed && invoice.days_overdue > DAYS",
    #"customer.tagged("vip") && invoice.days_overdue > DAYS"#,
    "invoice.paid >= 10", "invoice.whole_balance >= MONEY", "invoice.instalment < invoice.instalments",
    #"invoice.collection == "failed""#, "invoice.balance >= MONEY && customer.overdue >= MONEY",
    "today - invoice.issued > DAYS",
  ]

  /// A condition, or two joined; one that `holds` never looks at days, for it could contradict the tiers.
  static func text(ofCustomer: Bool, holds: Bool = false, _ random: inout SplitMix64) -> String {
    let choices = (ofCustomer ? ofCustomers : ofInvoices).filter {
      !holds || !($0.contains("DAYS") || $0.contains("today"))
    }
    let first = one(choices, &random)
    guard random.chance(35) else { return first }
    return "(\(first)) \(random.pick(["&&", "||"])) (\(one(choices, &random)))"
  }

  private static func one(_ choices: [String], _ random: inout SplitMix64) -> String {
    random.pick(choices)
      .replacing("MONEY", with: random.pick(["50", "250", "1000", "499.99"]))
      .replacing("FEW", with: "\(random.number(1...3))")
      .replacing("LATE", with: random.pick(["5.0", "12.5"]))
      .replacing("DAYS", with: "\(random.number(1...40))")
  }
}

/// Random schedules whose tier names have one level in a whole policy: `t3` has level 3 wherever it occurs.
enum RandomSchedule {
  private struct Draft {
    var send: String
    var more: [String] = []
  }

  /// The tiers, each as the entries of its mapping.
  static func tiers(_ random: inout SplitMix64) -> [[String]] {
    let early = beforeDue(&random).enumerated().map { number, draft in
      var entries = ["tier: early\(number)", "send: \(draft.send)"] + draft.more
      if random.chance(30) { entries.append("collection: any") }
      return entries
    }
    return early + afterDue(&random)
  }

  private static func beforeDue(_ random: inout SplitMix64) -> [Draft] {
    random.pick([
      [], [], [Draft(send: "3 days before due")], [Draft(send: "2 business days before due")],
      [Draft(send: "10 days before due"), Draft(send: "3 days before due")],
      [Draft(send: "2 weeks before due"), Draft(send: "2 business days before due")],
      [Draft(send: "1 month before due"), Draft(send: "1 day before due")],
      [Draft(send: "10 days before due"), Draft(send: "5 days after previous", more: ["level: 0"])],
      [Draft(send: "1 day after issued", more: ["level: 0"])],
    ])
  }

  /// One to four tiers that rise by at least five days on one anchor, perhaps the last one on `previous`.
  private static func afterDue(_ random: inout SplitMix64) -> [[String]] {
    let anchor = random.chance(90) ? "due" : "end of month"
    var days = random.pick([0, 0, 1, 3, 5, 7, 10])
    var level = 0
    var tiers: [[String]] = []
    let count = random.number(1...4)
    while tiers.count < count {
      level += random.chance(12) ? 2 : 1
      var send = time(days, anchor, &random)
      if !tiers.isEmpty, random.chance(25) {
        send =
          random.pick(["10 business days", "7 days", "2 weeks", "1 month", "6 days"]) + " after previous"
      }
      var entries = ["tier: t\(level)", "send: \(send)", "level: \(level)"]
      if random.chance(20) {
        entries.append("respond_within: \(random.pick(["7 days", "5 business days", "4 days"]))")
      }
      if random.chance(12) {
        entries += ["from: owner", "to: \(random.pick(["approver", "director"]))"]
        if random.chance(50) { entries.append("cc: billing") }
      }
      let isLast = tiers.count == count - 1 || send.hasSuffix("previous")
      if isLast || random.chance(8) { entries.append("approval: owner") }
      if isLast, random.chance(30) { entries.append("tone: firm") }
      tiers.append(entries)
      if isLast { break }  // What follows a tier after `previous` could not be proved to come later.
      days += random.pick([5, 7, 9, 14, 21])
    }
    return tiers
  }

  private static func time(_ days: Int, _ anchor: String, _ random: inout SplitMix64) -> String {
    if days == 0 { return "on \(anchor)" }
    if days % 7 == 0, random.chance(40) { return "\(days / 7) week\(days == 7 ? "" : "s") after \(anchor)" }
    if (28...31).contains(days) || (59...61).contains(days) {
      let months = (days + 2) / 30
      return "\(months) month\(months == 1 ? "" : "s") after \(anchor)"
    }
    return "\(days) day\(days == 1 ? "" : "s") after \(anchor)"
  }
}
