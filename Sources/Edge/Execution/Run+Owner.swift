import JournalModel
import PolicyModel
import Receivables
import Schedule

extension Run {
  /// Tells the owner by mail what is to be told now: rules with `notify`, the digest, what nobody looked at in time, what leaves
  /// next, and why nothing left. At any hour: the hours of `calendar.send` are those of customers.
  func tellOwner() async throws {
    if settings.isDryRun { return }
    let post = OwnerPost(settings, session, dispatcher) { [accounts] customer in
      accounts[customer]?.customer.name ?? customer.text
    }
    var outcomes: [OwnerPost.Outcome] = []
    if let stop = report.stop {
      outcomes.append(try await post.sendStop(stop, policyChanged: report.policyChanged))
    }
    outcomes.append(try await post.sendNotice())
    outcomes.append(try await post.sendDigestIfDue())
    outcomes.append(try await post.sendOverdue())
    outcomes.append(try await post.sendForewarning(upcoming.sorted(by: Run.isEarlier)))
    for outcome in outcomes {
      switch outcome {
      case .nothing: break
      case .sent(let letter, let address):
        report.told.append((address, letter))
        telling.told(true)
      case .failed(let title, let reason):
        report.untold.append((title, reason))
        telling.told(false)
      }
    }
  }

  private static func isEarlier(_ left: Upcoming, _ right: Upcoming) -> Bool {
    (left.day, left.customer.id.text, left.key) < (right.day, right.customer.id.text, right.key)
  }

  /// The last day of which it is told today what leaves on it; nil where nothing is told.
  ///
  /// The next open day is one of them, so that on a Friday it is told what leaves on Monday.
  var lastForewarnedDay: Day? {
    guard !settings.isDryRun, let span = settings.plan.review?.forewarn else { return nil }
    let calendar = settings.plan.calendar
    return max(calendar.adding(span, to: day), calendar.openDay(onOrAfter: day + 1))
  }
}
