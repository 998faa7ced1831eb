import Foundation
import Testing

/// Compares a text with the file `Goldens/NAME` beside the test, byte for byte.
///
/// With `RECORD=1` in the environment the file is written instead, and the test fails all the same: a recording run
/// proves nothing, and what was recorded is to be read before it is kept.
///
/// - Parameters:
///   - text: What was produced.
///   - name: The file's name in the folder `Goldens`, with its ending.
///   - filePath: The test's own file.
package func expectGolden(
  _ text: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); run again without RECORD=1", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  do {
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard golden != text else { return }
    Issue.record(
      Comment(rawValue: difference(golden, text, name)), sourceLocation: sourceLocation)
  } catch {
    Issue.record("no golden \(name): run with RECORD=1 (\(error))", sourceLocation: sourceLocation)
  }
}

/// The first line in which two texts differ, and both texts.
private func difference(_ golden: String, _ text: String, _ name: String) -> String {
  let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let new = text.split(separator: "\n", omittingEmptySubsequences: false)
  let common = zip(old, new).prefix { $0 == $1 }.count
  return """
    \(name) differs from line \(common + 1) on
    golden: \(common < old.count ? String(old[common]) : "(ends)")
    now:    \(common < new.count ? String(new[common]) : "(ends)")
    all of it now:
    \(text)
    """
}
