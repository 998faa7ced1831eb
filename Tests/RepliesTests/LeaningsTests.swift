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

  /// The first line of a table.
  private static let head = "sign,\(Learnt.intents.map(\.rawValue).joined(separator: ","))\n"

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

  /// Weights by which each thing is said that leans by more than 1, or that a rule found.
  private static let weights: EvidenceWeights = {
    let columns = Learnt.intents.indices
    func row(_ name: String, _ number: (Int) -> Int) -> String {
      "\(name),\(columns.map { String(number($0)) }.joined(separator: ","))\n"
    }
    var table = head + row("*") { _ in -100 }
    for name in Evidence.names {
      let own = Learnt.intents.firstIndex { name == "leans to \($0.rawValue)" }
      table += row(name) { column in name == "rule" ? 200 : own == column ? 100 : 0 }
    }
    return EvidenceWeights(Leanings(Array(table.utf8)))
  }()

  private func rules(leaning table: String) throws -> ReplyRules {
    let path = try folder(["en.yaml": moon])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let read = try ShippedRules.read(folder: path, alone: true)
    var rules = try #require(read.languages.first).rules
    rules.learnt.weights = Self.weights
    rules.learnt.words = Leanings(Array((Self.head + table.dropFirst(5)).utf8))
    return ReplyRules(languages: [RuleLanguage(rules)], bounces: read.bounces)
  }

  @Test func `what no rule knows is what its words lean to, and the sentence is shown`() throws {
    let table = "sign\n*,0,0,0,0,0,0,0,0,0,0,0\nmoon,,500,,,,,,,,,\n"
    let understanding = understand("Hello. The moon is full.", rules: try rules(leaning: table))
    #expect(understanding.primary == .dispute)
    #expect(understanding.dispute?.invoices == ["INV-2041", "INV-2057"])
    #expect(understanding.needsPerson)
    #expect(understanding.grounds.map(\.rule) == ["en/leaning"])
    #expect(understanding.grounds.map(\.words) == ["The moon is full"])
  }

  @Test func `what is leant to by little is for a person`() throws {
    let table = "sign\n*,0,0,0,0,0,0,0,0,0,0,0\nmoon,,,,,,,,NUMBER,,,\n"
    // Three signs, of which one counts, once for all and once for its sentence; then 1 is taken off, and 1 is sure.
    for (number, needsPerson) in [("165", true), ("180", false)] {
      let rules = try rules(leaning: table.replacingOccurrences(of: "NUMBER", with: number))
      let understanding = understand("The moon.", rules: rules)
      #expect(understanding.primary == .thanks)
      #expect(understanding.needsPerson == needsPerson)
    }
  }

  /// What "The moon." says: three signs, of which one counts, once for all and once for its sentence, and 1 is taken off.
  private func said(_ leanings: [Understanding.Intent: Int]) throws -> [Understanding.Intent] {
    let row = Learnt.intents.map { leanings[$0].map(String.init) ?? "" }.joined(separator: ",")
    let table = "sign\n*,0,0,0,0,0,0,0,0,0,0,0\nmoon,\(row)\n"
    return understand("The moon.", rules: try rules(leaning: table)).intents
  }

  @Test func `beside a request what would keep reminders back has to be clear`() throws {
    // 0.7 and 1.9.
    #expect(try said([.request: 300, .outOfOffice: 150]) == [.request])
    #expect(try said([.request: 300, .outOfOffice: 250]) == [.outOfOffice, .request])
    #expect(try said([.outOfOffice: 150]) == [.outOfOffice])
  }

  @Test func `an objection that is nearly as likely as not is told last, beside a promise more readily`()
    throws
  {
    // -0.3 and -0.7.
    #expect(try said([.thanks: 300, .dispute: 60]) == [.thanks, .dispute])
    #expect(try said([.thanks: 300, .dispute: 30]) == [.thanks])
    #expect(try said([.promise: 300, .dispute: 30]) == [.promise, .dispute])
    #expect(try said([.dispute: 150, .promise: 300]) == [.dispute, .promise])
  }

  @Test func `of a payment and a promise in one sentence with one day the likelier holds`() throws {
    #expect(try said([.promise: 300, .claimsPaid: 250]) == [.promise])
    #expect(try said([.promise: 250, .claimsPaid: 300]) == [.claimsPaid])
  }

  @Test func `what one sentence says counts as much as what all say`() throws {
    let table = "sign\n*,0,0,0,0,0,0,0,0,0,0,0\nmoon,,140,,,,,,,,,\n"
    let rules = try rules(leaning: table)
    #expect(understand("The moon.", rules: rules).primary == .dispute)
    // The same word counts less in a longer sentence, and no less for sentences that say nothing of it.
    let long = "The moon over the hill is so very round and so very full of cheddar and of stars tonight."
    #expect(!understand(long, rules: rules).intents.contains(.dispute))
    let others = "Hello there, dear all. The moon. We hope that you had a very nice week."
    #expect(understand(others, rules: rules).intents.contains(.dispute))
  }

  @Test func `two words and the beginning of a word are signs, and so is what a day is`() throws {
    let rules = try #require(try ShippedRules.read().languages.first).rules
    let received = try #require(Day(iso: "2026-03-04"))
    let signs = SignTexts(
      "Paid yesterday, INV-2041, 20 euros?", rules: rules, received: received, monthFirst: false,
      isAutomatic: false,
      invoices: [.init(number: "INV-2041", hundredths: 2000)])
    #expect(
      signs.words == [
        "paid", "paid <earlier>", "paid _ <invoice>", "Q_paid", "<earlier>", "<earlier> <invoice>",
        "<earlier> _ <amount>", "Q_<earlier>", "<invoice>", "<invoice> <amount>", "<invoice> _ ?",
        "Q_<invoice>",
        "<amount>", "<amount> ?", "Q_<amount>", "?", "Q_?",
      ])
    #expect(
      SignTexts(
        "Overcharged", rules: rules, received: received, monthFirst: false, isAutomatic: false,
        invoices: []
      ).words
        == ["overcharged", "overc*"])
  }

  @Test func `what stands behind a "not" of the clause is another sign`() throws {
    let rules = try #require(try ShippedRules.read().languages.first).rules
    let received = try #require(Day(iso: "2026-03-04"))
    let signs = SignTexts(
      "Never paid, sorry", rules: rules, received: received, monthFirst: false, isAutomatic: false,
      invoices: [])
    #expect(signs.words.filter { $0.hasPrefix("N_") } == ["N_paid"])
    #expect(signs.themes.filter { $0.hasPrefix("#N") } == ["#Npaid"])
  }

  @Test(arguments: [
    ("en", "the boiler leaks"), ("de", "die Heizung tropft"), ("fr", "la chaudière fuit"),
    ("es", "la caldera gotea"),
    ("nl", "de ketel lekt"), ("it", "la caldaia perde"),
  ])
  func `words of one theme are the same signs in every language`(language: String, text: String) throws {
    let rules = try #require(try ShippedRules.read().languages.first { $0.code == language }).rules
    let received = try #require(Day(iso: "2026-03-04"))
    let signs = SignTexts(
      text, rules: rules, received: received, monthFirst: false, isAutomatic: false,
      invoices: [])
    #expect(signs.themes.filter { $0.hasPrefix("#") } == ["#goods", "#goods #bad", "#bad"])
  }

  @Test(arguments: [
    "ask the heron, the moss grew round the table",
    "hm. the heron and the ledger, you know how it goes in spring",
    "Purple lanterns drift where the tide forgets its name.",
    "Der Reiher sang im Schilf, und der Mond vergaß seinen Hut.", "naja, wie der Hase halt hoppelt, gell",
    "Le héron chantait dans les roseaux et la lune perdait son chapeau.",
    "bof, comme chante le hibou, les cigales et la fourmi",
    "La garza cantaba entre los juncos y la luna olvidaba su sombrero.",
    "pues eso, que cada mochuelo a su olivo",
    "De reiger zong in het riet en de maan vergat haar hoed.", "tja, zo wappert de wimpel in de lente",
    "L'airone cantava tra le canne e la luna scordava il cappello.", "mah, il lupo perde il pelo, si sa",
  ])
  func `words that nothing is known of are for a person, and keep no reminder back`(text: String) throws {
    let understanding = try ReplyFixtures.understand(text)
    #expect(understanding.intents == [.unclear])
    #expect(understanding.needsPerson)
  }

  @Test(arguments: [
    ("Up in the hills till Sunday night, I'll read it on Monday.", "2026-03-09"),
    ("Mr Hall is in hospital and comes home on the 16th.", "2026-03-16"),
    ("Bin bis Sonntag auf einer Hütte ohne Empfang, am Montag schau ich es mir an.", "2026-03-09"),
    ("Estoy de viaje en Polonia, vuelvo el 12 y entonces lo miro.", "2026-03-12"),
  ])
  func `who is away and promises nothing is away`(text: String, day: String) throws {
    let understanding = try ReplyFixtures.understand(text)
    #expect(understanding.primary == .outOfOffice)
    #expect(understanding.promise == nil)
    #expect(understanding.outOfOfficeUntil == Day(iso: day))
    #expect(understanding.grounds.contains { $0.decision == "out_of_office" })
  }

  @Test func `a reply without a sentence says nothing, whatever the tables lean to`() throws {
    let path = try folder(["en.yaml": moon])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let read = try ShippedRules.read(folder: path, alone: true)
    var rules = try #require(read.languages.first).rules
    rules.learnt.weights = Self.weights
    rules.learnt.words = Leanings(
      Array("\(Self.head)*,0,900,0,0,0,0,0,0,0,900,0\nmoon,,500,,,,,,,,,\n".utf8))
    let understanding = understand(
      "...", rules: ReplyRules(languages: [RuleLanguage(rules)], bounces: read.bounces))
    #expect(understanding.intents == [.unclear])
  }

  @Test func `an absence beside a promise is told beside it`() throws {
    let understanding = try ReplyFixtures.understand(
      "I am skiing with the kids and back in the office on Monday. The money goes out on Wednesday.")
    #expect(understanding.primary == .promise)
    #expect(understanding.promise?.date == Day(iso: "2026-03-11"))
    #expect(understanding.intents.contains(.outOfOffice))
  }

  @Test func `of several days the one beside the money is that of the promise`() throws {
    let understanding = try ReplyFixtures.understand(
      "The boss signs on Thursday, and you will have the money on Friday.")
    #expect(understanding.promise?.date == Day(iso: "2026-03-06"))
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

  @Test func `what a program says but for absences is left to the rules`() throws {
    let table = "sign\n*,0,0,0,0,0,0,0,0,0,0,0\nmoon,,300,,,,,,,,,\n"
    let reader = ReplyReader(rules: try rules(leaning: table))
    let understanding = reader.understand(
      ReplyFixtures.mail("The moon is full.", automatic: true), context: ReplyFixtures.context)
    #expect(understanding.primary == .unclear)
  }

  @Test(arguments: [
    "en", "de", "fr", "es", "nl", "it", "themes", "reasons", "requests", "days", "returns", "weights",
  ])
  func `the tables are whole: every line has a sign and a number or nothing for each thing that can be said`(
    name: String
  ) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Sources/System/CReplyRules/Leanings/\(name).csv").path
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let columns =
      switch name {
      case "reasons": Learnt.reasons
      case "requests": Learnt.requests
      case "days": Learnt.dayColumns
      case "returns": Learnt.returnColumns
      default: Learnt.intents.map(\.rawValue)
      }
    #expect(lines.first == "sign,\(columns.joined(separator: ","))")
    #expect(lines.count > (name == "weights" ? Evidence.names.count : 300))
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(fields.count == columns.count + 1, "\(line)")
      #expect(fields.dropFirst().allSatisfy { $0.isEmpty || Int($0) != nil }, "\(line)")
    }
  }
}
