import CEL
import Vocabulary

/// The relations between facts that hold in every world, each with why.
///
/// Only a relation all of whose facts are spoken of by a condition can matter to an answer, so only those are made;
/// for that they are closed: what follows from two of them over a third fact is one of them.
struct Relations {
  let world: FactWorld
  let order: TextOrder

  func all(_ variables: inout Variables) -> [Formula] {
    var all: [Formula] = []
    func fact(_ fact: Vocabulary.Fact) -> Int? { variables.place(of: .fact(FactWorld.slot(of: fact))) }
    func customer(_ name: CustomerFact) -> Int? { fact(.customer(name)) }
    func invoice(_ name: InvoiceFact) -> Int? { fact(.invoice(name)) }
    func isThere(_ fact: Vocabulary.Fact) -> Int? { variables.place(of: .isThere(FactWorld.slot(of: fact))) }
    func atMost(_ left: Int?, _ right: Int?) {
      guard let left, let right,
        let formula = Linear(variable: left).compared(.lessOrEqual, Linear(variable: right), &variables)
      else { return }
      all.append(formula)
    }
    func implies(_ condition: Formula, _ consequence: Formula) { all.append(!condition || consequence) }

    // What is overdue is part of the balance, and what is open of an invoice is part of the customer's.
    atMost(customer(.overdue), customer(.balance))
    atMost(invoice(.balance), customer(.balance))
    // Unanswered messages are some of those sent.
    atMost(fact(.history(.unanswered)), fact(.history(.sent)))
    // An invoice takes part from its issue day on.
    atMost(invoice(.issued), fact(.today))
    atMost(invoice(.instalment), invoice(.instalments))
    // Charges come on top of the balance.
    atMost(invoice(.balance), invoice(.total))
    // `paid` is what the amount has and the balance has not.
    if let paid = invoice(.paid), let amount = invoice(.amount), let balance = invoice(.balance),
      let rest = Linear(variable: amount).minus(Linear(variable: balance)),
      let formula = Linear(variable: paid).compared(.equal, rest, &variables)
    {
      all.append(formula)
    }
    // There is a last message if and only if one was sent.
    if let since = isThere(.history(.daysSinceLast)), let sent = fact(.history(.sent)) {
      implies(.atom(.equal(since, 1)), .atom(.atLeast(sent, 1)))
      implies(.atom(.equal(since, 0)), .atom(.atMost(sent, 0)))
    }
    if let since = isThere(.history(.daysSinceLast)), let unanswered = fact(.history(.unanswered)) {
      implies(.atom(.equal(since, 0)), .atom(.atMost(unanswered, 0)))
    }
    // A mean is over invoices that were paid.
    if let late = isThere(.customer(.averageDaysLate)), let paid = customer(.invoicesPaid) {
      implies(.atom(.equal(late, 1)), .atom(.atLeast(paid, 1)))
    }
    // An invoice due before today is part of what is overdue.
    if let today = fact(.today), let due = invoice(.due), let overdue = customer(.overdue),
      let isDue = Linear(variable: due).compared(.less, Linear(variable: today), &variables)
    {
      implies(isDue, .atom(.atLeast(overdue, 1)))
      if let balance = invoice(.balance),
        let contains = Linear(variable: balance).compared(
          .lessOrEqual, Linear(variable: overdue), &variables)
      {
        implies(isDue, contains)
      }
    }
    // A list that has an element is not empty; a map that has none has no key.
    for (place, meaning) in variables.meanings.enumerated() {
      if case .contains(let slot, _) = meaning, let size = variables.place(of: .size(slot)) {
        implies(.atom(.equal(place, 1)), .atom(.atLeast(size, 1)))
      }
    }
    return all
  }
}

extension FactWorld {
  private static let slotsByFact = Dictionary(
    facts.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })

  /// The slot of a fact that conditions can read; 0, the day, for one that only letters can.
  static func slot(of fact: Vocabulary.Fact) -> Int { slotsByFact[fact] ?? 0 }
}
