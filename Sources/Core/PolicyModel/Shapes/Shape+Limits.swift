import Receivables

extension Shape {
  static let limits = Shape(
    "the limits",
    [
      .optional(
        "min_balance", .decimal, "An invoice of less is not reminded by itself; it is listed with others.", 20
      ),
      .optional(
        "min_gap", .form(.days), "The days between two messages to one customer. Left out: 1 day.", "4 days"),
      .optional(
        "after_issue", .form(.days), "Nothing about an invoice before so long after its issue.", "3 days"),
      .optional(
        "at_most", .form(.cap), "The most messages to one customer in any days in a row.", "3 per 30 days"),
      .optional(
        "per_run", .whole(1...1_000_000), "A run with more messages than this sends nothing and asks.", 200),
      .optional("books_age", .form(.age), "With books older than this nothing is sent.", "6 hours"),
      .optional(
        "catch_up", .one(of: Limits.CatchUp.allCases.map(\.rawValue)),
        "What becomes of tiers whose day was missed: all with their distances, or only the latest. Left out: `spread`."
      ),
      .optional(
        "group_by", .one(of: Limits.Grouping.allCases.map(\.rawValue)),
        "One message for all invoices of a customer, or one for each. Left out: `customer`."),
    ])

  static let charges = Shape(
    "the charges",
    [
      .optional("interest", .shape(interest), "Interest for late payment."),
      .optional(
        "compensation", .name, "Fixed sums: a shipped table, or a file beside the policy.", "uk-late-payment",
        "./sums.yaml"),
      .optional(
        "allocation", .one(of: ChargeTerms.Allocation.allCases.map(\.rawValue)),
        "What a part payment settles first. Left out: `charges_first`."),
      .optional(
        "when_principal_paid", .one(of: ChargeTerms.WhenPrincipalPaid.allCases.map(\.rawValue)),
        "What becomes of charges once the invoice itself is paid. Left out: `waive`."),
    ])

  static let interest = Shape(
    "an interest",
    [
      .required(
        "annual_rate", .form(.annualRate), "Percent a year, by itself or over a reference rate.",
        "8 % over uk-late-payment", "9 %"),
      .optional(
        "rate_fixing", .one(of: ChargeTerms.RateFixing.allCases.map(\.rawValue)),
        "Whether the reference rate is that of the start, or of each day. Left out: `at_start`."),
      .optional(
        "from", .one(of: ChargeTerms.Start.allCases.map(\.rawValue)),
        "From which day it counts. Left out: `due`."),
    ])

  static let chargesFile = Shape(
    "a file of charges",
    [
      .optional("name", .text, "The name of the table.", "our sums"),
      .optional("source", .text, "Where it comes from.", "our terms of 2026"),
      .optional("licence", .text, "Under which terms it may be used.", "our own"),
      .optional("retrieved", .text, "The day on which it was taken.", "2026-11-29"),
      .optional("until", .form(.day), "The last day that it knows of.", "2026-12-31"),
      .optional("note", .text, "Anything else.", "agreed with the accountant"),
      .optional("currency", .form(.currency), "The currency of the sums.", "GBP"),
      .optional(
        "compensation", .list(.shape(compensationBand)), "Sums in rising order of `below`.",
        .yaml("[{ below: 1000, amount: 40 }, { amount: 70 }]")),
      .optional(
        "rates", .list(.keyed(.day, .decimal)), "Reference rates, each from its day on.",
        .yaml("[2026-01-01: 3.75, 2026-07-01: 3.5]")),
    ])

  static let compensationBand = Shape(
    "a compensation",
    [
      .required("amount", .decimal, "The sum.", 40),
      .optional("below", .decimal, "For invoices of less than this; the last one has none.", 1000),
    ])

  static let review = Shape(
    "the review",
    [
      .required("every", .form(.weekly), "When the owner is sent what waits.", "monday 08:30"),
      .optional(
        "overdue_after", .form(.days), "How long a flag may wait. Left out: 7 days.", "7 days"),
      .optional(
        "forewarn", .form(.days), "How long before it leaves a message is listed to the owner.", "1 day"),
      .optional(
        "then", .one(of: Review.Consequence.allCases.map(\.rawValue)),
        "What an ignored flag stops: its customer, or everything. Left out: `hold`."),
    ])
}
