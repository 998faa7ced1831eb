import CReplyRules
import PolicySyntax
import PolicyYAML
package import Replies

/// The rule files of the program, and those of an owner beside them.
package enum ShippedRules {
  /// A rule file that cannot be used, in a person's words: where, what, and what to do.
  package struct RuleError: Error {
    package let message: String
  }

  static let languages = ["en", "de", "fr", "es", "nl", "it"]

  /// The bytes of a file that is linked into the program.
  private static func linked(_ name: String) -> [UInt8] {
    var count = 0
    guard let bytes = duly_reply_rules(name, &count) else { return [] }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The rules that are linked into the program, with those of a folder added: `en.yaml` there adds to English,
  /// `pl.yaml` is a language of its own, `bounces.yaml` is looked at before the program's own.
  ///
  /// A language to which no file of the folder adds is read when a mail of it first comes: each takes some 50 ms.
  ///
  /// - Parameters:
  ///   - folder: A folder of an owner's files; nil for none.
  ///   - alone: True to read the folder's files without the program's own.
  ///   - atOnce: True to read all languages now, and to say what is wrong with the program's own.
  package static func read(
    folder: String? = nil, alone: Bool = false, atOnce: Bool = false
  ) throws(RuleError) -> ReplyRules {
    let shipped = alone ? [] : languages
    var files: [RuleFile] = shipped.map { ($0, "\($0).yaml", linked($0)) }
    var bounces = alone ? [] : [("bounces.yaml", linked("bounces"))]
    if let folder {
      for name in RuleFolder.names(folder) {
        let path = "\(folder)/\(name)"
        let bytes: [UInt8]
        do throws(SourceError) {
          bytes = try FileReading.read(path, limit: 1 << 20)
        } catch {
          throw RuleError(message: "\(error)")
        }
        let code = String(name.dropLast(5))
        if code == "bounces" {
          bounces.insert((path, bytes), at: 0)
        } else {
          files.append((code, path, bytes))
        }
      }
    }
    var codes: [String] = []
    for file in files where !codes.contains(file.code) { codes.append(file.code) }
    var read: [RuleLanguage] = []
    for code in codes {
      let own = files.filter { $0.code == code }
      let isShippedAlone = own.count == 1 && shipped.contains(code)
      read.append(
        isShippedAlone && !atOnce ? try later(own[0]) : try now(own, isShipped: shipped.contains(code)))
    }
    var all = BounceRules.empty
    for (path, bytes) in bounces {
      let (rules, mistakes) = BounceRules.read(try tree(bytes, path))
      try complain(mistakes, path, bytes)
      all = all.adding(rules)
    }
    return ReplyRules(languages: read, bounces: all)
  }

  private typealias RuleFile = (code: String, path: String, bytes: [UInt8])

  /// What the words of one of the program's languages lean to.
  private static func learnt(_ code: String) -> Learnt {
    var learnt = shared.value
    learnt.words = Leanings(linked("\(code).leanings"))
    learnt.vocabulary = Themes(linked("\(code).themes"))
    return learnt
  }

  /// What themes lean to, whatever the language.
  private static let shared = Once {
    var learnt = Learnt()
    learnt.themes = Leanings(linked("themes.leanings"))
    learnt.reasons = Leanings(linked("reasons.leanings"))
    learnt.requests = Leanings(linked("requests.leanings"))
    learnt.days = Leanings(linked("days.leanings"))
    learnt.returns = Leanings(linked("returns.leanings"))
    learnt.weights = EvidenceWeights(Leanings(linked("weights.leanings")))
    return learnt
  }

  /// A language of several files, read; the first is the program's own where the program knows the language.
  private static func now(_ files: [RuleFile], isShipped: Bool) throws(RuleError) -> RuleLanguage {
    var reader = ReplyRulesReader(language: files.first?.code ?? "")
    for (index, file) in files.enumerated() {
      let known = reader.mistakes.count
      reader.read(try tree(file.bytes, file.path), isOwners: index > 0 || !isShipped)
      try complain(Array(reader.mistakes.dropFirst(known)), file.path, file.bytes)
    }
    var rules = reader.finished()
    if isShipped { rules.learnt = learnt(rules.code) }
    return RuleLanguage(rules)
  }

  /// A language of the program's own, read when it is needed; that its file holds no mistake is for the tests to see.
  private static func later(_ file: RuleFile) throws(RuleError) -> RuleLanguage {
    let root = try tree(file.bytes, file.path)
    let rules = Once {
      var reader = ReplyRulesReader(language: file.code)
      reader.read(root)
      var rules = reader.finished()
      rules.learnt = learnt(file.code)
      return rules
    }
    return RuleLanguage(code: file.code, root: root) { rules.value }
  }

  private static func tree(_ bytes: [UInt8], _ path: String) throws(RuleError) -> Node {
    let (tree, diagnostics) = PolicyYAMLReader.read(bytes, file: FileID(number: 0))
    if let error = diagnostics.first(where: { $0.severity == .error }) {
      throw RuleError(message: "\(place(error.span, path, bytes)): \(error.message)")
    }
    guard let tree else {
      throw RuleError(message: "\(path) is empty: a file of rules begins with `language:`")
    }
    return tree
  }

  private static func complain(_ mistakes: [ReplyRulesReader.Mistake], _ path: String, _ bytes: [UInt8])
    throws(RuleError)
  {
    guard !mistakes.isEmpty else { return }
    let lines = mistakes.prefix(20).map { "\(place($0.span, path, bytes)): \($0.message)" }
    throw RuleError(message: lines.joined(separator: "\n"))
  }

  private static func place(_ span: Span, _ path: String, _ bytes: [UInt8]) -> String {
    "\(path):\(SourceFile(path: path, bytes: bytes).line(at: Int(span.start)))"
  }
}
