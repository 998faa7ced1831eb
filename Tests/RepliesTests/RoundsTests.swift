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

  /// What of each file of replies is never learnt from.
  struct HeldOut: CustomTestStringConvertible, Sendable {
    let folder: String
    let mails: Int
    /// In per cent.
    let primary: Int
    let promiseDate: Int
    let dayOfReturn: Int
    /// How many mails at most.
    let dangerous: Int

    var testDescription: String { folder }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// Every fifth line of the files of replies: no table ever learns from these, and nobody reads them to write rules. The
  /// floors are a little under what was reached when these tests were written. `Everyday` and `Unread` are like what customers
  /// write every day, the latter with more of what is easily mixed up; `Replies` was written to be hard.
  @Test(arguments: [
    HeldOut(folder: "Everyday", mails: 366, primary: 92, promiseDate: 83, dayOfReturn: 93, dangerous: 7),
    HeldOut(folder: "Unread", mails: 972, primary: 85, promiseDate: 82, dayOfReturn: 81, dangerous: 50),
    HeldOut(folder: "Replies", mails: 214, primary: 77, promiseDate: 60, dayOfReturn: 65, dangerous: 25),
  ])
  func `what was never learnt from is understood as well as it was`(round: HeldOut) throws {
    let reader = try ReplyFixtures.reader.get()
    var score = ReplyScore()
    let folder = Self.folder.appendingPathComponent(round.folder).path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".jsonl") {
      for entry in try LabelledFolder("\(folder)/\(name)").entries where entry.isHeldOut {
        let mail = try #require(try entry.mail())
        _ = score.count(reader.understand(mail, context: entry.context), try #require(entry.truth))
      }
    }
    let note = Comment(rawValue: "\(score)")
    #expect(score.mails == round.mails)
    #expect(score.primary.right * 100 >= score.primary.all * round.primary, note)
    #expect(score.promiseDate.right * 100 >= score.promiseDate.all * round.promiseDate, note)
    #expect(score.dayOfReturn.right * 100 >= score.dayOfReturn.all * round.dayOfReturn, note)
    #expect(score.dangerous <= round.dangerous, note)
  }

  @Test(arguments: [
    Round(name: "Seventh", primary: 96, promiseDate: 85, dayOfReturn: 100, visibleReply: 98, dangerous: 2),
    Round(name: "Eighth", primary: 92, promiseDate: 84, dayOfReturn: 86, visibleReply: 97, dangerous: 3),
    Round(name: "Ninth", primary: 98, promiseDate: 85, dayOfReturn: 92, visibleReply: 98, dangerous: 3),
  ])
  func `nothing of what a round was understood to say is lost`(round: Round) throws {
    let reader = try ReplyFixtures.reader.get()
    var score = ReplyScore()
    var wrong: [String] = []
    for entry in try LabelledFolder(Self.folder.appendingPathComponent(round.name).path).entries {
      let mail = try #require(try entry.mail())
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
