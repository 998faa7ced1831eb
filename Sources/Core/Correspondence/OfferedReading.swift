package import JournalModel
package import PolicyModel
package import Receivables

/// What a model says that a mail says, before anything of it is believed.
package struct OfferedReading: Sendable, Equatable {
  package let says: String
  package let words: String
  /// `YYYY-MM-DD`; nil where none was given.
  package let date: String?
  package let invoices: [String]

  package init(says: String, words: String, date: String?, invoices: [String]) {
    self.says = says
    self.words = words
    self.date = date
    self.invoices = invoices
  }

  /// A person's answer can be one of these; that a mail came back only a mail server says.
  package static let kinds: [Response.Kind] = [
    .reply, .promise, .dispute, .claimsPaid, .outOfOffice, .request, .stop,
  ]

  /// Why an offer is no proposal: one sentence without its full stop.
  package struct Fault: Error, Equatable, Sendable {
    package let reason: String
  }

  /// The furthest that a promised day, or one of return, can lie behind the day of the mail.
  private static let days = 366
  private static let wordsBytes = 400

  /// The proposal that it is, where it stands on words that are there.
  ///
  /// - Parameters:
  ///   - text: What the sender wrote.
  ///   - invoices: The numbers that the customer owes something of; others that are named are left out.
  ///   - received: A day before it is left out, and so is one more than a year behind it.
  /// - Throws: `Fault` where the offer is no kind of answer, or quotes what is not in the mail.
  package func proposal(
    by model: String, about text: String, invoices known: [String], received: Day
  ) throws(Fault) -> MailProposal {
    guard says == "nothing" || Self.kinds.contains(where: { $0.rawValue == says }) else {
      throw Fault(reason: "it names no kind of answer")
    }
    let quoted = Self.words(words)
    guard !quoted.isEmpty, words.utf8.count <= Self.wordsBytes else {
      throw Fault(reason: "it quotes nothing, or more than \(Self.wordsBytes) bytes")
    }
    guard Self.contains(Self.words(text), quoted) else {
      throw Fault(reason: "it quotes what is not in the mail")
    }
    var day = date.flatMap { Day(iso: $0) }
    if let found = day, found < received || found > received + Self.days { day = nil }
    if says != Response.Kind.promise.rawValue, says != Response.Kind.outOfOffice.rawValue { day = nil }
    return MailProposal(
      model: model, says: says, day: day, invoices: known.filter(invoices.contains),
      words: quoted.joined(separator: " "))
  }

  /// Words with one blank between them: lines may be broken otherwise.
  private static func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }

  private static func contains(_ text: [Substring], _ quoted: [Substring]) -> Bool {
    let whole = " " + text.joined(separator: " ") + " "
    return whole.contains(quoted.joined(separator: " "))
  }
}
