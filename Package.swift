// swift-tools-version: 6.1
import PackageDescription

// One table, in the order in which data passes: text → policy → plan → decisions → preview.
// Core is pure: no Foundation, no C, no clock, no input or output; TidyTests reads the imports and
// `.ci/run` builds it alone.

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let sqlite = [
  Target.Dependency.product(name: "GRDB", package: "GRDB.swift"),
  Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift"),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")

// Where GMime's headers are; pkg-config would link the library too. Folders of other machines are passed over.
let gmimeHeaders =
  ["/usr/include/gmime-3.0", "/usr/include/glib-2.0"].map { "-I\($0)" }
  + ["x86_64", "aarch64"].map { "-I/usr/lib/\($0)-linux-gnu/glib-2.0/include" }

func core(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, path: "Sources/Core/\(name)")
}

func edge(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, path: "Sources/Edge/\(name)")
}

func tests(_ name: String, _ dependencies: [Target.Dependency], goldens: Bool = false) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], exclude: goldens ? ["Goldens"] : [])
}

let package = Package(
  name: "duly",
  products: [
    .library(name: "CEL", targets: ["CEL"]),
    .library(name: "TimeZones", targets: ["TimeZones"]),
    .library(name: "CELProbe", targets: ["CELProbe"]),
    .library(name: "MailProbe", targets: ["MailProbe"]),
    .executable(name: "duly", targets: ["duly"]),
    .executable(name: "cel-conformance", targets: ["cel-conformance"]),
    .executable(name: "books-timing", targets: ["books-timing"]),
    .executable(name: "journal-timing", targets: ["journal-timing"]),
    .executable(name: "mail-timing", targets: ["mail-timing"]),
    .executable(name: "letters-timing", targets: ["letters-timing"]),
    .executable(name: "replies-timing", targets: ["replies-timing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
  ],
  targets: [
    // Core
    core("CEL"),
    core("Receivables"),
    core("PolicySyntax"),
    core("Vocabulary", ["CEL"]),
    core("Proofs", ["CEL", "Receivables", "Vocabulary"]),
    core("Letters", ["CEL", "Receivables", "Vocabulary"]),
    core("PolicyModel", ["CEL", "Receivables", "PolicySyntax", "Vocabulary", "Proofs", "Letters"]),
    core("Schedule", ["CEL", "Receivables", "PolicySyntax", "Vocabulary", "Letters", "PolicyModel"]),
    core("JournalModel", ["Receivables", "PolicySyntax", "PolicyModel", "Schedule"]),
    core(
      "PolicyComparison",
      ["CEL", "Receivables", "PolicySyntax", "Vocabulary", "Proofs", "PolicyModel", "Schedule", "Simulation"]),
    core(
      "Explanation",
      ["CEL", "Receivables", "PolicySyntax", "Vocabulary", "PolicyModel", "Schedule", "Simulation"]),
    core("Insight", ["Receivables"]),
    core(
      "PreviewForms",
      ["CEL", "Receivables", "Letters", "PolicyModel", "Schedule", "Insight", "Simulation"]),
    core("Scaffold", ["Receivables"]),
    core("Replies", ["Receivables", "PolicySyntax"]),
    core("Correspondence", ["Receivables", "PolicyModel", "Schedule", "JournalModel", "Replies"]),
    core("Simulation", ["CEL", "Receivables", "PolicySyntax", "Letters", "PolicyModel", "Schedule"]),
    core(
      "PolicyTesting",
      ["Receivables", "PolicySyntax", "Letters", "PolicyModel", "Schedule", "Simulation"]),

    // System
    .systemLibrary(
      name: "CYAML", path: "Sources/System/CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]),
    // libcurl and GMime are loaded at their first call, not linked: other commands do not wait for them.
    .target(name: "CCurl", path: "Sources/System/CCurl"),
    .target(name: "CMime", path: "Sources/System/CMime", cSettings: [.unsafeFlags(gmimeHeaders)]),
    // For the tests.
    .systemLibrary(
      name: "CGMime", path: "Sources/System/CGMime", pkgConfig: "gmime-3.0",
      providers: [.apt(["libgmime-3.0-dev"])]),

    // The rule files for replies, which the compiler of C can put into a program as they are.
    .target(
      name: "CReplyRules", path: "Sources/System/CReplyRules", exclude: ["Leanings", "Rules", "Themes"]),

    // Edge
    edge("PolicyYAML", ["Receivables", "PolicySyntax", "CYAML"]),
    edge("TimeZones", ["CEL"]),
    edge("Books", ["Receivables", "PolicySyntax", "PolicyYAML"]),
    edge("Mail", ["CCurl", "CMime"]),
    edge("ChatModel", ["CCurl", "Mail"]),
    edge("Journal", ["PolicySyntax"] + sqlite),
    edge(
      "Execution",
      [
        "Receivables", "Letters", "PolicyModel", "Schedule", "JournalModel", "Correspondence", "Replies",
        "PolicySyntax", "Journal", "Mail", "MailReading", "ChatModel", logging, metrics,
      ]),
    edge("Telling", ["PolicySyntax", logging, metrics]),
    edge("MailReading", ["PolicySyntax", "PolicyYAML", "Receivables", "Replies", "CMime", "CReplyRules"]),

    // The command
    .executableTarget(
      name: "duly",
      dependencies: [
        "Receivables", "PolicySyntax", "Vocabulary", "Letters", "PolicyModel", "Schedule",
        "Simulation", "PolicyTesting", "PolicyComparison", "Explanation", "Insight", "PreviewForms",
        "Scaffold",
        "PolicyYAML",
        "TimeZones", "Books", "Mail", "Journal", "JournalModel", "Execution", "Replies", "MailReading",
        "Correspondence", "Telling", "ChatModel",
        argumentParser, logging,
      ]),

    // The conformance suite of the expression language; not shipped.
    .executableTarget(name: "cel-conformance", dependencies: ["CEL", "TimeZones", argumentParser]),

    // Learns what words lean to from labelled replies; not shipped.
    .executableTarget(name: "learn-leanings", dependencies: ["MailReading", "Receivables", "Replies"]),

    // What is asked of random expressions, by the tests and by Fuzzing/.
    .target(name: "CELProbe", dependencies: ["CEL"], path: "Fuzzing/Sources/CELProbe"),

    // What is asked of random mails, by the tests and by Fuzzing/.
    .target(
      name: "MailProbe", dependencies: ["MailReading", "Receivables", "Replies"],
      path: "Fuzzing/Sources/MailProbe"),

    // Whole readings of books, and letters by themselves, for Benchmarks/.
    .executableTarget(
      name: "books-timing", dependencies: ["Books", "Receivables"], path: "Benchmarks/Sources/BooksTiming"),
    .executableTarget(
      name: "letters-timing", dependencies: ["CEL", "Letters", "Receivables", "Vocabulary"],
      path: "Benchmarks/Sources/LettersTiming"),

    // The journal with a million events, for Benchmarks/journal.
    .executableTarget(
      name: "journal-timing", dependencies: ["Journal"], path: "Benchmarks/Sources/JournalTiming"),
    // Whole messages given to a server, for Benchmarks/.
    .executableTarget(name: "mail-timing", dependencies: ["Mail"], path: "Benchmarks/Sources/MailTiming"),

    // Whole folders of replies understood, for Benchmarks/.
    .executableTarget(
      name: "replies-timing", dependencies: ["MailReading", "Replies"],
      path: "Benchmarks/Sources/RepliesTiming"),

    // Tests
    .target(
      name: "TestSupport",
      dependencies: [
        "Receivables", "PolicySyntax", "Vocabulary", "Letters", "PolicyModel", "Schedule",
        "Simulation", "PolicyYAML", "Books",
      ],
      path: "Tests/TestSupport"),
    tests("CEL", ["CEL", "CELProbe"], goldens: true),
    tests("Conformance", ["cel-conformance"]),
    tests("TimeZones", ["TimeZones", "CEL"]),
    tests("Receivables", ["Receivables"]),
    tests("Proofs", ["Proofs", "CEL", "Receivables", "Vocabulary"]),
    tests("PolicySyntax", ["PolicySyntax"]),
    tests("Letters", ["Letters", "CEL", "Receivables", "Vocabulary"], goldens: true),
    tests(
      "PolicyModel",
      ["PolicyModel", "PolicyYAML", "PolicySyntax", "Letters", "CEL", "Receivables", "TimeZones"]),
    tests("Schedule", ["Schedule", "Simulation", "PolicyModel", "Receivables"]),
    tests(
      "Simulation", ["Simulation", "Schedule", "PolicyModel", "PolicySyntax", "Receivables"], goldens: true),
    tests(
      "JournalModel", ["JournalModel", "Schedule", "PolicyModel", "PolicySyntax", "Receivables"],
      goldens: true),
    tests(
      "Execution",
      [
        "Execution", "Journal", "JournalModel", "Simulation", "Schedule", "PolicyModel", "Receivables",
        "Mail", "Books", "PolicyYAML", "MailReading", "Replies", "Correspondence", "Telling", logging,
      ], goldens: true),
    tests(
      "PolicyTesting", ["PolicyTesting", "Simulation", "Schedule", "PolicySyntax", "PolicyYAML"],
      goldens: true),
    tests(
      "PolicyComparison",
      ["PolicyComparison", "Simulation", "Schedule", "PolicyModel", "Receivables", "CEL"], goldens: true),
    tests("Explanation", ["Explanation", "Simulation", "Schedule", "Receivables"], goldens: true),
    tests("Insight", ["Insight", "Receivables"]),
    tests(
      "PreviewForms", ["PreviewForms", "Receivables", "PolicySyntax", "Schedule", "Simulation"], goldens: true
    ),
    tests("Scaffold", ["Scaffold", "Receivables"]),
    tests("PolicyYAML", ["PolicyYAML", "PolicySyntax", "Receivables"], goldens: true),
    tests("Books", ["Books", "Receivables", "PolicyYAML"]),
    tests("Mail", ["Mail", "CGMime"]),
    tests("ChatModel", ["ChatModel", "Mail"]),
    tests("Correspondence", ["Correspondence", "JournalModel", "Receivables"]),
    // A process that the journal's tests can kill.
    .executableTarget(name: "journal-writer", dependencies: ["Journal"], path: "Tests/JournalWriter"),
    tests("Journal", ["Journal", "journal-writer"] + sqlite),
    tests("Telling", ["Telling", logging, metrics]),
    .testTarget(
      name: "RepliesTests",
      dependencies: [
        "Replies", "MailReading", "MailProbe", "Receivables", "PolicySyntax", "PolicyYAML", "TestSupport",
      ],
      exclude: ["Bounces", "UnseenBounces", "Replies", "Unseen", "Seventh", "Eighth", "Ninth"]),
    tests("Scenario", ["duly", "CEL", "Vocabulary", "TimeZones", "Journal"], goldens: true),
    tests("Tidy", []),
  ],
  swiftLanguageModes: [.v6]
)
