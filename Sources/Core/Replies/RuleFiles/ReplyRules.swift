/// All that is read out of the rule files: the languages, and how servers say that a mail did not arrive.
package struct ReplyRules: Sendable {
  /// In the order of the files.
  package let languages: [RuleLanguage]
  package let bounces: BounceRules

  package init(languages: [RuleLanguage], bounces: BounceRules) {
    self.languages = languages
    self.bounces = bounces
  }
}

/// How replies are written in one language.
package struct LanguageRules: Sendable {
  /// One rule: what words mean.
  struct Rule: Sendable {
    /// Whether a rule may hold in a question.
    enum Question: String, CaseIterable, Sendable { case no, only, any }

    let name: String
    let meaning: Meaning
    /// 1 for what counts only where nothing else is said, 2 for most, 3 for what is never outweighed.
    let weight: Int
    let question: Question
    /// True where the rule holds for automatic answers only, false where for persons only; nil for both.
    let automatic: Bool?
    /// True where the day is that on which the money is there, and not that on which it is sent.
    let isArrival: Bool
    /// True for a rule of the owner's own: nothing that was learnt from others speaks against it.
    let isOwners: Bool
  }

  /// As in `en`.
  package let code: String
  /// The commonest words, by which the language is told.
  let common: Set<String>
  let grammar: Grammar
  let rules: [Rule]
  let dateRules: [DateRule]
  let layout: ReplyLayout
  /// For each index of the grammar's blockers: the rule it belongs to, and whether it counts in the whole sentence.
  let blockers: [Blocker]
  /// What its words lean to where no rule is sure.
  package var learnt = Learnt()

  struct Blocker: Sendable {
    /// The rule that is kept from holding; nil where all rules of a meaning are.
    let rule: Int?
    let meaning: Meaning?
    let wholeSentence: Bool
  }
}

/// What a rule takes words to mean.
enum Meaning: Hashable, Sendable {
  case promise
  /// A promise that hangs on an event, whatever day stands beside it.
  case promiseSomeday
  case claimsPaid
  case dispute(String)
  case request(String)
  case question
  case contactChange
  case stop
  case thanks
  case spam
  /// Orders to the reader's software, and other words that nobody should act on.
  case orders
  /// A receipt of a ticket system or a mail program.
  case receipt
  /// Out of office, without a day.
  case away
  /// Out of office, with the day of return among the words.
  case returns
  /// Out of office, with the last day of absence among the words.
  case awayUntil
  case hostile

  static let reasons = [
    "wrong_amount", "not_received", "quality", "already_credited", "wrong_customer", "duplicate",
    "purchase_order_missing", "other",
  ]
  static let requests = [
    "copy_of_invoice", "statement", "bank_details", "payment_plan", "extension", "call_back",
    "purchase_order",
    "other",
  ]

  /// The meaning as a rule file writes it: `dispute quality`; nil for what is none.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.dropFirst().first) {
    case ("promise", nil): self = .promise
    case ("promise", "someday"): self = .promiseSomeday
    case ("claims_paid", nil): self = .claimsPaid
    case ("dispute", let reason?) where Self.reasons.contains(reason): self = .dispute(reason)
    case ("request", let request?) where Self.requests.contains(request): self = .request(request)
    case ("question", nil): self = .question
    case ("contact_change", nil): self = .contactChange
    case ("stop", nil): self = .stop
    case ("thanks", nil): self = .thanks
    case ("spam", nil): self = .spam
    case ("orders", nil): self = .orders
    case ("receipt", nil): self = .receipt
    case ("away", nil): self = .away
    case ("returns", nil): self = .returns
    case ("away_until", nil): self = .awayUntil
    case ("hostile", nil): self = .hostile
    default: return nil
    }
  }

  /// The meaning without what is special about it: all disputes are one.
  var family: String {
    switch self {
    case .dispute: "dispute"
    case .request: "request"
    case .promise, .promiseSomeday: "promise"
    case .claimsPaid: "claims_paid"
    case .question: "question"
    case .contactChange: "contact_change"
    case .stop: "stop"
    case .thanks: "thanks"
    case .spam: "spam"
    case .orders: "orders"
    case .receipt: "receipt"
    case .away, .returns, .awayUntil: "out_of_office"
    case .hostile: "hostile"
    }
  }
}

/// The signs by which a mail program or a person sets off what is not the reply: per language.
struct ReplyLayout: Sendable {
  /// Patterns of whole lines, small letters, `*` for anything: `on * wrote:`.
  var attributions: [String] = []
  /// Names of the lines of a quoted head: `from`, `sent`, `to`, `subject`.
  var headNames: [String] = []
  /// Lines that begin a quoted or forwarded mail: `original message`.
  var separators: [String] = []
  /// Beginnings of lines that a mail program adds: `sent from my`.
  var programs: [String] = []
  /// Closings: `kind regards`.
  var closings: [String] = []
  /// Beginnings of paragraphs that are a disclaimer.
  var disclaimers: [String] = []
  /// Beginnings of a subject that a program gives an automatic answer.
  var automaticSubjects: [String] = []
  /// Words of a job, a department or a way to reach somebody, as signature blocks have them.
  var titles: [String] = []
}
