import PolicyModel
import Receivables
import Schedule

/// Counts over a whole preview.
package struct PreviewSummary: Sendable {
  package internal(set) var customers = 0
  /// Invoice numbers that are issued and open on the first day.
  package internal(set) var invoicesOpen = 0
  package internal(set) var messages = 0
  package internal(set) var flags = 0
  /// By place in `Plan.tiers`.
  package internal(set) var byTier: [Int]
  /// By place in `Plan.tones`.
  package internal(set) var byTone: [Int]
  /// By what raised them (`Flag.Origin.place`).
  package internal(set) var byFlag: [Int]
  /// What messages ask for, one sum a currency: each invoice once, with what was open when it was first listed.
  package internal(set) var chased: [Currency: ChasedMoney] = [:]
  /// Who owes and hears nothing.
  package internal(set) var silentCustomers = SilentCustomers()
  /// What is likely to come in; nil where customers are not assumed to pay as before.
  package private(set) var receipts: ExpectedReceipts?
  /// How many paid invoices that is estimated from.
  package let paidInvoices: Int
  package internal(set) var silent = 0
  package internal(set) var skipped = 0
  /// Messages of each day of the horizon.
  package internal(set) var byDay: [Int]

  /// Why parts were quiet, each reason once.
  package internal(set) var reasons: Set<SilenceReason> = []
  /// Why customers and invoices were left out, each reason once.
  package internal(set) var skipReasons: Set<String> = []

  init(_ plan: Plan, days: Int, _ forecast: PaymentForecast?) {
    receipts = forecast.map { ExpectedReceipts($0.weeks) }
    paidInvoices = forecast?.paidInvoices ?? 0
    byTier = Array(repeating: 0, count: plan.tiers.count)
    byTone = Array(repeating: 0, count: plan.tones.count)
    byFlag = Array(repeating: 0, count: Flag.Origin.placeCount(plan))
    byDay = Array(repeating: 0, count: days)
  }

  mutating func count(_ preview: CustomerPreview, from: Day) {
    messages += preview.messages.count
    flags += preview.flags.count
    silent += preview.silences.count
    skipped += preview.skipped.count
    for flag in preview.flags { byFlag[flag.origin.place] += 1 }
    silentCustomers.count(preview)
    if let more = preview.receipts { receipts?.add(more) }
    chase(preview)
    for silence in preview.silences { reasons.insert(silence.reason) }
    for skipped in preview.skipped { skipReasons.insert(skipped.reason) }
    for message in preview.messages {
      byTier[message.message.step.tier] += 1
      byTone[message.message.tone] += 1
      byDay[message.message.day - from] += 1
    }
  }

  private mutating func chase(_ preview: CustomerPreview) {
    if preview.messages.isEmpty { return }
    var isChased = Array(repeating: false, count: preview.parts.count)
    // One currency after the other; mostly there is one.
    var currency: Currency?
    var sum = ChasedMoney()
    for planned in preview.messages {
      planned.forEachBalance { place, balance in
        if isChased[place] { return }
        if currency != balance.currency {
          if let currency { add(sum, in: currency) }
          currency = balance.currency
          sum = ChasedMoney()
        }
        if !preview.isAny(of: isChased, ofNumberAt: place) { sum.invoices += 1 }
        isChased[place] = true
        sum.minorUnits += balance.minorUnits
      }
    }
    if let currency { add(sum, in: currency) }
  }

  private mutating func add(_ sum: ChasedMoney, in currency: Currency) {
    chased[currency, default: ChasedMoney()].minorUnits += sum.minorUnits
    chased[currency, default: ChasedMoney()].invoices += sum.invoices
  }

  /// Adds the counts over other customers, of the same plan and horizon.
  mutating func add(_ other: PreviewSummary) {
    customers += other.customers
    invoicesOpen += other.invoicesOpen
    messages += other.messages
    flags += other.flags
    silent += other.silent
    skipped += other.skipped
    reasons.formUnion(other.reasons)
    skipReasons.formUnion(other.skipReasons)
    silentCustomers.add(other.silentCustomers)
    if let more = other.receipts { receipts?.add(more) }
    for (currency, money) in other.chased { add(money, in: currency) }
    for (tone, count) in other.byTone.enumerated() { byTone[tone] += count }
    for (place, count) in other.byFlag.enumerated() { byFlag[place] += count }
    for (tier, count) in other.byTier.enumerated() { byTier[tier] += count }
    for (day, count) in other.byDay.enumerated() { byDay[day] += count }
  }
}

/// Money of one currency that messages ask for.
package struct ChasedMoney: Sendable, Equatable {
  package internal(set) var minorUnits: Int64 = 0
  package internal(set) var invoices = 0
}

extension CustomerPreview {
  /// True where one of the parts that share their number with the one at `place` is marked.
  fileprivate func isAny(of marked: [Bool], ofNumberAt place: Int) -> Bool {
    // An invoice that is paid in one has no other part.
    if parts[place].instalment == 0 { return marked[place] }
    // Parts are in order of number, so those of one number stand together.
    var first = place
    while first > 0, parts[first - 1].number == parts[place].number { first -= 1 }
    return parts[first...].indices.prefix { parts[$0].number == parts[place].number }.contains { marked[$0] }
  }
}
