/// What the sender wrote: without quotation, signature block, disclaimer and what a mail program adds.
package struct VisibleReply: Equatable, Sendable {
  /// A run of lines of the sender's between quoted ones.
  package struct Part: Equatable, Sendable {
    /// In UTF-8 bytes of `text`.
    package let range: Range<Int>
    /// The quoted lines right before it, without their marks; empty where nothing is quoted there.
    package let quoted: String
  }

  package let text: String
  package let parts: [Part]
  /// True where a mail is quoted or forwarded beneath.
  package let hasQuotation: Bool

  /// Cuts the visible reply out of a text.
  ///
  /// - Parameters:
  ///   - text: With quoted lines marked by `>`, as plain text and `HTMLText` have them.
  ///   - layouts: Of all languages: a mail program's language need not be the sender's.
  ///   - sender: The name and the address of the sender, as the head has them.
  package init(_ text: String, layouts: [ReplyLayouts], sender: String = "") {
    var cutter = ReplyCutter(text, layout: layouts.first ?? ReplyLayouts([]), sender: sender)
    self = cutter.cut()
  }

  init(text: String, parts: [Part], hasQuotation: Bool) {
    self.text = text
    self.parts = parts
    self.hasQuotation = hasQuotation
  }
}

/// The layouts of all languages together.
package struct ReplyLayouts: Sendable {
  let attributions: [LinePattern]
  let headNames: Set<String>
  let separators: Beginnings
  let programs: Beginnings
  let closings: Beginnings
  let disclaimers: Beginnings
  let titles: Set<String>

  /// The layouts of the languages of some rules.
  package init(_ languages: [RuleLanguage]) {
    func all(_ lines: KeyPath<ReplyLayout, [String]>) -> [String] {
      languages.flatMap { $0.layout[keyPath: lines] }
    }
    attributions = all(\.attributions).map(LinePattern.init)
    headNames = Set(all(\.headNames))
    separators = Beginnings(all(\.separators))
    programs = Beginnings(all(\.programs))
    closings = Beginnings(all(\.closings).sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) })
    disclaimers = Beginnings(all(\.disclaimers))
    titles = Set(all(\.titles))
  }
}

/// A pattern of a whole line in small letters, `*` standing for anything.
struct LinePattern: Sendable {
  private let pieces: [String]

  init(_ pattern: String) {
    pieces = pattern.split(separator: "*", omittingEmptySubsequences: false).map { $0.trimmed }
  }

  /// True where it says with which word such a line begins.
  var isBegun: Bool { pieces.first?.isEmpty == false }

  /// True where a line (in small letters) is of this pattern from its beginning to its end.
  func matches(_ line: String) -> Bool {
    var at = 0
    for (index, piece) in pieces.enumerated() where !piece.isEmpty {
      let length = piece.utf8.count
      if index == 0 {
        guard line.utf8.starts(with: piece.utf8) else { return false }
        at = length
      } else if index == pieces.count - 1 {
        return line.utf8.count - at >= length && line.utf8.suffix(length).elementsEqual(piece.utf8)
      } else {
        guard let found = line.byte(of: piece, from: at) else { return false }
        at = found + length
      }
    }
    return pieces.last?.isEmpty == true || at == line.utf8.count
  }
}
