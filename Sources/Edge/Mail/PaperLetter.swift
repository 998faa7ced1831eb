/// A letter on paper: a page to print, fold and put into an envelope with a window.
package struct PaperLetter: Hashable, Sendable {
  /// The size of the paper, and with it where an envelope's window is.
  package enum Paper: String, Hashable, Sendable, CaseIterable {
    /// 210 by 297 mm; the window of DIN 5008, form B.
    case a4
    /// 8½ by 11 in; the window of a No. 10 envelope.
    case usLetter
  }

  /// The sender's name and address in one line, shown small above the recipient's.
  package let sender: String
  /// The recipient's name and postal address, line by line.
  package let recipient: [String]
  /// The date in the words of the letter's language.
  package let date: String
  package let subject: String
  /// The words as plain text.
  package let text: String
  /// The words as a whole HTML document, whose body is printed in place of the text; nil for none.
  package let html: String?
  /// A language tag such as `de-CH`.
  package let language: String
  package let paper: Paper

  /// A letter; empty lines of the recipient are left out.
  package init(
    sender: String, recipient: [String], date: String, subject: String, text: String, html: String? = nil,
    language: String, paper: Paper = .a4
  ) {
    self.sender = sender
    self.recipient = recipient.filter { line in line.contains { !$0.isWhitespace } }
    self.date = date
    self.subject = subject
    self.text = text
    self.html = html
    self.language = language
    self.paper = paper
  }
}
