import CEL
import Receivables
import Vocabulary

@testable import Letters

/// The facts of a letter, by name; what is not set is missing.
struct SampleFacts: LetterFacts {
  var values: [Vocabulary.Fact: Value] = [:]
  var invoices: [SampleInvoice]
  var alsoListed: [SampleInvoice] = []
  var demandsCharges = false

  init(
    _ invoices: [SampleInvoice] = [SampleInvoice("A1")], alsoListed: [SampleInvoice] = [],
    total: String = "1250.00 GBP"
  ) {
    self.invoices = invoices
    self.alsoListed = alsoListed
    values = [
      .today: .day("2026-03-12"),
      .customer(.id): .string("C1"),
      .customer(.name): .string("Ada Ltd"),
      .customer(.firstName): .string("Ada"),
      .customer(.email): .string("ap@ada.example"),
      .customer(.tags): .list([.string("vip"), .string("trade")]),
      .customer(.fields): .map(MapValue(strings: [("region", "North")])),
      .customer(.averageDaysLate): .double(4.5),
      .history(.sent): .int(1),
      .letter(.senderName): .string("Priya Shah"),
      .letter(.senderEmail): .string("accounts@acme.example"),
      .letter(.ownerName): .string("Priya Shah"),
      .letter(.businessName): .string("Acme Joinery Ltd"),
      .letter(.totalDue): .money(total),
    ]
  }

  func fact(_ slot: Int) throws(EvaluationError) -> Value {
    let fact = Vocabulary.letterFacts[slot]
    switch fact {
    case .letter(.invoices): return .list(invoices.map { .object($0) })
    case .letter(.alsoListed): return .list(alsoListed.map { .object($0) })
    case .invoice(let field):
      guard let first = invoices.first else { throw .factUnavailable(slot) }
      return try first.field(field.rawValue)
    case .letter(.invoiceTable): throw .factUnavailable(slot)
    default: return values[fact] ?? .null
    }
  }

  var invoiceLines: [InvoiceLine] {
    invoices.map { $0.line(isAmongOthers: $0.tier != invoices.first?.tier, charges: $0.charges) }
      + alsoListed.map { $0.line(isAmongOthers: true, charges: nil) }
  }

  var demandedTotal: MoneyAmount? { demandsCharges ? values[.letter(.totalDue)]?.money : nil }
}

/// An invoice of a letter.
final class SampleInvoice: ObjectValue {
  private let values: [InvoiceFact: Value]
  let tier: String
  private let number: String
  private let part: (Int64, Int64)

  init(
    _ number: String, due: String = "2026-03-02", balance: String = "1250.00 GBP",
    part: (Int64, Int64) = (1, 1),
    tier: String = "first", paymentURL: String? = nil, deadline: String? = nil,
    interest: String = "0 GBP", compensation: String = "0 GBP"
  ) {
    self.number = number
    self.tier = tier
    self.part = part
    values = [
      .number: .string(number), .due: .day(due), .issued: .day("2026-02-01"), .balance: .money(balance),
      .amount: .money(balance), .instalment: .int(part.0), .instalments: .int(part.1), .tier: .string(tier),
      .interest: .money(interest), .compensation: .money(compensation), .daysOverdue: .int(10),
      .disputed: .bool(false), .collection: .string("transfer"),
      .paymentURL: paymentURL.map { .string($0) } ?? .null, .deadline: deadline.map { .day($0) } ?? .null,
      .fields: .map(MapValue(strings: [("note", "x")])),
    ]
  }

  func field(_ index: Int) throws(EvaluationError) -> Value {
    InvoiceFact(rawValue: index).flatMap { values[$0] } ?? .null
  }

  /// As the table shows it; a balance that is none is one of no money, a due day that is none the first of 1970.
  func line(isAmongOthers: Bool, charges: InvoiceLine.Charges?) -> InvoiceLine {
    var due: Int32 = 0
    if case .date(let day) = values[.due] { due = day }
    return InvoiceLine(
      number: number, due: due, open: values[.balance]?.money ?? .nothing, instalment: Int(part.0),
      instalments: Int(part.1), isAmongOthers: isAmongOthers, charges: charges)
  }

  var charges: InvoiceLine.Charges {
    InvoiceLine.Charges(
      interest: values[.interest]?.money ?? .nothing,
      compensation: values[.compensation]?.money ?? .nothing)
  }
}

extension Value {
  /// The amount, if it is one.
  var money: MoneyAmount? { if case .money(let amount) = self { amount } else { nil } }

  /// The date of `2026-03-02`; null for any other text.
  static func day(_ text: String) -> Value { Day(iso: text).map { .date($0.number) } ?? .null }

  /// The amount of `12.50 GBP`; null for any other text.
  static func money(_ text: String) -> Value {
    let words = text.split(separator: " ")
    guard words.count == 2, let amount = Decimal(words[0]), let currency = CurrencyCode(String(words[1]))
    else {
      return .null
    }
    return .money(MoneyAmount(amount: amount, currency: currency))
  }
}

extension MoneyAmount {
  /// Nought, of no currency.
  static let nothing = MoneyAmount(amount: Decimal(0), currency: CurrencyCode.unknown)
}

extension MoneyRates {
  /// The rates of a business that reckons in pounds.
  static let sample = MoneyRates(
    base: CurrencyCode("GBP") ?? CurrencyCode.unknown, rates: [])
}

extension CurrencyCode {
  /// Stands where a literal code cannot be mistaken.
  static let unknown: CurrencyCode = {
    guard let code = CurrencyCode("XXX") else { preconditionFailure("three letters are a code") }
    return code
  }()
}
