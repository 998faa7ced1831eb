import Foundation
import Receivables
import Replies
import Testing

/// A reply of a line of `Replies/*.txt`: language, primary intent, details, text.
struct OwnReply: CustomTestStringConvertible, Sendable {
  let language: String
  let primary: String
  let details: [String]
  let text: String

  var testDescription: String { "\(language): \(text)" }
  var isAutomatic: Bool { details.contains("auto") }
  var isAmerican: Bool { details.contains("us") }
  var mustDispute: Bool { details.contains("dispute") }
  var mustStop: Bool { details.contains("stop") }

  /// The day on which it came in.
  var received: Day { value("on").flatMap(Day.init(iso:)) ?? ReplyFixtures.received }

  /// The days behind a key that are as good as each other, nil for an open one; none where nothing is said.
  func days(_ key: String) -> [Day?] {
    value(key).map { $0.split(separator: "/").map { Day(iso: String($0)) } } ?? []
  }

  private func value(_ key: String) -> String? {
    details.first { $0.hasPrefix("\(key)=") }.map { String($0.dropFirst(key.count + 1)) }
  }

  /// The replies of a file beside the tests.
  static func all(_ name: String) throws -> [OwnReply] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Replies/\(name).txt")
    let text = try String(contentsOf: path, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard fields.count == 4 else { return nil }
      return OwnReply(
        language: fields[0], primary: fields[1],
        details: fields[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) },
        text: fields[3].replacingOccurrences(of: "\\n", with: "\n"))
    }
  }
}

@Suite struct OwnRepliesTests {
  /// `own` was written before the rules were tried on any folder, `harder` before they were changed for it, `fresh` in
  /// rounds after that.
  @Test(
    arguments: ["own", "harder", "fresh"], ["en", "de", "fr", "es", "nl", "it"])
  func `nearly all replies in six languages are understood`(file: String, language: String) throws {
    let replies = try OwnReply.all(file).filter { $0.language == language }
    var right = 0
    var days = (right: 0, all: 0)
    var dangerous: [String] = []
    var wrong: [String] = []
    for reply in replies {
      let understanding = try ReplyFixtures.understand(
        reply.text, automatic: reply.isAutomatic, received: reply.received, american: reply.isAmerican)
      if understanding.primary.rawValue == reply.primary {
        right += 1
      } else {
        wrong.append(
          "\(understanding.primary.rawValue) instead of \(reply.primary): \(reply.testDescription)")
      }
      for (key, found) in [
        ("promise", understanding.promise?.date), ("back", understanding.outOfOfficeUntil),
      ] {
        let known = reply.days(key)
        guard !known.isEmpty else { continue }
        days.all += 1
        if known.contains(found) {
          days.right += 1
        } else {
          wrong.append("\(key) \(found?.description ?? "open"): \(reply.testDescription)")
        }
      }
      if reply.mustDispute && understanding.dispute == nil || reply.mustStop && !understanding.stop {
        dangerous.append(reply.testDescription)
      }
    }
    let note = Comment(rawValue: wrong.joined(separator: "\n"))
    #expect(replies.count >= 15)
    #expect(right * 100 >= replies.count * 94, note)
    // One of a few days may be missed.
    #expect((days.all - days.right) * 100 <= max(days.all * 8, 100), note)
    #expect(dangerous.count * 50 <= replies.count, Comment(rawValue: dangerous.joined(separator: "\n")))
  }
}
