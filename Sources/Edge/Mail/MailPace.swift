/// When each message may leave, so that no minute has more of them than the server likes.
struct MailPace {
  private let interval: Duration
  private var next: Duration?

  /// - Parameter messagesPerMinute: Nil for no pace.
  init(messagesPerMinute: Int?) {
    interval = messagesPerMinute.map { .seconds(60) / $0 } ?? .zero
  }

  /// Takes the next place in the row.
  ///
  /// - Returns: How long to wait for it.
  mutating func turn(at now: Duration) -> Duration {
    let turn = max(now, next ?? now)
    next = turn + interval
    return turn - now
  }
}
