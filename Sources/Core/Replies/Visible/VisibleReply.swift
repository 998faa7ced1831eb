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
  let separators: [String]
  let programs: [String]
  let closings: [String]
  let disclaimers: [String]
  let titles: Set<String>

  /// The layouts of the languages of some rules.
  package init(_ languages: [LanguageRules]) {
    func all(_ lines: KeyPath<ReplyLayout, [String]>) -> [String] {
      languages.flatMap { $0.layout[keyPath: lines] }
    }
    attributions = all(\.attributions).map(LinePattern.init)
    headNames = Set(all(\.headNames))
    separators = all(\.separators)
    programs = all(\.programs)
    closings = all(\.closings).sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    disclaimers = all(\.disclaimers)
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
    var rest = line[...]
    for (index, piece) in pieces.enumerated() where !piece.isEmpty {
      if index == 0 {
        guard rest.hasPrefix(piece) else { return false }
        rest = rest.dropFirst(piece.count)
      } else if index == pieces.count - 1 {
        return rest.hasSuffix(piece)
      } else {
        guard let found = rest.firstRange(of: piece) else { return false }
        rest = rest[found.upperBound...]
      }
    }
    return pieces.last?.isEmpty == true || rest.isEmpty
  }
}
