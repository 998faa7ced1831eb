import Glibc

/// How far a long run is, on a line of the terminal that is gone when the run is done.
///
/// Nothing is shown where standard error is no terminal, nor before a run has taken `patience`: a short one is
/// over before anybody could read it. It costs a look at the clock for each batch.
final class Progress {
  private static let patience = Duration.milliseconds(700)
  private static let pause = Duration.milliseconds(200)

  private let start = ContinuousClock.now
  /// What is done: `simulating`.
  private let verb: String
  private let isOn: Bool
  private var lastDrawn: ContinuousClock.Instant?
  private var isVisible = false

  /// - Parameters:
  ///   - verb: What is done, as it begins the line.
  ///   - isWanted: False keeps silent on a terminal too.
  init(_ verb: String = "simulating", isWanted: Bool) {
    self.verb = verb
    isOn = isWanted && isatty(STDERR_FILENO) == 1 && Terminal.environment("TERM") != "dumb"
  }

  /// Shows how far it is, not more often than can be read.
  ///
  /// - Parameter done: Batches of `total`.
  func show(_ done: Int, of total: Int) {
    guard isOn, done < total else { return }
    let now = ContinuousClock.now
    guard now - start > Progress.patience, lastDrawn.map({ now - $0 > Progress.pause }) ?? true else {
      return
    }
    lastDrawn = now
    isVisible = true
    Terminal.writeError("\r\(verb): \(Progress.line(done, of: total, after: now - start))\u{1B}[K")
  }

  /// Takes the line away, so that something else can be written.
  func erase() {
    guard isVisible else { return }
    isVisible = false
    Terminal.writeError("\r\u{1B}[K")
  }

  /// `42 %, about 7 s left`.
  static func line(_ done: Int, of total: Int, after elapsed: Duration) -> String {
    let percent = total > 0 ? done * 100 / total : 0
    guard done > 0 else { return "\(percent) %" }
    let left = elapsed * Double(total - done) / Double(done)
    return "\(percent) %, about \(words(left)) left"
  }

  private static func words(_ duration: Duration) -> String {
    let seconds = max(1, duration.components.seconds + (duration.components.attoseconds > 0 ? 1 : 0))
    if seconds < 100 { return "\(seconds) s" }
    return seconds < 100 * 60 ? "\((seconds + 59) / 60) min" : "\((seconds + 3599) / 3600) h"
  }
}
