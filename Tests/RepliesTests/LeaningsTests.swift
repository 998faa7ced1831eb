import Foundation
import MailReading
import Receivables
import Replies
import Testing

/// What words lean to, and how it is weighed against rules.
@Suite struct LeaningsTests {
  private func folder(_ files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "duly-leanings-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return folder.path
  }

  private func understand(_ text: String, rules: ReplyRules) -> Understanding {
    ReplyReader(rules: rules).understand(ReplyFixtures.mail(text), context: ReplyFixtures.context)
  }

  private let moon = """
    language: en
    common: |
      the moon is full cheese
    rules:
      - rule: cheese
        means: promise
        say: |
          cheese
    """

  private func rules(leaning table: String) throws -> ReplyRules {
    let path = try folder(["en.yaml": moon])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let read = try ShippedRules.read(folder: path, alone: true)
    var rules = try #require(read.languages.first).rules
    rules.leanings = Leanings(Array(table.utf8))
    return ReplyRules(languages: [RuleLanguage(rules)], bounces: read.bounces)
  }

  @Test func `what no rule knows is what its words lean to, and the sentence is shown`() throws {
    let table = "sign\n*,0,0,0,0,0,0,0,0,0,0,0\nmoon,,300,,,,,,,,,\n"
    let understanding = understand("Hello. The moon is full.", rules: try rules(leaning: table))
    #expect(understanding.primary == .dispute)
    #expect(understanding.dispute?.invoices == ["INV-2041", "INV-2057"])
    #expect(understanding.needsPerson)
    #expect(understanding.grounds.map(\.rule) == ["en/leaning"])
    #expect(understanding.grounds.map(\.words) == ["The moon is full"])
  }

  @Test func `what is leant to by little is for a person`() throws {
    let table = "sign\n*,0,0,0,0,0,0,0,0,0,0,0\nmoon,,,,,,,,NUMBER,,,\n"
    for (number, needsPerson) in [("90", true), ("110", false)] {
      let rules = try rules(leaning: table.replacingOccurrences(of: "NUMBER", with: number))
      let understanding = understand("The moon.", rules: rules)
      #expect(understanding.primary == .thanks)
      #expect(understanding.needsPerson == needsPerson)
    }
  }

  @Test func `two words and the beginning of a word are signs, and so is what a day is`() throws {
    let language = try #require(try ShippedRules.read().languages.first)
    let received = try #require(Day(iso: "2026-03-04"))
    let signs = LeaningSign.texts(
      "Paid yesterday, INV-2041, 20 euros?", language: language, received: received,
      invoices: [.init(number: "INV-2041", hundredths: 2000)])
    #expect(
      signs == [
        "paid", "paid <earlier>", "paid _ <invoice>", "<earlier>", "<earlier> <invoice>",
        "<earlier> _ <amount>", "<invoice>", "<invoice> <amount>", "<invoice> _ ?", "<amount>", "<amount> ?",
        "?",
      ])
    #expect(
      LeaningSign.texts("Overcharged", language: language, received: received, invoices: [])
        == ["overcharged", "overc*"])
  }

  @Test func `nothing that was learnt outweighs a rule of the owner's own`() throws {
    let table = "sign\n*,0,0,0,0,0,0,0,0,0,0,0\nmoon,,3000,,,,,,,,,\ncheese,-3000,3000,,,,,,,,,\n"
    let understanding = understand("The moon is cheese.", rules: try rules(leaning: table))
    #expect(understanding.primary == .promise)
    #expect(understanding.grounds.map(\.rule) == ["en/cheese"])
  }

  @Test func `a rule that is alone against all other words gives way`() throws {
    let reader = try ReplyFixtures.reader.get()
    let text = """
      You have charged us for the second visit, which your technician said was free of charge. This is not what was agreed, \
      the hours are wrong too. Please correct the invoice, we are not paying this before Friday.
      """
    let understanding = reader.understand(ReplyFixtures.mail(text), context: ReplyFixtures.context)
    #expect(understanding.primary == .dispute)
    #expect(understanding.promise == nil)
  }

  @Test func `a program's answer is left to the rules`() throws {
    let table = "sign\n*,0,0,0,0,0,0,0,0,0,0,0\nmoon,,300,,,,,,,,,\n"
    let reader = ReplyReader(rules: try rules(leaning: table))
    let understanding = reader.understand(
      ReplyFixtures.mail("The moon is full.", automatic: true), context: ReplyFixtures.context)
    #expect(understanding.primary == .unclear)
  }

  @Test(arguments: ["en", "de", "fr", "es", "nl", "it"])
  func `the tables are whole: every line has a sign and a number or nothing for each thing that can be said`(
    language: String
  ) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Sources/System/CReplyRules/Leanings/\(language).csv").path
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.first == "sign,\(Leanings.columns.map(\.rawValue).joined(separator: ","))")
    #expect(lines.count > 1000)
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(fields.count == Leanings.columns.count + 1, "\(line)")
      #expect(fields.dropFirst().allSatisfy { $0.isEmpty || Int($0) != nil }, "\(line)")
    }
  }
}
