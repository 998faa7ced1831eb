/// The clock of a mail line: what time it is, and waiting. Tests bring their own.
package struct LineClock: Sendable {
  /// Time since some moment that stays the same.
  let now: @Sendable () -> Duration
  let wait: @Sendable (Duration) async throws -> Void

  /// A clock of two functions.
  package init(
    now: @escaping @Sendable () -> Duration, wait: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.wait = wait
  }

  /// The system's.
  package static func system() -> LineClock {
    let start = ContinuousClock.now
    return LineClock(now: { ContinuousClock.now - start }, wait: { try await Task.sleep(for: $0) })
  }
}
