import Receivables

/// The messages to addresses that several customers share, and the addresses closed by a permanent failure.
///
/// Gap and cap count the messages to the customer or to its address, whichever is more. For an address that
/// only one customer has, the customer's own messages are all there are, and the log need not know them.
package struct AddressLog: Sendable, Equatable {
  private var entries: [Entry] = []

  private struct Entry: Sendable, Equatable {
    let address: String
    var days: [Day] = []
    /// Those of words of thanks, which count for no cap.
    var thanks: [Day] = []
    var isClosed = false
  }

  package init() {}

  /// True where no message to any address is known, and none is closed.
  var isEmpty: Bool { entries.isEmpty }

  /// Notes a message to an address.
  ///
  /// - Parameter isThanks: True for a word of thanks.
  package mutating func note(_ address: String, on day: Day, isThanks: Bool = false) {
    let place = place(of: address)
    if isThanks { entries[place].thanks.append(day) } else { entries[place].days.append(day) }
  }

  /// A message came back: it counts for no gap or cap. A permanent failure closes the address for good.
  package mutating func takeBack(_ address: String, sentOn day: Day, closes: Bool) {
    let place = place(of: address)
    if let last = entries[place].days.lastIndex(of: day) {
      entries[place].days.remove(at: last)
    } else if let last = entries[place].thanks.lastIndex(of: day) {
      entries[place].thanks.remove(at: last)
    }
    if closes { entries[place].isClosed = true }
  }

  /// No message goes to the address any more.
  package mutating func close(_ address: String) { entries[place(of: address)].isClosed = true }

  /// The days of the messages that stand, those of thanks last.
  package func days(to address: String) -> [Day] {
    entries.first { $0.address == address }.map { $0.days + $0.thanks } ?? []
  }

  /// The days of the reminders that stand, oldest first.
  func daysOfReminders(to address: String) -> [Day] {
    entries.first { $0.address == address }?.days ?? []
  }

  package func isClosed(_ address: String) -> Bool {
    entries.contains { $0.isClosed && $0.address == address }
  }

  private mutating func place(of address: String) -> Int {
    if let place = entries.firstIndex(where: { $0.address == address }) { return place }
    entries.append(Entry(address: address))
    return entries.count - 1
  }
}
