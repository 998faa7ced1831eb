import Receivables
import TestSupport
import Testing

/// Charges of random books, against day by day in fractions.
@Suite struct ChargePropertyTests {
  /// An exact fraction, in lowest terms.
  private struct Fraction {
    var above: Int128
    var below: Int128

    init(_ above: Int128, _ below: Int128 = 1) {
      var (left, right) = (above.magnitude, below.magnitude)
      while right != 0 { (left, right) = (right, left % right) }
      let common = Int128(max(left, 1))
      self.above = above / common
      self.below = below / common
    }

    static func + (left: Fraction, right: Fraction) -> Fraction {
      Fraction(left.above * right.below + right.above * left.below, left.below * right.below)
    }

    /// Half away from zero; none of these is below zero.
    var rounded: Int64 {
      let whole = above / below
      return Int64(whole + (2 * (above - whole * below) >= below ? 1 : 0))
    }
  }

  private struct Case {
    var random: SplitMix64
    let due: Day = "2024-02-20"
    let amount: Int64
    var payments: [(day: Day, units: Int64)] = []
    var balance: Int64
    let steps: [RateTable.Step]
    let isDaily: Bool
    let chargesFirst: Bool
    let percent: Int64
    let sum: Int64
    let today: Day

    init(seed: UInt64) {
      random = SplitMix64(seed: seed)
      amount = Int64(random.number(1...5_000_000))
      var open = amount
      for _ in 0..<random.number(0...5) {
        let units =
          random.chance(15) ? -Int64(random.number(0...200_000)) : Int64(random.number(0...Int(max(1, open))))
        let kept = units < 0 ? max(units, open - amount) : min(units, open)
        open -= kept
        payments.append(("2024-02-10" as Day + random.number(0...120), kept))
      }
      // A part of which nobody knows when it was paid.
      balance = random.chance(30) ? open - Int64(random.number(0...Int(open))) : open
      var day: Day = "2023-12-01"
      var steps: [RateTable.Step] = []
      for _ in 0..<random.number(1...6) {
        steps.append(
          RateTable.Step(
            from: day, rate: YearlyRate(millionths: Int64(random.number(-9_000_000...9_000_000)))))
        day = day + random.number(1...60)
      }
      self.steps = steps
      isDaily = random.chance(60)
      chargesFirst = random.chance(50)
      percent = Int64(random.number(0...15_000_000))
      sum = random.chance(50) ? 4000 : 0
      today = due + random.number(-3...140)
    }

    /// The reference: one day after the other.
    func slowly() -> PartCharges {
      let sorted = payments.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        .map(\.element)
      var principal = min(amount, balance + sorted.reduce(0) { $0 + $1.units })
      var interest = Fraction(0)
      var settled: Int64 = 0
      var wasOpen: Int64 = 0
      var day = min(due, sorted.first?.day ?? due)
      while day <= today {
        if day > due, principal > 0 {
          let reference = steps.last { $0.from <= (isDaily ? day : due + 1) }?.rate.millionths ?? 0
          let rate = max(0, percent + reference)
          interest = interest + Fraction(Int128(principal) * Int128(rate), 36_500_000_000)
        }
        for payment in sorted where payment.day == day && day < today {
          let compensation = day > due && wasOpen > 0 ? sum : 0
          let charged = max(0, interest.rounded + compensation - settled)
          let share = chargesFirst && day > due && payment.units > 0 ? min(charged, payment.units) : 0
          settled += share
          principal -= payment.units - share
        }
        // What will be paid later was open at the end of the due day.
        if day == due { wasOpen = max(0, principal) }
        day = day + 1
      }
      return PartCharges(interest: interest.rounded, compensation: today > due && wasOpen > 0 ? sum : 0)
    }

    func quickly() -> PartCharges {
      let pounds = money("0").currency
      let part = Receivable(
        id: ReceivableID(number: "A1"), issued: due - 30, due: due,
        amount: Money(minorUnits: amount, currency: pounds),
        balance: Money(minorUnits: balance, currency: pounds))
      let terms = ChargeTerms(
        interest: ChargeTerms.Interest(
          percent: YearlyRate(millionths: percent),
          over: RateTable(name: "t", steps: steps.reversed(), until: nil),
          fixing: isDaily ? .daily : .atStart, from: .due),
        compensation: CompensationTable(
          name: "t", currency: pounds, bands: [CompensationTable.Band(below: nil, amount: sum)]),
        allocation: chargesFirst ? .chargesFirst : .principalFirst, whenPrincipalPaid: .waive)
      let account = Account(
        customer: Customer(id: CustomerID("C1"), name: "C1", email: nil), receivables: [part],
        payments: payments.map { PartPayment(id: part.id, day: $0.day, minorUnits: $0.units) })
      return terms.charges(on: account, at: 0, upTo: today)
    }
  }

  @Test func `charges are those of day by day`() {
    var charged = 0
    for seed in UInt64(1)...400 {
      let one = Case(seed: seed)
      let quick = one.quickly()
      #expect(quick == one.slowly(), "seed \(seed): \(one)")
      if quick.interest > 0 { charged += 1 }
    }
    #expect(charged > 200)
  }
}
