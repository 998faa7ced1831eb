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
  /// - Parameters:
  ///   - folder: A folder of an owner's files; nil for none.
  ///   - alone: True to read the folder's files without the program's own.
  package static func read(folder: String? = nil, alone: Bool = false) throws(RuleError) -> ReplyRules {
    let shipped = alone ? [] : languages
    var files: [(code: String, path: String, bytes: [UInt8])] = shipped.map { ($0, "\($0).yaml", linked($0)) }
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
    var readers: [(code: String, reader: ReplyRulesReader)] = []
    for file in files {
      let root = try tree(file.bytes, file.path)
      let index = readers.firstIndex { $0.code == file.code } ?? readers.count
      if index == readers.count { readers.append((file.code, ReplyRulesReader(language: file.code))) }
      let known = readers[index].reader.mistakes.count
      readers[index].reader.read(root)
      try complain(Array(readers[index].reader.mistakes.dropFirst(known)), file.path, file.bytes)
    }
    var all = BounceRules.empty
    for (path, bytes) in bounces {
      let (rules, mistakes) = BounceRules.read(try tree(bytes, path))
      try complain(mistakes, path, bytes)
      all = all.adding(rules)
    }
    return ReplyRules(languages: readers.indices.map { readers[$0].reader.finished() }, bounces: all)
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
