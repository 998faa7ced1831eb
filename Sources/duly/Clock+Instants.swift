import Glibc
import JournalModel

extension Clock {
  /// Now, to the millisecond.
  @Sendable static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// How far the clocks of a time zone are from UTC at an instant, in seconds.
  static func offsets(of timezone: String) -> @Sendable (Instant) -> Int {
    { instant in zones.offset(of: timezone, at: instant.seconds) ?? 0 }
  }
}
