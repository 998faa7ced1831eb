import Foundation
import TestSupport

/// Another process on a journal, which can be killed at any instant.
final class WriterProcess {
  private let process = Process()
  private let output = Pipe()
  private var pending: [UInt8] = []

  /// Starts `journal-writer` with these arguments.
  init(_ arguments: [String]) throws {
    process.executableURL = try BuiltCommand("journal-writer").executable
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  /// The next line that it says, nil where it has ended.
  func line() -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      pending += more
    }
  }

  /// All lines that it still says, up to its end.
  func remaining() throws -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    process.waitUntilExit()
    return lines
  }

  /// Kills it as `kill -9` does, and gives the whole lines that it had said and nobody had read.
  func kill() throws -> [String] {
    Foundation.kill(process.processIdentifier, SIGKILL)
    return try remaining()
  }
}
