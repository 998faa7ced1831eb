import CEL
import Vocabulary

/// A fact with few values that stand for all: between any two constants of the random conditions, and beyond them,
/// lie enough of these. Written without looking at the prover, so that it can be compared with it.
struct FactSample {
  /// As conditions write it.
  let name: String
  let values: [Value]
  /// Conditions about this fact alone, in the fragment that the prover decides.
  let questions: [String]

  /// The slot of a fact by its name.
  static func slot(_ name: String) -> Int { Vocabulary.escalationConditions.slot(name) ?? -1 }

  var slot: Int { Self.slot(name) }

  static let today: Int32 = 20_514

  private static let comparisons = ["<", "<=", ">", ">=", "==", "!="]

  private static func compared(_ name: String, _ constants: [String]) -> [String] {
    constants.flatMap { constant in comparisons.map { "\(name) \($0) \(constant)" } }
      + constants.map { "\($0) < \(name)" }
  }

  private static func money(_ text: String) -> Value {
    .money(
      MoneyAmount(
        amount: Decimal(text) ?? Decimal(0), currency: CurrencyCode("GBP") ?? CurrencyCode(packed: 0)))
  }

  private static let amounts = [
    "0", "0.01", "0.02", "0.99", "1", "1.01", "2.49", "2.5", "2.51", "3", "3.01", "4", "7",
  ]

  static let all: [FactSample] = [
    FactSample(
      name: "customer.kind", values: ["business", "consumer", "public"].map { .string($0) },
      questions: [
        "customer.kind == \"consumer\"", "customer.kind != \"business\"",
        "customer.kind in [\"consumer\", \"public\"]", "customer.kind == \"private\"",
        "customer.kind.startsWith(\"b\")", "customer.kind < \"c\"",
      ]),
    FactSample(
      name: "customer.country", values: [.null, .string("DE"), .string("FR"), .string("GB"), .string("")],
      questions: [
        "has(customer.country)", "customer.country == null", "customer.country.or(\"GB\") == \"GB\"",
        "customer.country.or(\"\") != \"DE\"", "(has(customer.country) && customer.country > \"DE\")",
        "customer.country.or(\"DE\") in [\"DE\", \"GB\"]",
      ]),
    FactSample(
      name: "customer.tags",
      values: [[], ["a"], ["b"], ["a", "b"], ["c"]].map { .list($0.map { .string($0) }) },
      questions: [
        "customer.tagged(\"a\")", "customer.tagged(\"b\")", "\"a\" in customer.tags",
        "[\"a\", \"b\"].exists(tag, customer.tagged(tag))", "[\"a\", \"b\"].all(tag, tag in customer.tags)",
        "size(customer.tags) > 0",
      ]),
    FactSample(
      name: "customer.balance", values: amounts.dropFirst().map(money),
      questions: compared("customer.balance", ["0", "0.01", "1", "2.5", "0.005"])
        + ["customer.balance * 2 > 5", "customer.balance - 1 <= 1.5"]),
    FactSample(
      name: "customer.overdue", values: amounts.map(money),
      questions: compared("customer.overdue", ["0", "1", "2.5"])
        + ["customer.overdue * 0.5 >= 0.5", "math.abs(-3) == 3", "-1 < customer.overdue"]),
    FactSample(
      name: "customer.invoices_paid", values: (0...6).map { .int($0) },
      questions: compared("customer.invoices_paid", ["0", "1", "3"])
        + ["customer.invoices_paid > 2.5", "customer.invoices_paid in [1, 2]"]),
    FactSample(
      name: "customer.average_days_late",
      values: [.null] + [-3, 0, 1, 2, 2.5, 4].map { .double($0) },
      questions: compared("customer.average_days_late.or(0.0)", ["0.0", "2.5"])
        + [
          "has(customer.average_days_late)", "customer.average_days_late.or(3.0) > 1",
          "(has(customer.average_days_late) ? customer.average_days_late > 2.5 : customer.kind == \"public\")",
        ]),
    FactSample(
      name: "customer.fields",
      values: [[], [("x", "p")], [("x", "q")], [("x", "r")], [("y", "p")]].map {
        .map(MapValue(strings: $0))
      },
      questions: [
        "customer.fields.x == \"p\"", "\"x\" in customer.fields", "has(customer.fields.x)",
        "customer.fields.x.or(\"q\") != \"p\"", "customer.fields[?\"x\"].orValue(\"p\") == \"q\"",
        "customer.fields[\"x\"] in [\"p\", \"q\"]",
      ]),
    FactSample(
      name: "history.sent", values: (0...6).map { .int($0) },
      questions: compared("history.sent", ["0", "1", "3"])),
    FactSample(
      name: "history.unanswered", values: (0...6).map { .int($0) },
      questions: compared("history.unanswered", ["0", "2", "3"])),
    FactSample(
      name: "history.days_since_last", values: [.null] + (1...6).map { .int($0) },
      questions: compared("history.days_since_last.or(0)", ["0", "2", "3"])
        + ["has(history.days_since_last)", "history.days_since_last != null"]),
    FactSample(
      name: "invoice.issued", values: (0...11).map { .date(today - $0) },
      questions: compared("(today - invoice.issued)", ["0", "1", "3"])
        + ["invoice.issued + days(2) <= today", "invoice.issued == today"]),
    FactSample(
      name: "invoice.due", values: (-5...7).map { .date(today - $0) },
      questions: compared("invoice.days_overdue", ["-2", "0", "3"])
        + [
          "math.abs(invoice.days_overdue) <= 2", "today > invoice.due",
          "[1, 3].exists(limit, invoice.days_overdue == limit)",
          "cel.bind(late, invoice.days_overdue, late > -2 && late < 3)",
        ]),
    FactSample(
      name: "invoice.disputed", values: [.bool(false), .bool(true)],
      questions: ["invoice.disputed", "!invoice.disputed", "invoice.disputed == true"]),
  ]

  /// Conditions about two facts at once, by the names of both.
  static let joint: [(facts: [String], text: String)] = [
    (["customer.balance", "customer.overdue"], "customer.overdue < customer.balance"),
    (["customer.balance", "customer.overdue"], "customer.overdue == customer.balance"),
    (["customer.balance", "customer.overdue"], "customer.balance - customer.overdue > 1"),
    (["history.sent", "history.unanswered"], "history.unanswered >= history.sent"),
    (["history.sent", "history.unanswered"], "history.sent - history.unanswered <= 1"),
    (["invoice.due", "invoice.issued"], "invoice.due - invoice.issued > 2"),
    (["invoice.due", "invoice.issued"], "invoice.issued > invoice.due"),
    (["customer.invoices_paid", "history.sent"], "customer.invoices_paid + history.sent > 3"),
    (["customer.overdue", "customer.invoices_paid"], "customer.overdue > customer.invoices_paid"),
  ]
}
