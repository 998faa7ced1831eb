import ArgumentParser
import Glibc
import Receivables

/// Standard output and error, and what kind of thing they are.
enum Terminal {
  /// When to use colours.
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// Writes a result to standard output.
  static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes a result to standard output.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes anything that is no result to standard error.
  static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Says what stopped a command.
  static func complain(_ message: String) { writeError("error: \(message)\n") }

  /// Says of which days calendars of holidays know nothing.
  static func note(_ reaches: [CalendarReach]) {
    for reach in reaches { writeError("note: \(reach.sentence)\n") }
  }

  /// Says that a table of reference rates ends before a day.
  static func note(_ charges: ChargeTerms?, upTo day: Day) {
    guard let sentence = charges?.sentence(ifUnknownOn: day) else { return }
    writeError("note: \(sentence)\n")
  }

  /// True where standard output takes colours: asked for, or a terminal without `NO_COLOR`.
  static func takesColour(_ colour: Colour) -> Bool {
    switch colour {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").map(\.isEmpty) ?? true
        && environment("TERM") != "dumb"
    }
  }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Ends the process.
  static func exit(_ status: ExitStatus) -> Never { Glibc.exit(status.rawValue) }

  // A reader that has gone away (`duly simulate | head`) ends the command quietly.
  private static func write(_ bytes: [UInt8], to file: Int32) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        Glibc.exit(errno == EPIPE ? ExitStatus.done.rawValue : ExitStatus.usage.rawValue)
      }
    }
  }
}

/// Collects output and writes it in large pieces.
final class OutputBuffer {
  private var bytes: [UInt8] = []

  func append(_ more: [UInt8]) {
    bytes += more
    if bytes.count > 1 << 16 { flush() }
  }

  func flush() {
    Terminal.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
