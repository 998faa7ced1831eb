import Receivables

/// What a model proposes that a mail says. It is shown with the mail and marked as what it is; nothing follows from it until a
/// person takes it over.
package struct MailProposal: Sendable, Equatable {
  /// The name of the model.
  package let model: String
  /// `nothing`, or a kind of answer as corrections name it.
  package let says: String
  /// The day that is promised, or of return; nil where none is named.
  package let day: Day?
  /// The invoices that it means; empty where it names none.
  package let invoices: [String]
  /// The words of the mail that it stands on, letter by letter.
  package let words: String

  package init(model: String, says: String, day: Day?, invoices: [String], words: String) {
    self.model = model
    self.says = says
    self.day = day
    self.invoices = invoices
    self.words = words
  }
}
