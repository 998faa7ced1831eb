import JournalModel
import PolicyModel
import Receivables

extension Run {
  /// Says of flags at which the owner has not looked in time that the review is overdue; reminders to their customers wait
  /// by `decide` itself.
  func noteOverdue() throws {
    guard let review = settings.plan.review else { return }
    var events: [JournalEvent] = []
    for item in session.state.review where !item.isSeen && item.kind.isFlag && session.state.waits(item) {
      guard day > settings.plan.calendar.adding(review.overdueAfter, to: item.day) else { continue }
      report.overdue += 1
      if !item.isOverdue { events.append(event(.run(.reviewOverdue(item: item.number)), item.customer)) }
    }
    try append(events)
  }
}
