import ArgumentParser
import Foundation
import TimeZones

/// Runs the conformance suite of the expression language.
@main
struct Conformance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cel-conformance",
    abstract: "Runs the cases of folders of JSON lines and says how many pass.",
    discussion: """
      Every .jsonl file of each folder is read. Cases that need protocol buffer messages, and the parts of the \
      language that are left out, count as skipped. The exit code is 0 when none fails, 1 when one does, and 2 \
      when a folder or a line cannot be read.
      """)

  @Argument(help: "Folders with .jsonl files.", completion: .directory)
  var folders: [String]

  @Flag(help: "Print each failing case with what was expected and what came.")
  var failures = false

  @Flag(help: "Print what was left out, how often, and why.")
  var skipped = false

  func run() throws {
    do {
      try runAll()
    } catch let error as Unreadable {
      FileHandle.standardError.write(Data("error: \(error.message)\n".utf8))
      throw ExitCode(2)
    }
  }

  private func runAll() throws {
    var (passed, failed) = (0, 0)
    var left: [(part: String, reason: String, count: Int)] = []
    let zones = SystemTimeZones()
    for test in try folders.flatMap({ try cases(in: $0) }) {
      switch Outcome(of: test, zones: zones) {
      case .passed: passed += 1
      case .failed(let expected, let found):
        failed += 1
        guard failures else { continue }
        print("\(test.title): \(test.expression)\n  expected: \(expected)\n  found:    \(found)")
      case .skipped(let entry):
        if let place = left.firstIndex(where: { $0.part == entry.part }) {
          left[place].count += 1
        } else {
          left.append((entry.part, entry.reason, 1))
        }
      }
    }
    if skipped {
      for entry in left { print("\(entry.count) skipped: \(entry.part): \(entry.reason)") }
    }
    let count = left.reduce(0) { $0 + $1.count }
    print("\(passed) passed, \(failed) failed, \(count) skipped")
    if failed > 0 { throw ExitCode(1) }
  }

  private func cases(in folder: String) throws -> [ConformanceCase] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Unreadable(message: "\(folder): the folder cannot be read; name one with .jsonl files")
    }
    let files = names.filter { $0.hasSuffix(".jsonl") }.sorted()
    guard !files.isEmpty else { throw Unreadable(message: "\(folder): there is no .jsonl file in it") }
    return try files.flatMap { try cases(file: "\(folder)/\($0)") }
  }

  private func cases(file: String) throws -> [ConformanceCase] {
    guard let content = FileManager.default.contents(atPath: file) else {
      throw Unreadable(message: "\(file): the file cannot be read")
    }
    var all: [ConformanceCase] = []
    for (index, line) in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    where !line.allSatisfy({ $0 == 32 || $0 == 13 }) {
      do {
        all.append(try ConformanceCase(json: line))
      } catch let malformed as ConformanceCase.Malformed {
        throw Unreadable(message: "\(file):\(index + 1): \(malformed.reason)")
      } catch {
        throw Unreadable(message: "\(file):\(index + 1): the line is no JSON")
      }
    }
    return all
  }
}

/// A folder, file or line that cannot be read, told on one line.
private struct Unreadable: Error {
  let message: String
}
