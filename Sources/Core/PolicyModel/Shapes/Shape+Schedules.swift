extension Shape {
  static let tier = Shape(
    "a tier",
    [
      .required(
        "tier", .name, "The name of the reminder; the words of a tone stand under it.", "first", "final"),
      .required(
        "send", .form(.timing), "When it leaves, counted from the invoice or from the tier before.",
        "5 days after due", "on due", "3 days before due", "10 business days after previous",
        "7 days after end of month"),
      .optional(
        "level", .whole(0...1000),
        "How severe it is, where a tier has to keep the level of the same name in another schedule. Left out: one more "
          + "than the tier above.", 2),
      .optional("tone", .name, "A tone of its own in place of the segment's: a name of `tones`.", "plain"),
      .optional(
        "channel", .oneOrMany(.one(of: Tier.Channel.allCases.map(\.rawValue))),
        "How it is sent; on two channels it is one message. Left out: `email`."),
      .optional("approval", .one(of: ["owner"]), "Who has to say yes before it leaves."),
      .optional(
        "collection", .one(of: ["any"]),
        "`any`: a tier before due also speaks of invoices that are collected by direct debit or card."),
      .optional(
        "from", .one(of: Tier.Author.allCases.map(\.rawValue)),
        "In whose name it is written. Left out: `sender`."),
      .optional(
        "to", .name,
        "The role at the customer that it goes to. Left out: `billing`. Others stand in `recipients`.",
        "approver"),
      .optional("cc", .oneOrMany(.name), "Roles that get a copy.", "billing"),
      .optional(
        "respond_within", .form(.days),
        "How long the letter gives: its deadline; no tier follows before that.",
        "7 days", "5 business days"),
      .optional("charges", .boolean, "Whether it demands the interest and compensation that have come up."),
      allow("{ softer-tone: { reason: the first one is a bill, until: 2026-12-31 } }"),
      .optional("note", .text, "Anything that a colleague should know.", "the last one by mail"),
    ])

  static let end = Shape(
    "an end",
    [
      .optional("flag", .boolean, "Whether an invoice that is still open after the last tier is flagged."),
      .optional(
        "reason", .text, "Why nobody has to look, where it is not.", "handed to the debt collector by then"),
    ])

  static let words = Shape(
    "a template",
    [
      .required(
        "subject", .text, "The subject, one line.", "Invoice {{ invoice.number }} is open",
        #"Your account: {{ money(total_due) }}"#),
      .required(
        "body", .text, "The text. `{{ … }}` writes a value, `{{ invoice_table }}` the table of the invoices.",
        "{{ money(total_due) }} is open. {{ sender.name }}"),
      .optional(
        "html", .text, "An HTML version of its own; left out, it is made from the body.",
        "<p>{{ money(total_due) }} is open.</p>"),
    ])

  static let escalation = Shape(
    "an escalation",
    [
      .required("name", .name, "The name by which the review and the preview know it.", "large-and-late"),
      .required(
        "when", .condition,
        "When it holds: a condition over facts of the customer, the invoice and the history.",
        "invoice.balance >= 10000 && invoice.days_overdue >= 30", "history.unanswered >= 2"),
      .required(
        "do", .oneOrMany(.any(of: [.one(of: ["flag", "notify", "hold"]), .shape(action)])), "What it does.",
        "flag", .yaml("[hold, flag, notify]"), .yaml("[{ task: call }]")),
      .optional(
        "note", .text, "What whoever looks at it should know.", "Ring them before anything else goes out."),
      allow("{ held-before-first: somebody rings first }"),
    ])

  /// What a rule does, where an action says more than its name.
  static let action = Shape(
    "an action",
    [
      .optional("flag", .boolean, "Puts it on the owner's review list."),
      .optional("notify", .boolean, "Mails the owner."),
      .optional(
        "hold", .one(of: Response.Hold.allCases.map(\.rawValue)),
        "Stops reminders until somebody releases them: to the customer, or about the invoice alone."),
      .optional("task", .name, "Makes a task of this name.", "call"),
      .optional("schedule", .name, "Moves the customer to another ladder: a name of `schedules`.", "firm"),
    ])

  static let responses = Shape(
    "the responses",
    Response.Kind.allCases.map { kind in
      .optional(
        kind.rawValue, .any(of: [.one(of: ["none"]), .shape(response(kind))]),
        "What happens when \(kind.happening). `none` switches it off; left out, the language's own answer holds.",
        .text("none"))
    })

  /// What a response to one kind of event can say.
  static func response(_ kind: Response.Kind) -> Shape {
    let fields: [Field] =
      switch kind {
      case .promise: [pause("2 business days after promised"), hold, flag, atMost, longest, scope]
      case .outOfOffice: [pause("until return"), otherwise, hold, flag, scope]
      case .paid: [thank, flag]
      case .reply, .dispute, .claimsPaid, .bounce, .partialPayment, .request, .stop:
        [pause(), hold, flag, scope]
      }
    return Shape("the response `\(kind.rawValue)`", fields)
  }

  private static func pause(_ example: Field.Example...) -> Field {
    Field(
      name: "pause", isRequired: false, value: .form(.pause), about: "How long reminders are quiet.",
      examples: example + ["5 business days"])
  }
  private static let otherwise = Field.optional(
    "otherwise", .form(.days), "How long, where the answer names no day of return.", "5 business days")
  private static let hold = Field.optional(
    "hold", .one(of: Response.Hold.allCases.map(\.rawValue)),
    "Stops reminders until somebody releases them: to the customer, or about the invoice alone.")
  private static let flag = Field.optional("flag", .boolean, "Whether it is put on the owner's review list.")
  private static let atMost = Field.optional(
    "at_most", .whole(0...1000), "How many promises pause one invoice; one more is flagged.", 2)
  private static let longest = Field.optional(
    "longest", .form(.days), "How far away a promised day may be; one further off is flagged.", "30 days")
  private static let scope = Field.optional(
    "scope", .one(of: Response.Hold.allCases.map(\.rawValue)),
    "Whether it means the invoices that are named, or everything of the customer's.")
  private static let thank = Field.optional(
    "thank", .boolean, "Whether a short thank-you leaves after a reminded invoice is settled.")
}

extension Response.Kind {
  /// What has happened, as a clause.
  fileprivate var happening: String {
    switch self {
    case .reply: "a customer answers"
    case .promise: "a customer promises a day"
    case .dispute: "a customer disputes an invoice"
    case .claimsPaid: "a customer says that it has been paid"
    case .outOfOffice: "an automatic answer says that nobody is there"
    case .bounce: "a message comes back undelivered"
    case .partialPayment: "a part of an invoice is paid"
    case .paid: "a reminded invoice is settled"
    case .request: "a customer asks for something, such as a copy of the invoice"
    case .stop: "a customer asks not to be written to"
    }
  }
}
