import CEL
import Receivables
import Vocabulary

/// The facts of one part, as conditions and letters read them: section 3 of the language.
enum InvoiceReader {
  /// The fact of the part at a place.
  ///
  /// - Throws: `factUnavailable` for what only a letter knows (`tier`, `deadline`).
  static func value(
    _ fact: InvoiceFact, of account: Account, at place: Int, on today: Day, isDisputed: Bool
  ) throws(EvaluationError) -> Value {
    func money(_ minorUnits: Int64) -> Value {
      let currency = account.receivables[place].amount.currency
      return .money(MoneyAmount(Money(minorUnits: minorUnits, currency: currency)))
    }
    switch fact {
    case .number: return .string(account.receivables[place].id.number)
    case .issued: return .date(account.receivables[place].issued.number)
    case .due: return .date(account.receivables[place].due.number)
    case .amount: return .money(MoneyAmount(account.receivables[place].amount))
    case .balance, .total: return .money(MoneyAmount(account.receivables[place].balance))
    case .paid:
      return money(
        account.receivables[place].amount.minorUnits - account.receivables[place].balance.minorUnits)
    case .wholeBalance:
      let number = account.receivables[place].id.number
      return money(
        account.receivables.reduce(into: Int64(0)) {
          if $1.id.number == number { $0 += $1.balance.minorUnits }
        })
    case .interest, .compensation: return money(0)
    case .daysOverdue: return .int(Int64(today - account.receivables[place].due))
    case .disputed: return .bool(isDisputed)
    case .collection: return .string(account.receivables[place].collection.rawValue)
    case .instalment: return .int(Int64(account.receivables[place].instalment))
    case .instalments: return .int(Int64(account.receivables[place].instalments))
    case .purchaseOrder: return .text(account.receivables[place].details?.purchaseOrder)
    case .paymentURL: return .text(account.receivables[place].details?.paymentURL)
    case .fields: return .map(MapValue(account.receivables[place].details?.fields ?? Fields()))
    case .tier, .deadline: throw .factUnavailable(0)
    }
  }

  /// One of the facts about charges, where there are any.
  static func value(_ fact: InvoiceFact, of charges: PartCharges, on balance: Money) -> Value {
    func money(_ minorUnits: Int64) -> Value {
      .money(MoneyAmount(Money(minorUnits: minorUnits, currency: balance.currency)))
    }
    switch fact {
    case .interest: return money(charges.interest)
    case .compensation: return money(charges.compensation)
    default: return money(balance.minorUnits + charges.sum)
    }
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
