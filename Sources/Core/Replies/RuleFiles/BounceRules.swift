package import PolicySyntax

/// How mail servers say why a mail did not arrive.
package struct BounceRules: Sendable {
  /// One reason with the phrases that give it.
  struct Reason: Sendable {
    let name: String
    let weight: Understanding.Bounce.Weight
    let phrases: PhraseTable
  }

  /// In the order in which they are looked for: what comes first wins.
  let reasons: [Reason]
  /// Texts that only a report of a mail server has.
  let announcements: [PhraseTable]
  /// Beginnings of subjects of such reports.
  let subjects: Beginnings
  /// Names of senders of such reports.
  let senders: [PhraseTable]
  /// Lines behind which the original mail stands.
  let originals: [String]

  /// Reads the file; mistakes are returned beside what could be read.
  package static func read(_ root: Node) -> (rules: BounceRules, mistakes: [ReplyRulesReader.Mistake]) {
    var mistakes: [ReplyRulesReader.Mistake] = []
    var reasons: [Reason] = []
    for node in root["reasons"]?.sequence ?? [] {
      guard let name = node["reason"]?.scalar?.text,
        let weight = (node["is"]?.scalar?.text).flatMap(Understanding.Bounce.Weight.init(rawValue:))
      else {
        mistakes.append(
          .init(
            span: node.span, message: "a reason has `reason:` and `is:` hard, soft, full, blocked or none"))
        continue
      }
      reasons.append(Reason(name: name, weight: weight, phrases: PhraseTable(lines(node["say"]))))
    }
    let rules = BounceRules(
      reasons: reasons, announcements: [PhraseTable(lines(root["announcements"]))],
      subjects: Beginnings(lines(root["subjects"])), senders: [PhraseTable(lines(root["senders"]))],
      originals: lines(root["originals"]))
    return (rules, mistakes)
  }

  private static func lines(_ node: Node?) -> [String] {
    guard let text = node?.scalar?.text else { return [] }
    return text.split(separator: "\n").map { $0.trimmed.lowercased() }.filter {
      !$0.isEmpty && !$0.hasPrefix("#")
    }
  }
}

/// Phrases looked for in a text all at once, by their first two bytes.
struct PhraseTable: Sendable {
  private var byStart: [UInt16: [[UInt8]]] = [:]
  /// True for each pair of bytes with which a phrase begins.
  private var begins = [Bool](repeating: false, count: 65_536)

  /// Phrases in small letters, of two bytes or more; `*` in one stands for up to 60 bytes of the same line.
  init(_ phrases: [String]) {
    for phrase in phrases where phrase.utf8.count >= 2 {
      let bytes = Array(phrase.utf8)
      let key = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
      byStart[key, default: []].append(bytes)
      begins[Int(key)] = true
    }
  }

  /// The first phrase in a text of small letters: where it stands; nil where none does.
  func first(in text: [UInt8]) -> Range<Int>? {
    guard text.count >= 2 else { return nil }
    for start in 0..<text.count - 1 {
      let key = UInt16(text[start]) << 8 | UInt16(text[start + 1])
      guard begins[Int(key)] else { continue }
      for phrase in byStart[key] ?? [] {
        if let end = Self.match(phrase[...], text, start) { return start..<end }
      }
    }
    return nil
  }

  private static func match(_ phrase: ArraySlice<UInt8>, _ text: [UInt8], _ start: Int) -> Int? {
    var at = start
    var index = phrase.startIndex
    while index < phrase.endIndex {
      if phrase[index] == UInt8(ascii: "*") {
        let rest = phrase[(index + 1)...]
        for next in at..<min(at + 61, text.count + 1) {
          if let end = match(rest, text, next) { return end }
          if next < text.count, text[next] == 10 { return nil }
        }
        return nil
      }
      guard at < text.count, text[at] == phrase[index] else { return nil }
      at += 1
      index += 1
    }
    return at
  }
}

extension StringProtocol {
  /// Without spaces, tabs and line ends at either end.
  var trimmed: String {
    var view = Substring(self).unicodeScalars
    while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
    while let last = view.last, last.properties.isWhitespace { view.removeLast() }
    return String(view)
  }
}

extension BounceRules {
  /// No rules at all.
  package static var empty: BounceRules {
    BounceRules(reasons: [], announcements: [], subjects: Beginnings([]), senders: [], originals: [])
  }

  /// These rules and, behind them, others.
  package func adding(_ others: BounceRules) -> BounceRules {
    BounceRules(
      reasons: reasons + others.reasons, announcements: announcements + others.announcements,
      subjects: subjects.adding(others.subjects), senders: senders + others.senders,
      originals: originals + others.originals)
  }
}
