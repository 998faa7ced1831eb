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
  package internal(set) var silent = 0
  package internal(set) var skipped = 0
  /// Messages of each day of the horizon.
  package internal(set) var byDay: [Int]

  /// Why parts were quiet, each reason once.
  package internal(set) var reasons: Set<SilenceReason> = []
  /// Why customers and invoices were left out, each reason once.
  package internal(set) var skipReasons: Set<String> = []

  init(tiers: Int, days: Int) {
    byTier = Array(repeating: 0, count: tiers)
    byDay = Array(repeating: 0, count: days)
  }

  mutating func count(_ preview: CustomerPreview, from: Day) {
    messages += preview.messages.count
    flags += preview.flags.count
    silent += preview.silences.count
    skipped += preview.skipped.count
    for silence in preview.silences { reasons.insert(silence.reason) }
    for skipped in preview.skipped { skipReasons.insert(skipped.reason) }
    for message in preview.messages {
      byTier[message.message.step.tier] += 1
      byDay[message.message.day - from] += 1
    }
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
    for (tier, count) in other.byTier.enumerated() { byTier[tier] += count }
    for (day, count) in other.byDay.enumerated() { byDay[day] += count }
  }
}
