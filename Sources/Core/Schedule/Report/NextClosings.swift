import Receivables

/// The closed days that come next, counted from one day.
package struct NextClosings {
  /// How many are shown.
  package static let count = 5

  /// The day from which they are counted.
  let from: Day
  let closings: [Closing]

  package init(_ plan: Plan, from day: Day) {
    from = day
    closings = plan.closedDays.next(Self.count, from: day, in: plan.calendar)
  }
}
