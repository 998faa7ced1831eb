import Foundation
import TestSupport
import Testing

/// Compares a text with a file of the repository, byte for byte.
///
/// With `RECORD=1` in the environment the file is written instead, and the test fails all the same.
func expectRecorded(_ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let file = BuiltCommand.root.appendingPathComponent(path)
  do {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(path); run again without RECORD=1", sourceLocation: sourceLocation)
      return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard recorded != text else { return }
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let common = zip(old, new).prefix { $0 == $1 }.count
    let then = common < old.count ? String(old[common]) : "(ends)"
    let now = common < new.count ? String(new[common]) : "(ends)"
    Issue.record(
      "\(path) differs from line \(common + 1) on\nrecorded: \(then)\nnow:      \(now)",
      sourceLocation: sourceLocation)
  } catch {
    Issue.record("no \(path): run with RECORD=1 (\(error))", sourceLocation: sourceLocation)
  }
}
