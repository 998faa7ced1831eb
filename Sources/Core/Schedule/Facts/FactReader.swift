import CEL
import PolicyModel
import Receivables
import Vocabulary

/// The facts that conditions read, for one customer as the books have it: section 3 of the language.
///
/// Sums are worked out when they are first asked for, so an unused one needs no rate. One reader serves all
/// conditions of a day, and with `turn` those of later days, as long as the account stays as it is; what it
/// reads of the history are messages of earlier days, which do not change.
package final class FactReader: Facts {
  /// The code of `EvaluationError.factUnavailable`: a fact of the customer lacks a rate.
  package static let customerLacksRate = 1

  private let plan: Plan
  private let account: Account
  // Of the day:
  private var today: Day
  private var sent = 0
  private var unanswered = 0
  /// The day of the last message of an earlier day.
  private(set) var lastMessage: Day?
  private var brokenPromises = 0
  /// Another number, from 1 on, on days that know another history.
  private(set) var history = 1
  private var balance: Result<Value, EvaluationError>?
  private var overdue: Result<Value, EvaluationError>?
  // Of the account, whatever the day:
  private var credit: Result<Value, EvaluationError>?
  private var revenue: Result<Value, EvaluationError>?
  private var tags: Value?
  private var steadyVerdicts: [Verdict?] = []
  // Of the part that is looked at:
  private var place = 0
  private var lastTier: Int?
  private var isDisputed = false

  /// A reader that is about no day yet: `turn` tells it.
  init(_ plan: Plan, _ account: Account) {
    self.plan = plan
    self.account = account
    today = Day(number: 0)
  }

  package convenience init(_ plan: Plan, _ account: Account, _ state: State, on today: Day) {
    self.init(plan, account)
    turn(to: today, state)
  }

  /// Turns to another day of the same account.
  package func turn(to today: Day, _ state: State) {
    self.today = today
    let before = (sent, unanswered, lastMessage, brokenPromises)
    sent = 0
    unanswered = 0
    lastMessage = nil
    for place in state.messages.indices where state.messages[place].day < today {
      let day = state.messages[place].day
      sent += 1
      lastMessage = day
      if state.messages[place].level > 0, state.answeredOn.map({ day >= $0 }) ?? true { unanswered += 1 }
    }
    brokenPromises = state.brokenPromises
    if before != (sent, unanswered, lastMessage, brokenPromises) { history += 1 }
    balance = nil
    overdue = nil
  }

  /// Turns to another part: from now on `invoice.*` and `history.tier` are about it.
  package func look(at place: Int, _ state: PartState) {
    self.place = place
    lastTier = state.sent.last?.tier
    isDisputed = state.isDisputedByReply || account.receivables[place].isDisputedByBooks
  }

  /// What a condition would say on another day, were nothing else different: of the part that is looked at.
  ///
  /// - Parameter condition: One that reads no balances of other days (`VerdictPace.isSteady`).
  func verdict(_ condition: Program, on day: Day) -> Verdict {
    let today = self.today
    self.today = day
    defer { self.today = today }
    return Verdict(condition, self)
  }

  package func fact(_ slot: Int) throws(EvaluationError) -> Value {
    switch Vocabulary.escalationFacts[slot] {
    case .today: return .date(today.number)
    case .customer(let fact): return try customer(fact)
    case .history(let fact): return history(fact)
    case .invoice(let fact): return try invoice(fact)
    case .letter: throw .factUnavailable(0)
    }
  }

  package func history(_ fact: HistoryFact) -> Value {
    switch fact {
    case .sent: return .int(Int64(sent))
    case .unanswered: return .int(Int64(unanswered))
    case .daysSinceLast: return lastMessage.map { .int(Int64(today - $0)) } ?? .null
    case .tier: return lastTier.map { .string(plan.tiers[$0].name) } ?? .null
    }
  }

  package func customer(_ fact: CustomerFact) throws(EvaluationError) -> Value {
    let customer = account.customer
    switch fact {
    case .id: return .string(customer.id.text)
    case .name: return .string(customer.name)
    case .kind: return .string(customer.kind.rawValue)
    case .firstName:
      return .text(customer.contact.flatMap(FirstName.of))
    case .email: return .text(customer.email)
    case .phone: return .text(customer.phone)
    case .country: return .text(customer.country)
    case .language: return .text(customer.language)
    case .since: return customer.since.map { .date($0.number) } ?? .null
    case .tags:
      if let tags { return tags }
      let list = Value.list(customer.tags.map { .string($0) })
      tags = list
      return list
    case .brokenPromises: return .int(Int64(brokenPromises))
    case .invoicesOpen: return .int(Int64(openNumbers))
    case .invoicesPaid: return .int(Int64(settled.count))
    case .averageDaysLate: return averageDaysLate
    case .fields: return .map(MapValue(customer.fields))
    case .balance, .overdue, .revenue12m, .credit: return try sum(fact)
    }
  }

  package func invoice(_ fact: InvoiceFact) throws(EvaluationError) -> Value {
    if let terms = plan.charges, fact.isOfCharges {
      let charges = terms.charges(on: account, at: place, upTo: today)
      return InvoiceReader.value(fact, of: charges, on: account.receivables[place].balance)
    }
    return try InvoiceReader.value(fact, of: account, at: place, on: today, isDisputed: isDisputed)
  }

  /// What a segment's condition says; where it hangs on nothing that a day changes, that is worked out once.
  func verdict(onSegment number: Int, _ segment: PlannedSegment, _ condition: Program) -> Verdict {
    guard segment.isSteady else { return Verdict(condition, self) }
    if number < steadyVerdicts.count, let known = steadyVerdicts[number] { return known }
    while steadyVerdicts.count <= number { steadyVerdicts.append(nil) }
    let verdict = Verdict(condition, self)
    steadyVerdicts[number] = verdict
    return verdict
  }

  /// Sums in the base currency; unavailable where an amount in them lacks a rate.
  private func sum(_ fact: CustomerFact) throws(EvaluationError) -> Value {
    let known =
      switch fact {
      case .balance: balance
      case .overdue: overdue
      case .credit: credit
      default: revenue
      }
    if let known { return try known.get() }
    let result: Result<Value, EvaluationError>
    do throws(EvaluationError) {
      result = .success(.money(try total(fact)))
    } catch .noRate {
      result = .failure(.factUnavailable(FactReader.customerLacksRate))
    } catch {
      result = .failure(error)
    }
    switch fact {
    case .balance: balance = result
    case .overdue: overdue = result
    case .credit: credit = result
    default: revenue = result
    }
    return try result.get()
  }

  private func total(_ fact: CustomerFact) throws(EvaluationError) -> MoneyAmount {
    var amounts: [Money] = []
    switch fact {
    case .balance: amounts = openBalances { _ in true }
    case .overdue: amounts = openBalances { $0.due < today }
    case .credit: amounts = account.credits.filter { $0.minorUnits != 0 }
    default: amounts = account.customer.revenue12m.map { [$0] } ?? account.billed
    }
    var total = Decimal(0)
    for money in amounts { total = try total + plan.rates.inBase(MoneyAmount(money)) }
    return MoneyAmount(amount: total, currency: plan.rates.base)
  }

  /// One sum a currency.
  private func openBalances(_ isIncluded: (Receivable) -> Bool) -> [Money] {
    var sums: [Money] = []
    for place in account.receivables.indices where account.isOpen(place, on: today) {
      let part = account.receivables[place]
      guard isIncluded(part) else { continue }
      if let sum = sums.firstIndex(where: { $0.currency == part.balance.currency }) {
        sums[sum].minorUnits += part.balance.minorUnits
      } else {
        sums.append(part.balance)
      }
    }
    return sums
  }

  private var openNumbers: Int {
    var count = 0
    var last: String?
    for place in account.receivables.indices where account.isOpen(place, on: today) {
      let number = account.receivables[place].id.number
      if number != last { count += 1 }
      last = number
    }
    return count
  }

  /// Numbers of which every part has a balance of zero, and the days late of those whose last payment is known.
  private lazy var settled: (count: Int, dated: Int, daysLate: Int) = {
    var result = (count: 0, dated: 0, daysLate: 0)
    var first = 0
    let parts = account.receivables
    while first < parts.count {
      var end = first + 1
      // Only an invoice that is paid in parts has more than one.
      if parts[first].instalments > 1 {
        while end < parts.count, parts[end].id.number == parts[first].id.number { end += 1 }
      }
      if parts[first].isKnown, parts[first..<end].allSatisfy({ $0.balance.minorUnits == 0 }) {
        result.count += 1
        if let paid = parts[first].lastPaid {
          result.dated += 1
          result.daysLate += paid - parts[first].invoiceDue
        }
      }
      first = end
    }
    return result
  }()

  private var averageDaysLate: Value {
    let (_, dated, daysLate) = settled
    return dated == 0 ? .null : .double(Double(daysLate) / Double(dated))
  }
}

extension MoneyAmount {
  /// The same amount as conditions read it.
  package init(_ money: Money) {
    self.init(
      amount: Decimal(mantissa: Int128(money.minorUnits), scale: UInt8(money.currency.minorDigits)),
      currency: CurrencyCode(packed: money.currency.packed))
  }
}
