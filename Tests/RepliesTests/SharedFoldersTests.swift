import Foundation
import MailReading
import Replies
import Testing

/// Folders of mails that lie beside the project; what is measured here is what the issue asks for.
@Suite struct SharedFoldersTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/data").path

  private static func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  @Test(.enabled(if: isThere("bounces/truth.csv"), "the bounces are not beside the project"))
  func `of the bounces 97 in a hundred are told hard or soft`() throws {
    let round = try BounceRound("\(Self.folder)/bounces")
    #expect(round.all > 100)
    #expect(round.right * 100 >= round.all * 97, Comment(rawValue: round.wrong.joined(separator: "\n")))
  }

  @Test(.enabled(if: isThere("reply-intents/truth.jsonl"), "the replies are not beside the project"))
  func `the labelled replies are understood as well as is asked for`() throws {
    let reader = try ReplyFixtures.reader.get()
    var score = ReplyScore()
    var wrong: [String] = []
    for entry in try LabelledFolder("\(Self.folder)/reply-intents").entries {
      let mail = try #require(try entry.mail())
      let truth = try #require(entry.truth)
      let understanding = reader.understand(mail, context: entry.context)
      #expect(understanding.kind != .bounce, "\(entry.file)")
      let differences = score.count(understanding, truth)
      if !differences.isEmpty { wrong.append("\(entry.file): \(differences.joined(separator: "; "))") }
    }
    let note = Comment(rawValue: wrong.joined(separator: "\n"))
    #expect(score.primary.right * 100 >= score.primary.all * 92, note)
    #expect(score.promiseDate.right * 100 >= score.promiseDate.all * 92, note)
    #expect(score.dayOfReturn.right * 100 >= score.dayOfReturn.all * 95, note)
    #expect(score.dangerous * 50 <= score.mails, note)
  }

  /// How the visible reply of each begins and ends, and what must not be in it.
  private static let replies: [(file: String, begins: String, ends: String, without: [String])] = [
    ("correct_sig", "this is an email", "-- signature.", ["rick"]),
    ("email_1_1", "Hi folks", "Java HTTP API.", ["mailman", "____"]),
    ("email_1_2", "Hi,", "all individually.\"", ["> Hi folks", "wrote:", "lists.basho.com/mailman"]),
    ("email_1_3", "Oh thanks.", "would be great.", ["Russell Brown", "riakClient"]),
    ("email_1_4", "Awesome!", "problem with it.", ["Loader", "On Aug 22"]),
    ("email_1_5", "One: Here's", "for a while.", []),
    ("email_1_6", "I get proper", "as well.", ["Corey", "caching"]),
    ("email_1_7", ":+1:", ":+1:", ["Steps", "Wanstrath"]),
    ("email_1_8", "I will reply under this one", "under this.", ["okay", "Tim", "signature"]),
    ("email_2_1", "Outlook with a reply", "with a reply", ["Google Apps"]),
    ("email_2_2", "Outlook with a reply directly", "above line", ["CRM", "replying"]),
    ("email_2_3", "Outlook with a reply directly", "above line", ["CRM", "replying"]),
    ("email_BlackBerry", "Here is", "another email", ["Sent"]),
    ("email_bullets", "test 2", "- and another", ["goalengine", "Joe Smith"]),
    ("email_iPhone", "Here is", "another email", ["Sent"]),
    ("email_long_quote", "Hi folks", "Java HTTP API.", ["mailman", "____"]),
    ("email_multi_word_sent_from_my_mobile_device", "Here is", "another email", ["Sent"]),
    ("email_one_is_not_on", "Thank, this", "when I run...", ["Dave Tapley", "good news"]),
    ("email_sent_from_my_not_signature", "Here is another email", "my mobile phone.", []),
    ("email_sig_delimiter_in_middle_of_line", "Hi there!", "kthxbai", []),
    ("greedy_on", "On your remote host", "is not working.", ["Plymale", "odd issue"]),
    ("pathological", "I think you're onto", "to a computer.", ["Sullivan", "ATGGAG"]),
  ]

  @Test(.enabled(if: isThere("replies/emails"), "the replies are not beside the project"))
  func `all visible replies are cut out`() throws {
    let layouts = [try ReplyFixtures.layouts.get()]
    for reply in Self.replies {
      let text = try String(
        contentsOfFile: "\(Self.folder)/replies/emails/\(reply.file).txt", encoding: .utf8)
      let visible = VisibleReply(text, layouts: layouts).text
      #expect(visible.hasPrefix(reply.begins), "\(reply.file): \(visible.prefix(200))")
      #expect(visible.hasSuffix(reply.ends), "\(reply.file): \(visible.suffix(200))")
      for words in reply.without { #expect(!visible.contains(words), "\(reply.file) holds \(words)") }
    }
  }
}
