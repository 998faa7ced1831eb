import Receivables

/// Counts over a whole preview.
package struct PreviewSummary: Sendable {
  package let customers: Int
  /// Invoice numbers that are issued and open on the first day.
  package let invoicesOpen: Int
  package internal(set) var messages = 0
  package internal(set) var flags = 0
  /// By place in `Plan.tiers`.
  package internal(set) var byTier: [Int]
  package internal(set) var silent = 0
  package internal(set) var skipped = 0
  /// Messages of each day of the horizon.
  package internal(set) var byDay: [Int]

  init(customers: Int, invoicesOpen: Int, tiers: Int, days: Int) {
    self.customers = customers
    self.invoicesOpen = invoicesOpen
    byTier = Array(repeating: 0, count: tiers)
    byDay = Array(repeating: 0, count: days)
  }

  mutating func count(_ preview: CustomerPreview, from: Day) {
    messages += preview.messages.count
    flags += preview.flags.count
    silent += preview.silences.count
    skipped += preview.skipped.count
    for message in preview.messages {
      byTier[message.message.step.tier] += 1
      byDay[message.message.day - from] += 1
    }
  }
}
