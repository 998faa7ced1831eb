import Receivables
import Schedule

/// The customers that owe something and hear nothing through the whole horizon, counted by why.
///
/// Of each reason only a few names are kept, the first in order of id, so that it does not grow with the books.
package struct SilentCustomers: Sendable {
  /// Why a customer stays silent.
  package enum Why: Hashable, Sendable {
    /// The reason that kept its parts quiet on most days.
    case quiet(SilenceReason)
    /// It, or all that it owes, is left out: a reason of the contract.
    case skipped(String)
  }

  /// A reason with the customers it keeps silent.
  package struct Group: Sendable {
    package fileprivate(set) var count = 0
    /// At most `nameLimit`, in order of id.
    package fileprivate(set) var customers: [Customer] = []
  }

  package static let nameLimit = 6
  private(set) var groups: [Why: Group] = [:]

  /// All of them.
  package var count: Int { groups.values.reduce(0) { $0 + $1.count } }

  /// Counts a customer, where it owes something and gets no message.
  mutating func count(_ preview: CustomerPreview) {
    guard preview.messages.isEmpty, let why = SilentCustomers.why(preview) else { return }
    groups[why, default: Group()].count += 1
    keep([preview.customer], of: why)
  }

  /// Adds those of other customers; the result is the same in any order.
  mutating func add(_ other: SilentCustomers) {
    for (why, group) in other.groups {
      groups[why, default: Group()].count += group.count
      keep(group.customers, of: why)
    }
  }

  private mutating func keep(_ customers: [Customer], of why: Why) {
    let all = (groups[why]?.customers ?? []) + customers
    groups[why]?.customers = Array(all.sorted { $0.id < $1.id }.prefix(SilentCustomers.nameLimit))
  }

  /// Nil where nothing is open; else the reason with the most quiet days over all parts, the first of equals.
  private static func why(_ preview: CustomerPreview) -> Why? {
    if preview.isSkipped { return preview.skipped.first.map { .skipped($0.reason) } }
    var days: [(reason: SilenceReason, days: Int)] = []
    for silence in preview.silences where silence.reason != .notIssuedYet {
      let length = silence.to - silence.from + 1
      if let place = days.firstIndex(where: { $0.reason == silence.reason }) {
        days[place].days += length
      } else {
        days.append((silence.reason, length))
      }
    }
    var longest = days.first
    for entry in days.dropFirst() where entry.days > longest?.days ?? 0 { longest = entry }
    if let longest { return .quiet(longest.reason) }
    return preview.skipped.first.map { .skipped($0.reason) }
  }
}
