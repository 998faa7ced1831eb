import JournalModel

/// A clock that stands so far from the last run that it may be wrong: what it says decides who is late.
package struct DoubtedClock: Error, CustomStringConvertible {
  package let now: Instant
  package let lastRun: Instant

  /// - Returns: Nil where nothing is wrong with it.
  init?(_ now: Instant, after lastRun: Instant?) {
    guard let lastRun else { return nil }
    let ahead = now.milliseconds - lastRun.milliseconds
    guard ahead > RunLimits.silentDays * 86_400_000 || -ahead > RunLimits.backwardMinutes * 60_000 else {
      return nil
    }
    self.now = now
    self.lastRun = lastRun
  }

  package var description: String {
    let minutes = abs(now.milliseconds - lastRun.milliseconds) / 60_000
    let distance = minutes >= 2 * 1_440 ? "\(minutes / 1_440) days" : "\(minutes) minutes"
    return
      "the clock says \(now), and the last run was at \(lastRun), \(distance) \(now < lastRun ? "later" : "before"); nothing "
      + "was sent. Set the clock right; if it is right, run once with --yes"
  }
}
