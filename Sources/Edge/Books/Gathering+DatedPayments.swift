import Receivables

extension Gathering {
  /// The payments of an invoice with their days, part by part.
  ///
  /// What names the whole of an invoice that is paid in parts goes, in order of days, to the oldest part that has room
  /// left beside what names it: as the balances of the parts are made.
  func payments(of place: Int, _ parts: [InstalmentRow]) -> [PartPayment] {
    let dated = (datedPayments[place] ?? []).sorted { $0.day < $1.day }
    let number = invoices[place].number
    func payment(_ instalment: Int, _ day: Day, _ minorUnits: Int64) -> PartPayment {
      PartPayment(
        id: ReceivableID(number: number, instalment: instalment), day: day, minorUnits: minorUnits)
    }
    if parts.isEmpty { return dated.map { payment(0, $0.day, $0.minorUnits) } }
    var found = dated.filter { $0.instalment > 0 }.map { payment($0.instalment, $0.day, $0.minorUnits) }
    var room = parts.map { part in
      let named = paidByPart[PartKey(invoice: place, instalment: part.instalment)] ?? 0
      return max(0, part.amount - named)
    }
    let oldestFirst = parts.indices.sorted {
      (parts[$0].due, parts[$0].instalment) < (parts[$1].due, parts[$1].instalment)
    }
    for whole in dated where whole.instalment == 0 {
      var rest = whole.minorUnits
      for index in oldestFirst where rest > 0 {
        let taken = min(rest, room[index])
        guard taken > 0 else { continue }
        room[index] -= taken
        rest -= taken
        found.append(payment(parts[index].instalment, whole.day, taken))
      }
    }
    return found
  }
}
