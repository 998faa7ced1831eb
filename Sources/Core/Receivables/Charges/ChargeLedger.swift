/// The account of one part from the day on which interest starts: what was open, what had come up in charges.
///
/// Exact: interest is a whole number of minor units times millionths of a percent times days, divided once, at
/// the end, and rounded half away from zero to the minor unit. A year has 365 days, leap years too.
///
/// - What is open on a day is what the books say is open now and what was paid since. A payment counts from the day
///   after its own: interest for that day is still owed. What the books show as settled without saying when (a
///   stated balance below amount less payments) is taken as paid before interest started, so that nothing is
///   charged that the books cannot show.
/// - With `charges_first` a payment settles what had come up in charges, rounded on its day, and only the
///   rest of it the principal; interest is on the principal alone, never on interest.
///
/// Source: Late Payment of Commercial Debts (Interest) Act 1998, sections 1(1) (simple interest), 4(2) (from the day after the day
/// agreed for payment), 5A (the fixed sum, once interest begins to run); Directive 2011/7/EU, articles 2(5),
/// 3(3)(a) (from the day following the date for payment) and 6 (40 EUR). Neither says how a part of a year is
/// counted: by days of 365, as the courts of England and HMRC's and the ministry's own guidance do (`the annual
/// interest, divided by 365, times the days late`).
struct ChargeLedger {
  /// What interest is divided by: days of a year × percent × millionths.
  private static let divisor: Int128 = 365 * 100 * 1_000_000

  private let terms: ChargeTerms
  private let part: Receivable
  private let payments: ArraySlice<PartPayment>
  private let takesCompensation: Bool

  /// - Parameters:
  ///   - payments: Of the part, in order of days.
  ///   - takesCompensation: False where another part of the number has the fixed sum.
  init(
    _ terms: ChargeTerms, _ part: Receivable, _ payments: ArraySlice<PartPayment>, takesCompensation: Bool
  ) {
    self.terms = terms
    self.part = part
    self.payments = payments
    self.takesCompensation = takesCompensation
  }

  /// What was open before the first payment that the books know by its day.
  private var opening: Int64 {
    let dated = payments.reduce(Int64(0)) { $0 + $1.minorUnits }
    return min(part.amount.minorUnits, part.balance.minorUnits + dated)
  }

  /// What was open at the end of the due day: the size of the debt that became late.
  var openWhenDue: Int64 {
    let due = part.due
    return max(0, payments.reduce(opening) { $1.day <= due ? $0 - $1.minorUnits : $0 })
  }

  /// The charges that have come up to the end of a day.
  func charges(upTo day: Day) -> PartCharges {
    let compensation = takesCompensation ? fixedSum(on: day) : 0
    guard let interest = terms.interest else { return PartCharges(interest: 0, compensation: compensation) }
    let start = interest.from == .due ? part.due : part.issued
    var principal = opening
    var numerator: Int128 = 0
    var settled: Int64 = 0
    var reached = start
    for payment in payments where payment.day < day {
      if payment.day > reached {
        numerator += Int128(max(0, principal)) * rates(interest, start, after: reached, through: payment.day)
        reached = payment.day
      }
      if terms.allocation == .chargesFirst, payment.day > start, payment.minorUnits > 0 {
        let due = takesCompensation ? fixedSum(on: payment.day) : 0
        let charged = max(0, ChargeLedger.rounded(numerator) + due - settled)
        let share = min(charged, payment.minorUnits)
        settled += share
        principal -= payment.minorUnits - share
      } else {
        principal -= payment.minorUnits
      }
    }
    if day > reached {
      numerator += Int128(max(0, principal)) * rates(interest, start, after: reached, through: day)
    }
    return PartCharges(interest: ChargeLedger.rounded(numerator), compensation: compensation)
  }

  /// The fixed sum, due from the day after the due day.
  private func fixedSum(on day: Day) -> Int64 {
    guard let table = terms.compensation, day > part.due else { return 0 }
    return table.amount(for: Money(minorUnits: openWhenDue, currency: part.amount.currency))
  }

  /// The sum of the rates of the days behind `first` up to `last`, in millionths of a percent.
  ///
  /// A day before the table's first one has no rate, and no interest: a rate that nobody can show is not charged.
  private func rates(
    _ interest: ChargeTerms.Interest, _ start: Day, after first: Day, through last: Day
  ) -> Int128 {
    guard last > first else { return 0 }
    guard let table = interest.over else { return Int128(interest.percent.millionths) * Int128(last - first) }
    if interest.fixing == .atStart {
      guard let reference = table.rate(on: start + 1) else { return 0 }
      return Int128(interest.percent.added(to: reference).millionths) * Int128(last - first)
    }
    var sum: Int128 = 0
    var place = table.place(of: first + 1) ?? 0
    while place < table.steps.count, table.steps[place].from <= last {
      let begin = max(table.steps[place].from, first + 1)
      let end = place + 1 < table.steps.count ? min(table.steps[place + 1].from, last + 1) : last + 1
      let rate = interest.percent.added(to: table.steps[place].rate)
      sum += Int128(rate.millionths) * Int128(end - begin)
      place += 1
    }
    return sum
  }

  /// Half a minor unit and more counts as one.
  private static func rounded(_ numerator: Int128) -> Int64 {
    Int64(clamping: (numerator * 2 + divisor) / (divisor * 2))
  }
}
