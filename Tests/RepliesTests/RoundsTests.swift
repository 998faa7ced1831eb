import Foundation
import MailReading
import Replies
import Testing

/// Three more rounds of whole mails, see `Unseen/README.md`. What is held here are the figures after the rules and the tables
/// of leanings were widened by them: that nothing is lost. What to expect of mails that nobody has seen is said there.
@Suite struct RoundsTests {
  struct Round: CustomTestStringConvertible, Sendable {
    let name: String
    /// In per cent.
    let primary: Int
    let promiseDate: Int
    let dayOfReturn: Int
    let visibleReply: Int
    /// How many mails at most.
    let dangerous: Int

    var testDescription: String { name }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  @Test(arguments: [
    Round(name: "Seventh", primary: 92, promiseDate: 89, dayOfReturn: 100, visibleReply: 98, dangerous: 2),
    Round(name: "Eighth", primary: 93, promiseDate: 78, dayOfReturn: 86, visibleReply: 97, dangerous: 3),
    Round(name: "Ninth", primary: 92, promiseDate: 85, dayOfReturn: 100, visibleReply: 98, dangerous: 3),
  ])
  func `nothing of what a round was understood to say is lost`(round: Round) throws {
    let reader = try ReplyFixtures.reader.get()
    var score = ReplyScore()
    var wrong: [String] = []
    for entry in try LabelledFolder(Self.folder.appendingPathComponent(round.name).path).entries {
      let mail = try #require(MailReader.read(try LabelledFolder.bytes(entry.path)))
      let understanding = reader.understand(mail, context: entry.context)
      #expect(understanding.kind != .bounce, "\(entry.file)")
      let differences = score.count(understanding, try #require(entry.truth))
      if !differences.isEmpty { wrong.append("\(entry.file): \(differences.joined(separator: "; "))") }
    }
    let note = Comment(rawValue: wrong.joined(separator: "\n"))
    #expect(score.mails >= 90)
    #expect(score.primary.right * 100 >= score.primary.all * round.primary, note)
    #expect(score.promiseDate.right * 100 >= score.promiseDate.all * round.promiseDate, note)
    #expect(score.dayOfReturn.right * 100 >= score.dayOfReturn.all * round.dayOfReturn, note)
    #expect(score.visibleReply.right * 100 >= score.visibleReply.all * round.visibleReply, note)
    #expect(score.dangerous <= round.dangerous, note)
  }
}
