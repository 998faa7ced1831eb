/// A payment set against one part, on the day that the books give.
package struct PartPayment: Hashable, Sendable {
  package let id: ReceivableID
  package let day: Day
  /// In the currency of the part; negative for money that went back.
  package let minorUnits: Int64

  package init(id: ReceivableID, day: Day, minorUnits: Int64) {
    self.id = id
    self.day = day
    self.minorUnits = minorUnits
  }
}

extension Account {
  /// The payments of a part in order of days; none where nobody asked for them when the books were read.
  /// - Complexity: O(log payments).
  package func payments(of id: ReceivableID) -> ArraySlice<PartPayment> {
    guard let payments else { return [] }
    let first = PartPayment.firstPlace(in: payments) { $0.id >= id }
    let end = PartPayment.firstPlace(in: payments) { $0.id > id }
    return payments[first..<end]
  }

  /// Keeps a payment that comes in, where payments are kept at all.
  mutating func keep(_ payment: PartPayment) {
    guard let known = payments else { return }
    let place = PartPayment.firstPlace(in: known) { ($0.id, $0.day) > (payment.id, payment.day) }
    payments?.insert(payment, at: place)
  }
}

extension PartPayment {
  /// The first place from which on a test holds; the payments are in the order that it asks about.
  fileprivate static func firstPlace(in payments: [PartPayment], where holds: (PartPayment) -> Bool) -> Int {
    var low = 0
    var high = payments.count
    while low < high {
      let middle = (low + high) / 2
      if holds(payments[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
