import JournalModel
import Receivables
import Schedule

/// What a run goes by.
package struct RunSettings: Sendable {
  /// Of a system that does not say which start of it this is.
  package static let unknownBoot = "unknown"

  package let plan: Plan
  /// Digest of all files of the policy.
  package let policyDigest: String
  /// True decides and shows, and changes nothing: no event, no mail.
  package let isDryRun: Bool
  /// True where the owner agrees to a first batch, or to more than `per_run`, for this run.
  package let agreesToBatch: Bool
  /// Which start of the machine this is: what a process wrote is there unless the machine went down since. Where it cannot
  /// be told it is `unknownBoot`.
  package let boot: String
  package let process: Int
  /// Now; asked again for every message.
  package let now: @Sendable () -> Instant
  /// How far the business's clocks are from UTC at an instant, in seconds.
  package let offset: @Sendable (Instant) -> Int

  package init(
    plan: Plan, policyDigest: String, isDryRun: Bool = false, agreesToBatch: Bool = false, boot: String,
    process: Int, now: @escaping @Sendable () -> Instant, offset: @escaping @Sendable (Instant) -> Int
  ) {
    self.plan = plan
    self.policyDigest = policyDigest
    self.isDryRun = isDryRun
    self.agreesToBatch = agreesToBatch
    self.boot = boot
    self.process = process
    self.now = now
    self.offset = offset
  }

  /// The day and the minute of it in the business's time zone.
  package func local(_ instant: Instant) -> (day: Day, minute: Int) { instant.local(offset: offset(instant)) }

  /// True if messages may leave at that instant: an open day, inside the hours of `calendar.send`.
  package func mayLeave(at instant: Instant) -> Bool {
    let (day, minute) = local(instant)
    return plan.calendar.isOpen(day) && plan.window.from <= minute && minute < plan.window.until
  }
}
