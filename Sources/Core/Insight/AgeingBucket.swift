import Receivables

/// How long something open has been past due: the classes of an aged list of debtors.
///
/// What is due today is current; it is past due from the day after its due day.
/// Source: policy language, section 4, "Days"; the classes of thirty days are those of common bookkeeping.
package enum AgeingBucket: Int, CaseIterable, Sendable {
  case current
  case days1To30
  case days31To60
  case days61To90
  case over90

  /// The class of something that has been past due for so many days; current for none and for fewer.
  package init(daysPastDue days: Int) {
    switch days {
    case ...0: self = .current
    case ...30: self = .days1To30
    case ...60: self = .days31To60
    case ...90: self = .days61To90
    default: self = .over90
    }
  }

  /// The class on `today` of something that is due on `due`.
  package init(due: Day, on today: Day) { self.init(daysPastDue: today - due) }
}
