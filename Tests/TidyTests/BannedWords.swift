/// Words that have no place in the sources, each with its reason.
enum BannedWords {
  private struct Ban {
    let word: String
    let reason: String
    /// The beginnings of the paths for which it holds.
    var within = "Sources/"
    /// True where comments and strings are read too.
    var everywhere = false
  }

  private static let bans = [
    Ban(word: "fatalError(", reason: "a bug is a `precondition` with a sentence, bad input a value"),
    Ban(word: "try!", reason: "an error is handled or passed on"),
    Ban(word: "as!", reason: "a cast that fails is a case, not a crash"),
    Ban(word: "@unchecked", reason: "what is Sendable is so by being a value"),
    Ban(word: "TODO", reason: "what is to be done stands in an issue", everywhere: true),
    Ban(word: "FIXME", reason: "what is to be done stands in an issue", everywhere: true),
    Ban(word: "/work/", reason: "paths of one machine do not belong in the sources", everywhere: true),
    Ban(word: "/home/", reason: "paths of one machine do not belong in the sources", everywhere: true),
    Ban(word: "print(", reason: "Core has no output", within: "Sources/Core/"),
    Ban(word: "DispatchQueue", reason: "Core has no concurrency", within: "Sources/Core/"),
    Ban(word: "await", reason: "Core has no concurrency", within: "Sources/Core/"),
    Ban(word: "ContinuousClock", reason: "Core has no clock", within: "Sources/Core/"),
    Ban(word: "SuspendingClock", reason: "Core has no clock", within: "Sources/Core/"),
    Ban(word: "SystemRandomNumberGenerator", reason: "Core has no random source", within: "Sources/Core/"),
    Ban(word: ".random(", reason: "Core has no random source", within: "Sources/Core/"),
    Ban(word: ".shuffled(", reason: "Core has no random source", within: "Sources/Core/"),
    Ban(word: "readLine(", reason: "Core has no input", within: "Sources/Core/"),
    Ban(word: "CommandLine", reason: "Core has no arguments", within: "Sources/Core/"),
  ]

  /// Endings of names that say nothing of the domain.
  private static let emptyNames = ["Utils", "Util", "Utilities", "Helper", "Helpers", "Manager"]

  /// Sections are for long files; a short one is read as a whole.
  private static let markedFrom = 200

  static func findings(in source: SourceText) -> [Finding] {
    let words = bans.filter { source.path.hasPrefix($0.within) }.flatMap { ban in
      source.offsets(of: ban.word, inCode: !ban.everywhere).map { offset in
        Finding(path: source.path, line: source.line(of: offset), message: "`\(ban.word)`: \(ban.reason)")
      }
    }
    return (words + marks(in: source) + names(in: source)).sorted { $0.line < $1.line }
  }

  private static func marks(in source: SourceText) -> [Finding] {
    guard source.lineCount < markedFrom else { return [] }
    return source.offsets(of: "// MARK", inCode: false).map { offset in
      Finding(path: source.path, line: source.line(of: offset), message: "`// MARK` in a short file")
    }
  }

  private static func names(in source: SourceText) -> [Finding] {
    let types = Declaration.all(in: source).filter(\.kind.isType).map { ($0.name, $0.line + 1) }
    return ([(source.name, 1)] + types).filter { name, _ in emptyNames.contains { name.hasSuffix($0) } }
      .map { name, line in
        Finding(path: source.path, line: line, message: "`\(name)` does not say what it is in the domain")
      }
  }
}
