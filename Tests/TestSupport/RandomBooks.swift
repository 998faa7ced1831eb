import Receivables

/// Random books: every kind of row that the contract names, few of each.
package struct RandomBooks {
  package private(set) var accounts: [Account] = []
  /// The open invoices that events can name.
  package private(set) var open: [Open] = []

  /// An open invoice, its whole amount and the number of its parts (0 where it is paid in one).
  package struct Open: Sendable {
    package let customer: String
    package let number: String
    package let amount: String
    package let parts: Int
  }

  package init(from start: Day, _ random: inout SplitMix64) {
    for number in 1...random.number(1...6) { addAccount("C\(number)", from: start, &random) }
  }

  private mutating func addAccount(_ id: String, from start: Day, _ random: inout SplitMix64) {
    let currency = random.pick(["GBP", "GBP", "GBP", "GBP", "EUR", "USD"])
    var invoices: [Receivable] = []
    var credits: [String] = []
    var setAside: [Account.SetAside] = []
    for place in 1...random.number(1...6) {
      let number = "\(id)-\(place)"
      let own = random.chance(20) ? random.pick(["GBP", "EUR", "USD"]) : currency
      switch random.number(1...40) {
      case 1:
        setAside.append(
          .init(number: number, reason: random.pick([.noDueDate, .unknownCurrency, .inconsistentAmounts])))
      case 2: credits.append("\(RandomBooks.amount(&random)) \(own)")
      default: invoices += receivable(number, of: id, own, from: start, &random)
      }
    }
    if random.chance(15) {
      credits.append("\(RandomBooks.amount(&random)) \(random.pick([currency, "EUR"]))")
    }
    let customer = customer(id, &random)
    var account = Account(
      customer: customer, receivables: invoices, credits: credits.map { money($0) }, setAside: setAside,
      billed: [money("\(RandomBooks.amount(&random)) \(currency)")], hasBadRow: random.chance(2))
    pay(&account, before: start, &random)
    accounts.append(account)
  }

  /// An amount in text, of two decimals.
  static func amount(_ random: inout SplitMix64) -> String {
    let pence = random.pick([
      random.number(500...12_000), random.number(10_000...200_000), 25_000, 100_000, 2_000,
    ])
    return "\(pence / 100).\(pence % 100 < 10 ? "0" : "")\(pence % 100)"
  }

  private func customer(_ id: String, _ random: inout SplitMix64) -> Customer {
    let own = "ap@\(id.lowercased()).example"
    let email = random.pick(
      Array(repeating: own, count: 12) + ["shared@office.example", "shared@office.example", "", "no-address"])
    var people: [Person] = []
    if random.chance(40) {
      for role in ["billing", "approver", "director"] {
        for number in 0..<random.pick([0, 0, 0, 0, 0, 1, 1, 1, 2]) {
          people.append(
            Person(
              role: role, email: "\(role)\(number)@\(id.lowercased()).example", name: "\(role) \(number)",
              language: random.pick([nil, "en", "fr", "de"])))
        }
      }
    }
    if !people.contains(where: { $0.role == "billing" }), !email.isEmpty {
      people.insert(Person(role: "billing", email: email), at: 0)
    }
    return Customer(
      id: CustomerID(id), name: "Customer \(id)", contact: random.pick([nil, "Ada Obi", "Tove"]),
      email: email,
      country: random.pick(["GB", "DE", "US", nil]), language: random.pick([nil, "en", "de"]),
      tags: random.pick([[], [], ["vip"], ["key"], ["vip", "key"]]),
      kind: random.pick(Customer.Kind.allCases),
      revenue12m: random.chance(50) ? money(RandomBooks.amount(&random)) : nil,
      fields: random.chance(80)
        ? Fields(names: ["region"], values: [random.pick(["north", "south"])]) : Fields(),
      people: people)
  }

  private mutating func receivable(
    _ number: String, of id: String, _ currency: String, from start: Day, _ random: inout SplitMix64
  ) -> [Receivable] {
    let due = start + random.number(-60...50)
    let issued = due - random.pick([0, 7, 14, 30, 30, 60])
    let whole = money("\(RandomBooks.amount(&random)) \(currency)")
    let collection = random.pick(
      Array(repeating: Receivable.Collection.transfer, count: 22) + [
        .directDebit, .directDebit, .card, .failed,
      ])
    let isDisputed = random.chance(7)
    let parts = random.chance(15) ? random.pick([2, 3]) : 1
    open.append(Open(customer: id, number: number, amount: whole.amountText, parts: parts == 1 ? 0 : parts))
    var rest = whole.minorUnits
    return (1...parts).map { part in
      let share = part == parts ? rest : whole.minorUnits / Int64(parts)
      rest -= share
      let amount = Money(minorUnits: share, currency: whole.currency)
      let partDue = due + (part - 1) * 14
      return Receivable(
        id: ReceivableID(number: number, instalment: parts == 1 ? 0 : part), instalment: part,
        instalments: parts,
        issued: issued, due: partDue, invoiceDue: due, amount: amount, balance: amount,
        collection: collection,
        isDisputedByBooks: isDisputed, countsFrom: collection == .failed ? max(partDue, start) : nil)
    }
  }

  /// Some invoices were paid before the first day, some in part, some with a surplus.
  private func pay(_ account: inout Account, before start: Day, _ random: inout SplitMix64) {
    for number in Set(account.receivables.map(\.id.number)).sorted() {
      let places = account.places(ofNumber: number)
      let whole = places.reduce(Int64(0)) { $0 + account.receivables[$1].amount.minorUnits }
      let day = min(start - 1, account.receivables[places[0]].invoiceDue + random.number(-10...30))
      let currency = account.receivables[places[0]].amount.currency
      switch random.number(1...20) {
      case 1...4: _ = account.receive(Money(minorUnits: whole, currency: currency), on: day, at: places)
      case 5...7: _ = account.receive(Money(minorUnits: whole / 3, currency: currency), on: day, at: places)
      case 8: _ = account.receive(Money(minorUnits: whole + 1_000, currency: currency), on: day, at: places)
      default: break
      }
    }
  }
}
