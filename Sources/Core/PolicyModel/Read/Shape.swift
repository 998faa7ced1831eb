/// The fields that one kind of mapping has.
struct Shape: Sendable {
  /// What it is, with its article: `a segment`.
  let phrase: String
  /// Without the article: `segment`.
  let noun: String
  let required: [String]
  let optional: [String]

  init(_ phrase: String, required: [String] = [], optional: [String] = []) {
    self.phrase = phrase
    self.required = required
    self.optional = optional
    noun = phrase.split(separator: " ").dropFirst().joined(separator: " ")
  }

  var fields: [String] { required + optional }

  /// The shapes, other than this one, that have a field of this name.
  func others(with field: String) -> [Shape] {
    Shape.all.filter { $0.phrase != phrase && $0.fields.contains(field) }
  }
}

extension Shape {
  static let policy = Shape(
    "a policy", required: ["duly", "policy", "business", "segments", "schedules", "tones"],
    optional: fragment.optional.filter { !["segments", "schedules", "tones"].contains($0) })

  static let fragment = Shape(
    "an included file",
    optional: [
      "calendar", "segments", "schedules", "tones", "partials", "recipients", "escalations", "responses",
      "rates",
      "limits", "charges", "review", "include",
    ])

  static let business = Shape(
    "the business", required: ["name", "timezone", "currency", "sender"],
    optional: ["language", "owner", "backup"])

  static let party = Shape("a person", required: ["name", "email"], optional: ["reply_to"])

  static let calendar = Shape(
    "the calendar", optional: ["week", "send", "holidays", "closed", "when_closed"])

  static let calendarFile = Shape(
    "a calendar file", required: ["holidays"], optional: ["name", "source", "note", "from", "until"])

  static let segment = Shape(
    "a segment", required: ["name", "schedule", "tone"], optional: ["when", "allow", "note"])

  static let tier = Shape(
    "a tier", required: ["tier", "send"],
    optional: [
      "level", "tone", "channel", "approval", "collection", "from", "to", "cc", "respond_within", "charges",
      "allow",
      "note",
    ])

  static let end = Shape("an end", optional: ["flag", "reason"])

  static let words = Shape("a template", required: ["subject", "body"], optional: ["html"])

  static let escalation = Shape(
    "an escalation", required: ["name", "when", "do"], optional: ["note", "allow"])

  static let limits = Shape(
    "the limits",
    optional: [
      "min_balance", "min_gap", "after_issue", "at_most", "per_run", "books_age", "catch_up", "group_by",
    ])

  static let charges = Shape(
    "the charges", optional: ["interest", "compensation", "allocation", "when_principal_paid"])

  static let interest = Shape("an interest", required: ["annual_rate"], optional: ["rate_fixing", "from"])

  static let chargesFile = Shape(
    "a file of charges",
    optional: [
      "name", "source", "licence", "retrieved", "until", "note", "currency", "compensation", "rates",
    ])

  static let compensationBand = Shape("a compensation", required: ["amount"], optional: ["below"])

  static let review = Shape(
    "the review", required: ["every"], optional: ["overdue_after", "forewarn", "then"])

  static func response(_ kind: Response.Kind) -> Shape {
    let fields: [String] =
      switch kind {
      case .promise: ["pause", "hold", "flag", "at_most", "longest", "scope"]
      case .outOfOffice: ["pause", "otherwise", "hold", "flag", "scope"]
      case .paid: ["thank", "flag"]
      case .reply, .dispute, .claimsPaid, .bounce, .partialPayment, .request, .stop:
        ["pause", "hold", "flag", "scope"]
      }
    return Shape("the response `\(kind.rawValue)`", optional: fields)
  }

  /// All shapes: where a field that is out of place may belong.
  static let all =
    [
      policy, business, party, calendar, segment, tier, end, words, escalation, limits, charges, interest,
      review,
    ] + Response.Kind.allCases.map(response)
}
