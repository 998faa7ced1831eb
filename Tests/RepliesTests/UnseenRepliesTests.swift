import Foundation
import MailReading
import Replies
import Testing

/// Whole mails that the rules were measured on before anybody looked at what they made of them, see `Unseen/README.md`.
@Suite struct UnseenRepliesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Unseen").path

  @Test(arguments: ["en", "de", "fr", "es", "nl", "it"])
  func `mails of each language are understood as well as is asked for`(language: String) throws {
    let reader = try ReplyFixtures.reader.get()
    var score = ReplyScore()
    var wrong: [String] = []
    for entry in try LabelledFolder(Self.folder).entries where entry.file.hasPrefix(language) {
      let mail = try #require(try entry.mail())
      let truth = try #require(entry.truth)
      let understanding = reader.understand(mail, context: entry.context)
      #expect(understanding.kind != .bounce, "\(entry.file)")
      let differences = score.count(understanding, truth)
      if !differences.isEmpty { wrong.append("\(entry.file): \(differences.joined(separator: "; "))") }
    }
    let note = Comment(rawValue: wrong.joined(separator: "\n"))
    #expect(score.mails >= 30)
    #expect(score.primary.right * 100 >= score.primary.all * 92, note)
    #expect(score.promiseDate.right * 100 >= score.promiseDate.all * 92, note)
    #expect(score.dayOfReturn.right * 100 >= score.dayOfReturn.all * 95, note)
    #expect(score.visibleReply.right * 100 >= score.visibleReply.all * 95, note)
    #expect(score.dangerous * 50 <= score.mails, note)
  }
}
