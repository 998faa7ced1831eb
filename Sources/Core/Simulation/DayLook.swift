import Receivables
import Schedule

/// One customer on one day of a scenario, just before and just after the decision of that day.
///
/// What `explain` reads: the same run as the preview's, stopped on the way.
package struct DayLook: Sendable {
  /// With the payments and invoices up to the day, the day's own included.
  package let account: Account
  /// With all events up to the decision, and messages of earlier days.
  package let state: State
  package let addresses: AddressLog
  package let decision: Decision
}

extension Simulator {
  /// Looks at a customer on a day.
  ///
  /// - Parameter day: From the first day of the scenario to its last.
  /// - Returns: Nil for a customer that is not in the books, or is left out as a whole.
  /// - Complexity: That of simulating the customer, and those that share an address with it, up to the day.
  package func look(at customer: CustomerID, on day: Day) -> DayLook? {
    guard let (group, member) = group(with: customer) else { return nil }
    var run = group
    return run.look(at: member, on: day)
  }
}

extension GroupRun {
  /// Runs up to a day, and through it up to the decision of one member.
  mutating func look(at member: Int, on day: Day) -> DayLook? {
    guard !runs[member].isSkipped else { return nil }
    run(to: day - 1)
    _ = begin(day)
    var addresses = addresses
    for run in runs.indices where run < member && !runs[run].isSkipped {
      for message in runs[run].decide(on: day, addresses) {
        addresses.note(message.to.email, on: day, isThanks: message.isThanks)
      }
    }
    return runs[member].look(on: day, addresses)
  }
}
