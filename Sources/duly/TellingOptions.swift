import ArgumentParser
import Execution
import Glibc
import Logging
import PolicyYAML
import Telling

/// What a run tells besides its result: a log on standard error, and numbers in a file.
struct TellingOptions: ParsableArguments {
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case debug, info, notice, warning, error

    var level: Logger.Level {
      switch self {
      case .debug: .debug
      case .info: .info
      case .notice: .notice
      case .warning: .warning
      case .error: .error
      }
    }
  }

  @Option(help: "Write a log of the run to standard error, a line an event.")
  var logFormat: LogForm?

  @Option(help: "How much is logged; debug adds addresses and what mail servers said.")
  var logLevel: Level?

  @Option(
    help: ArgumentHelp(
      "Write what the runs came to into a file, in the text form of Prometheus.", valueName: "file"))
  var metricsFile: String?

  /// Where a run tells what it does.
  ///
  /// - Parameter policy: The path of the policy.
  /// - Throws: `Failure` where the file of the numbers could not be written: said before anything is done.
  func open(policy: String, isDryRun: Bool) throws -> OpenTelling {
    let file = policy.split(separator: "/").last.map(String.init) ?? policy
    let name = file.hasSuffix(".yaml") ? String(file.dropLast(".yaml".count)) : file
    let page = try page(isDryRun)
    return OpenTelling(RunTelling(logger, page, policy: name), page, metricsFile)
  }

  /// True where lines are logged to standard error.
  var isLogging: Bool { logFormat != nil || logLevel != nil }

  private var logger: Logger {
    guard isLogging else {
      return Logger(label: "duly") { _ in SwiftLogNoOpLogHandler() }
    }
    let lines = LogLines(
      logFormat ?? .text, from: (logLevel ?? .info).level, now: { "\(Clock.now())" },
      write: { Terminal.writeError($0) })
    return Logger(label: "duly") { _ in lines }
  }

  private func page(_ isDryRun: Bool) throws -> MetricsPage? {
    guard let metricsFile else { return nil }
    guard !isDryRun else { throw Failure("a dry run writes nothing down: leave --metrics-file out") }
    var earlier: [UInt8] = []
    if access(metricsFile, F_OK) == 0 {
      do throws(SourceError) {
        earlier = try FileReading.read(metricsFile, limit: 1 << 20)
      } catch {
        throw Failure(error.message)
      }
    }
    let folder = metricsFile.lastIndex(of: "/").map { String(metricsFile[...$0]) } ?? "."
    guard access(folder, W_OK) == 0 else {
      throw Failure(
        "`\(metricsFile)` cannot be written: \(String(cString: strerror(errno))); give --metrics-file a folder that can be"
      )
    }
    return MetricsPage(after: String(decoding: earlier, as: UTF8.self), help: RunTelling.help)
  }
}

extension LogForm: ExpressibleByArgument {}

/// The log and the numbers of one run of the command.
struct OpenTelling {
  let telling: RunTelling
  private let page: MetricsPage?
  private let file: String?
  private let start = ContinuousClock.now

  init(_ telling: RunTelling, _ page: MetricsPage?, _ file: String?) {
    self.telling = telling
    self.page = page
    self.file = file
  }

  /// Tells how the run ended; the file of the numbers is replaced as a whole.
  ///
  /// What went well is not undone by a file that cannot be written: that is said, and no more.
  func end(_ report: RunReport?, _ status: ExitStatus) {
    telling.ended(report, exit: Int(status.rawValue), after: ContinuousClock.now - start, at: Clock.now())
    guard let page, let file else { return }
    do { try FileWriting.replace(file, with: Array(page.text.utf8)) } catch {
      Terminal.complain((error as? Failure)?.message ?? "\(error)")
    }
  }
}
