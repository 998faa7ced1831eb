import CEL
import Letters
import PolicyModel
import Receivables
import Vocabulary

/// Writes the letter of one message: binds the facts of section 6 and renders the plan's words.
package final class LetterWriter: LetterFacts {
  private let plan: Plan
  private let account: Account
  private let state: State
  private let message: Message
  /// The parts that it is about: the highest level first, then the oldest due day, then the number.
  private let parts: [Message.Part]
  /// Places of the others that are open: the oldest due day first, then the number.
  private let others: [Int]

  /// - Parameters:
  ///   - account: As it was when the message was decided.
  ///   - state: Before the message.
  package init(_ plan: Plan, _ account: Account, _ state: State, _ message: Message) {
    self.plan = plan
    self.account = account
    self.state = state
    self.message = message
    var parts = message.parts
    if parts.count > 1 {
      parts.sort { left, right in
        (-left.step.level, account.receivables[left.place].due, left.place)
          < (-right.step.level, account.receivables[right.place].due, right.place)
      }
    }
    self.parts = parts
    var others = message.alsoListed
    if others.count > 1 {
      others.sort { (account.receivables[$0].due, $0) < (account.receivables[$1].due, $1) }
    }
    self.others = others
  }

  // Most letters ask for the table and a name or two: what else they could ask for is made when they do.
  private lazy var reader: FactReader = {
    let reader = FactReader(plan, account, state, on: message.day)
    if let first = parts.first { reader.look(at: first.place, state.parts[first.place]) }
    return reader
  }()
  private lazy var books = SharedAccount(account)
  private lazy var first: LetterInvoice? = parts.first.map { invoice($0) }
  private lazy var invoices: Value = .list(parts.map { .object(invoice($0)) })
  private lazy var alsoListed: Value = .list(
    others.map { place in
      let tier = state.parts[place].sent.last.map { plan.tiers[$0.tier].name }
      return .object(invoice(place, tier ?? "", nil, nil))
    })

  private func invoice(_ part: Message.Part) -> LetterInvoice {
    invoice(part.place, plan.tiers[part.step.tier].name, part.deadline, part.charges)
  }

  private func invoice(
    _ place: Int, _ tier: String, _ deadline: Day?, _ charges: PartCharges?
  ) -> LetterInvoice {
    let isDisputed = account.receivables[place].isDisputedByBooks || state.parts[place].isDisputedByReply
    return LetterInvoice(
      books, place, on: message.day, isDisputed: isDisputed, tier: tier, deadline: deadline, charges: charges)
  }

  package var invoiceLines: [InvoiceLine] {
    var lines: [InvoiceLine] = []
    lines.reserveCapacity(parts.count + others.count)
    let leading = parts.first?.step.tier
    for part in parts {
      lines.append(line(part.place, isAmongOthers: part.step.tier != leading, part.charges))
    }
    for place in others { lines.append(line(place, isAmongOthers: true, nil)) }
    return lines
  }

  private func line(_ place: Int, isAmongOthers: Bool, _ charges: PartCharges?) -> InvoiceLine {
    let balance = account.receivables[place].balance
    func money(_ minorUnits: Int64) -> MoneyAmount {
      MoneyAmount(Money(minorUnits: minorUnits, currency: balance.currency))
    }
    return InvoiceLine(
      number: account.receivables[place].id.number, due: account.receivables[place].due.number,
      open: MoneyAmount(balance), instalment: account.receivables[place].instalment,
      instalments: account.receivables[place].instalments, isAmongOthers: isAmongOthers,
      charges: charges.map {
        InvoiceLine.Charges(interest: money($0.interest), compensation: money($0.compensation))
      })
  }

  package var demandedTotal: MoneyAmount? {
    plan.charges != nil && message.demandsCharges ? MoneyAmount(message.total) : nil
  }

  /// The letter in the message's language, or why it cannot be made.
  package func letter() -> Result<Letter, LetterError> {
    render { template, language throws(LetterError) in try template.render(self, language: language) }
  }

  /// The HTML alternative of the letter, or why it cannot be made.
  package func html() -> Result<String, LetterError> {
    render { template, language throws(LetterError) in try template.renderHTML(self, language: language) }
  }

  /// The inside of the HTML alternative, for a page that shows letters; nil where it cannot be made, or the words bring
  /// HTML of their own.
  package func drawn() -> String? {
    let drawn = render { template, language throws(LetterError) in
      try template.renderInside(self, language: language)
    }
    if case .success(let inside) = drawn { return inside }
    return nil
  }

  private func render<Text>(
    _ body: (LetterTemplate, LetterLanguage) throws(LetterError) -> Text
  ) -> Result<Text, LetterError> {
    guard
      let place = plan.letters.template(
        tone: message.tone, tier: message.step.tier, language: message.language)
    else { return .failure(LetterError(kind: .emptyPart, part: .body)) }
    do throws(LetterError) {
      return .success(try body(plan.letters.templates[place], language(of: place)))
    } catch {
      return .failure(error)
    }
  }

  /// How amounts and dates are written: in the language of the words, so that a letter is wholly in one. Where
  /// that is the person's own, with the person's country (`de-AT`) or else the business's (`en-US` for `en`).
  private func language(of template: Int) -> LetterLanguage {
    func first(_ language: String) -> Substring { language.prefix { $0 != "-" && $0 != "_" } }
    let written = plan.letters.written[template]
    let own = message.language
    guard own != written, own.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }),
      first(own) == first(written)
    else { return LetterLanguage(plan.letters.formats[template]) }
    return LetterLanguage(own)
  }

  package func fact(_ slot: Int) throws(EvaluationError) -> Value {
    switch Vocabulary.letterFacts[slot] {
    case .today: return .date(message.day.number)
    case .customer(let fact): return try reader.customer(fact)
    case .history(let fact): return reader.history(fact)
    case .invoice(let fact):
      guard let first else { throw .factUnavailable(0) }
      return try first.field(fact.rawValue)
    case .letter(let fact): return letter(fact)
    }
  }

  private func letter(_ fact: LetterFact) -> Value {
    let business = plan.business
    switch fact {
    case .senderName: return .string(author.name)
    case .senderEmail: return .string(author.email)
    case .senderReplyTo: return .text(author.replyTo)
    case .ownerName: return .string((business.owner ?? business.sender).name)
    case .ownerEmail: return .string((business.owner ?? business.sender).email)
    case .businessName: return .string(business.name)
    case .recipientName: return .text(message.to.name)
    case .recipientFirstName:
      return .text(message.to.name.flatMap(FirstName.of))
    case .recipientEmail: return .string(message.to.email)
    case .totalDue: return .money(MoneyAmount(message.total))
    case .invoices: return invoices
    case .alsoListed: return alsoListed
    case .invoiceTable: return .null
    }
  }

  /// The person in whose name the tier is written.
  private var author: Party {
    message.step.from == .owner ? plan.business.owner ?? plan.business.sender : plan.business.sender
  }
}

/// The account of a letter, held once for all of its invoices.
private final class SharedAccount: Sendable {
  let account: Account

  init(_ account: Account) { self.account = account }
}

/// One invoice of a letter: its facts, the tier it reached, the deadline that gave and the charges it demands.
private final class LetterInvoice: ObjectValue {
  private let books: SharedAccount
  private let place: Int
  private let today: Day
  private let isDisputed: Bool
  private let tier: String
  private let deadline: Day?
  private let charges: PartCharges?

  init(
    _ books: SharedAccount, _ place: Int, on today: Day, isDisputed: Bool, tier: String, deadline: Day?,
    charges: PartCharges?
  ) {
    self.books = books
    self.place = place
    self.today = today
    self.isDisputed = isDisputed
    self.tier = tier
    self.deadline = deadline
    self.charges = charges
  }

  func field(_ index: Int) throws(EvaluationError) -> Value {
    guard let fact = InvoiceFact(rawValue: index) else { throw .factUnavailable(0) }
    switch fact {
    case .tier: return .string(tier)
    case .deadline: return deadline.map { .date($0.number) } ?? .null
    case .interest, .compensation, .total:
      guard let charges else { return try value(fact) }
      return InvoiceReader.value(fact, of: charges, on: books.account.receivables[place].balance)
    default: return try value(fact)
    }
  }

  private func value(_ fact: InvoiceFact) throws(EvaluationError) -> Value {
    try InvoiceReader.value(fact, of: books.account, at: place, on: today, isDisputed: isDisputed)
  }
}
