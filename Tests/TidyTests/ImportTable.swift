/// What each folder may import: the one table of the house's layers, in the order in which data passes.
///
/// SwiftPM links an undeclared import silently; this table and the build of Core by itself hold the rule.
enum ImportTable {
  struct Row {
    let folder: String
    /// Our own targets, exactly the dependencies in `Package.swift`.
    let own: [String]
    /// Modules from outside; no row of Core has any.
    let outside: [String]

    init(_ folder: String, _ own: [String], outside: [String] = []) {
      self.folder = folder
      self.own = own
      self.outside = outside
    }

    /// The target's name: the last part of the folder.
    var target: String { String(folder.split(separator: "/").last ?? "") }
  }

  /// The C library, by its name on each system.
  private static let cLibrary = ["Glibc", "Musl", "Darwin"]

  static let rows = [
    Row("Sources/Core/CEL", []),
    Row("Sources/Core/Receivables", []),
    Row("Sources/Core/PolicySyntax", []),
    Row("Sources/Core/Vocabulary", ["CEL"]),
    Row("Sources/Core/Proofs", ["CEL", "Receivables", "Vocabulary"]),
    Row("Sources/Core/Letters", ["CEL", "Receivables", "Vocabulary"]),
    Row(
      "Sources/Core/PolicyModel", ["CEL", "Receivables", "PolicySyntax", "Vocabulary", "Proofs", "Letters"]),
    Row(
      "Sources/Core/Schedule", ["CEL", "Receivables", "PolicySyntax", "Vocabulary", "Letters", "PolicyModel"]),
    Row(
      "Sources/Core/Simulation", ["CEL", "Receivables", "PolicySyntax", "Letters", "PolicyModel", "Schedule"]),
    Row("Sources/Core/JournalModel", ["Receivables", "PolicySyntax", "PolicyModel", "Schedule"]),
    Row(
      "Sources/Core/PolicyTesting",
      ["Receivables", "PolicySyntax", "Letters", "PolicyModel", "Schedule", "Simulation"]),
    Row(
      "Sources/Core/PolicyComparison",
      [
        "CEL", "Receivables", "PolicySyntax", "Vocabulary", "Proofs", "PolicyModel", "Schedule", "Simulation",
      ]),
    Row(
      "Sources/Core/Explanation",
      ["CEL", "Receivables", "PolicySyntax", "Vocabulary", "PolicyModel", "Schedule", "Simulation"]),
    Row("Sources/Core/Insight", ["Receivables"]),
    Row(
      "Sources/Core/PreviewForms",
      ["CEL", "Receivables", "Letters", "PolicyModel", "Schedule", "Insight", "Simulation"]),
    Row("Sources/Core/Scaffold", ["Receivables"]),
    Row("Sources/Core/Replies", ["Receivables", "PolicySyntax"]),
    Row(
      "Sources/Core/Correspondence", ["Receivables", "PolicyModel", "Schedule", "JournalModel", "Replies"]),
    // libyaml, and reading files.
    Row("Sources/Edge/PolicyYAML", ["Receivables", "PolicySyntax", "CYAML"], outside: cLibrary),
    // Reading the system's time zones.
    Row("Sources/Edge/TimeZones", ["CEL"], outside: cLibrary + ["Synchronization"]),
    // Reading files.
    Row("Sources/Edge/Books", ["Receivables", "PolicySyntax", "PolicyYAML"], outside: cLibrary),
    // libcurl and GMime, files of the outbox, and queues for the calls that wait and for composing.
    Row("Sources/Edge/Mail", ["CCurl", "CMime"], outside: cLibrary + ["Dispatch", "Synchronization"]),
    // HTTP by libcurl, and JSON by FoundationEssentials.
    Row("Sources/Edge/ChatModel", ["CCurl", "Mail"], outside: ["FoundationEssentials"]),
    // SQLite through GRDB, whose types of bytes are Foundation's; locking a file.
    Row(
      "Sources/Edge/Journal", ["PolicySyntax"],
      outside: cLibrary + ["Dispatch", "GRDB", "GRDBSQLite", "FoundationEssentials", "Synchronization"]),
    // The run; what it touches of the world it touches through Journal, Mail and MailReading.
    Row(
      "Sources/Edge/Execution",
      [
        "Receivables", "Letters", "PolicyModel", "Schedule", "JournalModel", "Correspondence", "Replies",
        "PolicySyntax", "Journal", "Mail", "MailReading", "ChatModel",
      ], outside: ["Logging", "CoreMetrics"]),
    // What it tells, as lines of a log and as numbers for a scraper.
    Row(
      "Sources/Edge/Telling", ["PolicySyntax"], outside: ["Logging", "CoreMetrics", "Synchronization"]),
    // GMime, the linked rule files, and folders of files.
    Row(
      "Sources/Edge/MailReading",
      ["PolicySyntax", "PolicyYAML", "Receivables", "Replies", "CMime", "CReplyRules"],
      outside: cLibrary + ["Synchronization"]),
    // Clock, environment, arguments, terminal. FoundationEssentials is what the argument parser links anyway.
    Row(
      "Sources/duly",
      [
        "Receivables", "PolicySyntax", "Vocabulary", "Letters", "PolicyModel", "Schedule", "Simulation",
        "PolicyTesting", "PolicyComparison", "Explanation", "Insight", "PreviewForms", "Scaffold",
        "PolicyYAML", "TimeZones", "Books", "Mail", "Journal", "JournalModel", "Execution", "Replies",
        "MailReading", "Correspondence", "Telling", "ChatModel",
      ], outside: cLibrary + ["ArgumentParser", "FoundationEssentials", "Logging"]),
    // A tool that makes data files.
    Row("Sources/learn-leanings", ["MailReading", "Receivables", "Replies"], outside: cLibrary),
    // A tool of the tests: it reads JSON.
    Row("Sources/cel-conformance", ["CEL", "TimeZones"], outside: ["ArgumentParser", "Foundation"]),
  ]

  /// The row of the folder in which a file lies.
  static func row(of path: String) -> Row? {
    rows.first { path.hasPrefix($0.folder + "/") }
  }
}
