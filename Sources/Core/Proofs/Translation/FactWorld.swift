import CEL
import Receivables
import Vocabulary

/// What is known of facts before any condition is read: the values that they can have, and how they hang together
/// in every world.
///
/// Each line here is a promise of the engine or of the books, named beside it; a rule that rests on it claims no more.
package struct FactWorld: Sendable {
  /// What each slot of a condition stands for; those of segments are the first of them.
  static let facts = Vocabulary.escalationFacts
  static let slots = Vocabulary.escalationConditions.slots

  /// Texts of which a fact has one of a closed set.
  static let names = Customer.Kind.allCases.map(\.rawValue) + Receivable.Collection.allCases.map(\.rawValue)

  let rates: MoneyRates
  let zones: any TimeZoneDatabase
  /// Digits behind the point in which amounts in the base currency are counted.
  let moneyScale: Int
  /// Digits behind the point of the base currency's coins.
  let minorDigits: Int
  /// The names of tiers that `history.tier` can have; empty for any.
  let tiers: [String]

  /// - Parameters:
  ///   - rates: Each further currency with its worth in the base currency.
  ///   - tiers: The names of all tiers of the policy; empty where they are not known.
  ///   - zones: For conditions that ask for the time of day somewhere; needed where a witness is replayed.
  package init(
    base: Currency, rates: [(currency: Currency, worth: Decimal)] = [], tiers: [String] = [],
    zones: any TimeZoneDatabase = UniversalTime()
  ) {
    self.zones = zones
    self.rates = MoneyRates(
      base: CurrencyCode(packed: base.packed),
      rates: rates.map { (CurrencyCode(packed: $0.currency.packed), $0.worth) })
    minorDigits = base.minorDigits
    // An amount of another currency is minor units times its worth; sums of such have no further digits.
    moneyScale = rates.reduce(base.minorDigits) {
      max($0, $1.currency.minorDigits + Int($1.worth.scale))
    }
    self.tiers = tiers
  }

  // Books have 64-bit minor units; no sum of a customer comes near to this.
  private static let money: ClosedRange<Whole> =
    -1_000_000_000_000_000_000_000_000...1_000_000_000_000_000_000_000_000
  // A count is one of rows or messages.
  private static let count: ClosedRange<Whole> = 0...1_000_000_000
  // `Day` reads the years 1900 to 2199; a simulation that begins there may walk on.
  static let days: ClosedRange<Whole> = -25_567...120_000

  /// The values that a fact can have where it is there.
  func domain(_ fact: Vocabulary.Fact, _ order: TextOrder) -> Domain {
    switch fact {
    case .today: return Domain(Self.days)
    case .customer(let fact): return domain(fact, order)
    case .history(let fact):
      switch fact {
      case .sent, .unanswered: return Domain(Self.count)
      // Counted from the last message, and messages are of earlier days.
      case .daysSinceLast: return Domain(1...1_000_000_000)
      case .tier: return tiers.isEmpty ? order.domain : order.domain(of: tiers)
      }
    case .invoice(let fact): return domain(fact, order)
    case .letter: return .truth
    }
  }

  private func domain(_ fact: CustomerFact, _ order: TextOrder) -> Domain {
    switch fact {
    case .kind: return order.domain(of: Customer.Kind.allCases.map(\.rawValue))
    case .id, .name, .firstName, .email, .phone, .country, .language, .tags, .fields: return order.domain
    case .since: return Domain(Self.days)
    // Conditions are looked at only while something is open, and what is open has a balance above zero.
    case .balance: return Domain(1...Self.money.upperBound)
    // A sum of balances, none below zero.
    case .overdue: return Domain(0...Self.money.upperBound)
    // Stated by the books, or credit notes and unallocated money: no sign is promised.
    case .revenue12m, .credit: return Domain(Self.money)
    case .invoicesOpen: return Domain(1...Self.count.upperBound)
    case .invoicesPaid, .brokenPromises: return Domain(Self.count)
    // A mean of differences of days: a finite number.
    case .averageDaysLate: return Domain(DoubleOrder.place(of: -200_000)...DoubleOrder.place(of: 200_000))
    }
  }

  private func domain(_ fact: InvoiceFact, _ order: TextOrder) -> Domain {
    switch fact {
    case .number, .purchaseOrder, .paymentURL, .fields, .tier: return order.domain
    case .collection: return order.domain(of: Receivable.Collection.allCases.map(\.rawValue))
    case .issued, .due, .deadline: return Domain(Self.days)
    case .amount, .paid, .wholeBalance: return Domain(Self.money)
    // A rule is looked at only for what has a balance.
    case .balance, .total: return Domain(1...Self.money.upperBound)
    case .interest, .compensation: return Domain(0...Self.money.upperBound)
    // Worked out from `today` and `due`, see `Translator`.
    case .daysOverdue: return Domain(-200_000...200_000)
    case .disputed: return .truth
    case .instalment, .instalments: return Domain(1...Self.count.upperBound)
    }
  }

  /// All texts that a fact can be; nil where it can be any.
  func closedTexts(of slot: Int) -> [String]? {
    guard Self.facts.indices.contains(slot) else { return nil }
    switch Self.facts[slot] {
    case .customer(.kind): return Customer.Kind.allCases.map(\.rawValue)
    case .invoice(.collection): return Receivable.Collection.allCases.map(\.rawValue)
    case .history(.tier): return tiers.isEmpty ? nil : tiers
    default: return nil
    }
  }
}
