extension Shape {
  static let policy = Shape(
    "a policy",
    [
      .required("duly", .version, "The version of the language; the first line of every policy.", 1),
      .required("policy", .form(.policyName), "The name of the policy, in small letters.", "acme-joinery"),
      .required("business", .shape(business), "Who asks for the money."),
    ] + needed + sections.filter { !neededNames.contains($0.name) })

  /// The sections that no policy can be without.
  private static let neededNames = ["segments", "schedules", "tones"]
  private static let needed = sections.filter { neededNames.contains($0.name) }.map {
    Field(name: $0.name, isRequired: true, value: $0.value, about: $0.about, examples: $0.examples)
  }

  static let fragment = Shape("an included file", sections)

  /// The sections that a policy and a file that it includes have alike.
  private static let sections: [Field] = [
    .optional(
      "calendar", .shape(calendar),
      "On which days and at what hours messages leave. Left out: Monday to Friday, all day, no holidays."),
    .optional(
      "segments", .list(.shape(segment)),
      "Kinds of customers, from top to bottom; the first that fits counts, and the last has no `when`."),
    .optional(
      "schedules", .map(.list(.tierOrEnd)), "Ladders of reminders by name; each is a list of tiers in order."),
    .optional(
      "tones", .map(.map(.words)),
      "The words, by tone from soft to hard, then by tier; `default` serves every tier without words of its own."
    ),
    .optional(
      "partials", .map(.text), "Texts that templates include as `{{> name}}`.",
      .yaml(#"{ account: "Acme Joinery Ltd, sort code 20-20-15, account 55555555" }"#)),
    .optional(
      "recipients", .map(.oneOrMany(.name)),
      "For each role, which roles of people at the customer stand in for it, the first that exists.",
      .yaml("{ approver: [approver, director, billing] }")),
    .optional(
      "escalations", .list(.shape(escalation)),
      "Rules that are looked at every day before anything is sent: they flag, hold, tell somebody or move a customer."
    ),
    .optional("responses", .shape(responses), "What an answer, a bounce or a payment does to the reminders."),
    .optional(
      "rates", .keyed(.currency, .decimal),
      "What one unit of another currency is worth in the base currency; exact, never rounded.",
      .yaml("{ EUR: 0.85, USD: 0.79 }")),
    .optional("limits", .shape(limits), "What no schedule may exceed."),
    .optional("charges", .shape(charges), "Interest and compensation for late payment."),
    .optional(
      "review", .shape(review), "When the owner looks at what waits, and what happens if nobody does."),
    .optional(
      "include", .list(.name), "Files with further sections, by paths beside this one.",
      "shared/tones-warm.yaml"),
  ]

  static let business = Shape(
    "the business",
    [
      .required("name", .text, "The name as letters give it.", "Acme Joinery Ltd"),
      .required(
        "timezone", .form(.timezone),
        "The time zone that decides what day it is, by its name in the IANA database.",
        "Europe/London", "Europe/Berlin", "America/New_York"),
      .required(
        "currency", .form(.currency), "The base currency: a bare number in a condition is so much of it.",
        "GBP",
        "EUR", "USD"),
      .required("sender", .shape(party), "In whose name reminders are sent."),
      .optional(
        "language", .form(.language),
        "The language of the words that stand under no language code. Left out: `en`.",
        "en", "de", "fr-CH"),
      .optional(
        "owner", .shape(party), "Who gives approvals, looks at flags and signs what is `from: owner`."),
      .optional("backup", .shape(party), "Who hears of it when the owner's review is overdue."),
    ])

  static let party = Shape(
    "a person",
    [
      .required("name", .text, "The name as letters give it.", "Priya Shah"),
      .required("email", .form(.address), "The address that mail comes from.", "accounts@acme.example"),
      .optional("reply_to", .form(.address), "Where answers go, if not to `email`.", "priya@acme.example"),
    ])

  static let calendar = Shape(
    "the calendar",
    [
      .optional(
        "week", .oneOrMany(.name), "The business days of the week. Left out: `mon-fri`.", "mon-fri",
        "mon-thu"),
      .optional(
        "send", .oneOrMany(.name),
        "The days and hours at which messages may leave. Left out: Monday to Friday, all day.",
        "mon-fri 09:30-16:30"),
      .optional(
        "holidays", .oneOrMany(.any(of: [.name, .map(.name)])),
        "Shipped calendars by name, files beside the policy, or days written out.", "gb-eng",
        "./closed.yaml", "2026-12-28..2026-12-30", .yaml("[gb-eng, 2026-12-24: Christmas Eve]")),
      .optional(
        "closed", .oneOrMany(.any(of: [.name, .map(.name)])),
        "Days and ranges of days on which the business is closed, each with a name if you like.",
        "2026-12-24..2027-01-01", .yaml("[2026-08-03..2026-08-14: the summer]")),
      .optional(
        "when_closed", .one(of: CalendarRules.WhenClosed.allCases.map(\.rawValue)),
        "Where a message goes whose day is closed. Left out: `next_open_day`."),
    ])

  static let calendarFile = Shape(
    "a calendar file",
    [
      .required(
        "holidays", .list(.any(of: [.name, .map(.name)])), "The days, each with a name if you like.",
        .yaml("[2026-12-24: Christmas Eve, 2026-12-28..2026-12-30]")),
      .optional("name", .text, "The name of the calendar.", "Acme Joinery"),
      .optional("source", .text, "Where the days come from.", "the calendar in the workshop"),
      .optional("note", .text, "Anything else.", "the fair is not in it"),
      .optional("from", .text, "The first day that the file knows of.", "2026-01-01"),
      .optional("until", .text, "The last day that the file knows of.", "2026-12-31"),
    ])

  static let segment = Shape(
    "a segment",
    [
      .required("name", .name, "The name by which the preview and other rules know it.", "vip"),
      .required("schedule", .name, "The ladder of reminders: a name of `schedules`.", "standard"),
      .required("tone", .name, "The words: a name of `tones`.", "friendly"),
      .optional(
        "when", .condition,
        "Whom it takes: a condition over facts of the customer. The last segment has none and takes everybody else.",
        #"customer.tagged("vip") || customer.revenue_12m >= 50000"#,
        "customer.average_days_late.or(0.0) > 20.0"),
      allow("{ order-decides: a VIP is a VIP even when slow }"),
      .optional("note", .text, "Anything that a colleague should know.", "Priya rings them herself."),
    ])

  static let allowance = Shape(
    "an allowance",
    [
      .required("reason", .text, "Why the rule may be broken here.", "they asked for it"),
      .optional("until", .form(.day), "The last day on which that holds.", "2026-12-31"),
    ])

  /// `allow`, where it may stand.
  static func allow(_ example: String) -> Field {
    .optional(
      "allow", .allowances,
      "Rules that shall not be reported here, each with its reason: `{ RULE: reason }`.",
      .yaml(example))
  }
}
