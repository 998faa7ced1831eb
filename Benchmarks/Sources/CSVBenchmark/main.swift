// Compares SwiftCSV with Duly's reader of books, both in release:
//
//   make_receivables.py --customers 25000 --invoices 100000 --out FOLDER
//   swift build -c release --product books-timing          (in Duly's folder)
//   swift run -c release CSVBenchmark FOLDER PATH/TO/books-timing
//
// The comparison is in favour of SwiftCSV: it only takes the rows of invoices.csv apart into texts, while
// Duly reads all files of the folder, checks every row and puts the accounts together.
import Foundation
import SwiftCSV

private let warmUps = 2
private let runs = 7

/// Milliseconds.
private func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted[sorted.count / 2]
}

/// The times of `runs` runs after the warm-up, in milliseconds.
private func times(_ work: () throws -> Int) rethrows -> [Double] {
  let clock = ContinuousClock()
  var times: [Double] = []
  for run in 0..<(warmUps + runs) {
    let began = clock.now
    let count = try work()
    let (seconds, attoseconds) = (clock.now - began).components
    precondition(count > 0, "a benchmark that reads nothing measures nothing")
    if run >= warmUps { times.append(Double(seconds) * 1e3 + Double(attoseconds) / 1e15) }
  }
  return times
}

/// The times that Duly's reader reports of itself.
private func dulyTimes(_ tool: String, _ folder: String) throws -> [Double] {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(fileURLWithPath: tool)
  process.arguments = [folder, "\(warmUps + runs)"]
  process.standardOutput = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw CocoaError(
      .executableRuntimeMismatch,
      userInfo: [NSDebugDescriptionErrorKey: String(decoding: data, as: UTF8.self)])
  }
  let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
  return lines.compactMap { $0.split(separator: " ").first.flatMap { Double($0) } }.map { $0 / 1e6 }
    .suffix(runs)
}

private func report(_ name: String, _ times: [Double], comparedWith base: Double) {
  let line = [median(times), times.min() ?? 0, median(times) / base].map { String(format: "%10.1f", $0) }
  print(name.padding(toLength: 44, withPad: " ", startingAt: 0), line.joined())
}

guard CommandLine.arguments.count == 3 else {
  print("usage: CSVBenchmark FOLDER PATH/TO/books-timing")
  exit(2)
}
let folder = CommandLine.arguments[1]
let invoices = URL(fileURLWithPath: folder + "/invoices.csv")
do {
  let duly = try dulyTimes(CommandLine.arguments[2], folder)
  let named = try times {
    var count = 0
    try NamedCSV(url: invoices, loadColumns: false).enumerateAsDict { _ in count += 1 }
    return count
  }
  let enumerated = try times {
    var count = 0
    try EnumeratedCSV(url: invoices, loadColumns: false).enumerateAsArray(startAt: 1, rowLimit: nil) { _ in
      count += 1
    }
    return count
  }
  print(String(repeating: " ", count: 44), " median ms    min ms     ratio")
  report("Duly: folder read, checked, put together", duly, comparedWith: median(duly))
  report("SwiftCSV: invoices.csv, rows as arrays", enumerated, comparedWith: median(duly))
  report("SwiftCSV: invoices.csv, rows as dictionaries", named, comparedWith: median(duly))
} catch {
  print(error)
  exit(2)
}
