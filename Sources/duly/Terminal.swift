import ArgumentParser
import Glibc
import Receivables
import Simulation

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

  /// How text for reading is laid out: as the terminal allows, or plainly where standard output is none.
  static func style(_ colour: Colour) -> TextStyle {
    let isSeen = isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb"
    return TextStyle(
      width: width, isColoured: takesColour(colour),
      isUnicode: (isSeen || colour == .always) && writesUnicode)
  }

  /// Columns: `COLUMNS` where it is set, else those of the terminal, else 80.
  private static var width: Int {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// True where the locale writes UTF-8; the first of these that is set decides (POSIX, "Environment Variables").
  private static var writesUnicode: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment($0) }.first { !$0.isEmpty } ?? "C"
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
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
  private let progress: Progress

  /// - Parameter progress: Is taken off the terminal before anything is written.
  init(_ progress: Progress) { self.progress = progress }

  func append(_ more: [UInt8]) {
    bytes += more
    if bytes.count > 1 << 16 { flush() }
  }

  func flush() {
    progress.erase()
    Terminal.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
