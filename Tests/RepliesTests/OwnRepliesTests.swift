import Foundation
import Receivables
import Replies
import Testing

/// One line of `Replies/own.txt`.
struct OwnReply: CustomTestStringConvertible, Sendable {
  let language: String
  let primary: String
  let details: [String]
  let text: String

  var testDescription: String { "\(language): \(text)" }
  var isAutomatic: Bool { details.contains("auto") }
  var mustDispute: Bool { details.contains("dispute") }
  var mustStop: Bool { details.contains("stop") }

  /// The day behind a key: `.some(nil)` where it is said to be open, nil where nothing is said.
  func day(_ key: String) -> Day?? {
    guard let detail = details.first(where: { $0.hasPrefix("\(key)=") }) else { return nil }
    return .some(Day(iso: String(detail.dropFirst(key.count + 1))))
  }

  /// The replies of a file beside the tests.
  static func all(_ name: String) -> [OwnReply] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Replies/own.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
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
  /// `own` was written before the rules were tried on any folder, `harder` before they were changed for it.
  @Test(arguments: ["own", "harder"])
  func `nearly all replies in six languages are understood`(file: String) throws {
    let replies = OwnReply.all(file)
    var right = 0
    var days = (right: 0, all: 0)
    var dangerous: [String] = []
    var wrong: [String] = []
    for reply in replies {
      let understanding = try ReplyFixtures.understand(reply.text, automatic: reply.isAutomatic)
      if understanding.primary.rawValue == reply.primary {
        right += 1
      } else {
        wrong.append(
          "\(understanding.primary.rawValue) instead of \(reply.primary): \(reply.testDescription)")
      }
      for (key, found) in [
        ("promise", understanding.promise?.date), ("back", understanding.outOfOfficeUntil),
      ] {
        guard let day = reply.day(key) else { continue }
        days.all += 1
        if day == found {
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
    #expect(replies.count >= 120)
    #expect(right * 100 >= replies.count * 92, note)
    #expect(days.right * 100 >= days.all * 92, note)
    #expect(dangerous.count * 50 <= replies.count, Comment(rawValue: dangerous.joined(separator: "\n")))
  }
}
