import CEL
import Receivables
import Vocabulary

/// The facts of one part, as conditions and letters read them: section 3 of the language.
struct InvoiceReader {
  let account: Account
  let place: Int
  let today: Day
  let isDisputed: Bool

  /// - Throws: `factUnavailable` for what only a letter knows (`tier`, `deadline`).
  func value(_ fact: InvoiceFact) throws(EvaluationError) -> Value {
    let part = account.receivables[place]
    switch fact {
    case .number: return .string(part.id.number)
    case .issued: return .date(part.issued.number)
    case .due: return .date(part.due.number)
    case .amount: return .money(MoneyAmount(part.amount))
    case .balance, .total: return .money(MoneyAmount(part.balance))
    case .paid: return money(part.amount.minorUnits - part.balance.minorUnits)
    case .wholeBalance:
      return money(
        account.receivables.reduce(into: Int64(0)) {
          if $1.id.number == part.id.number { $0 += $1.balance.minorUnits }
        })
    case .interest, .compensation: return money(0)
    case .daysOverdue: return .int(Int64(today - part.due))
    case .disputed: return .bool(isDisputed)
    case .collection: return .string(part.collection.rawValue)
    case .instalment: return .int(Int64(part.instalment))
    case .instalments: return .int(Int64(part.instalments))
    case .purchaseOrder: return .text(part.details?.purchaseOrder)
    case .paymentURL: return .text(part.details?.paymentURL)
    case .fields: return .map(MapValue(part.details?.fields ?? Fields()))
    case .tier, .deadline: throw .factUnavailable(0)
    }
  }

  private func money(_ minorUnits: Int64) -> Value {
    let currency = account.receivables[place].amount.currency
    return .money(MoneyAmount(Money(minorUnits: minorUnits, currency: currency)))
  }
}

extension Value {
  /// A text, or null where there is none.
  static func text(_ text: String?) -> Value { text.map { .string($0) } ?? .null }
}

extension MapValue {
  /// Further columns as a map from name to text.
  init(_ fields: Fields) { self.init(strings: Array(zip(fields.names, fields.values))) }
}
