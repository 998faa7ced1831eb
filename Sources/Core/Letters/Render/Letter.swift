import CEL

/// A letter as it leaves: a subject on one line, and a text.
package struct Letter: Hashable, Sendable {
  /// One line, without control characters.
  package let subject: String
  /// Plain text with line breaks as `\n`.
  package let text: String

  /// Makes a letter of words that are ready to leave.
  package init(subject: String, text: String) {
    self.subject = subject
    self.text = text
  }
}

/// The facts that a letter is made from.
package protocol LetterFacts {
  /// The fact of a slot of `Vocabulary.letters`; `Vocabulary.letterFacts` says what each slot stands for.
  ///
  /// Invoices are objects whose fields are in the order of `InvoiceFact`. The slot of `invoice_table` is never
  /// asked for: the table is made from `invoiceLines`.
  func fact(_ slot: Int) throws(EvaluationError) -> Value

  /// What the table shows: the invoices that the letter is about, then the others that are open.
  var invoiceLines: [InvoiceLine] { get }

  /// What all comes to, where the message demands charges for an invoice: then the table shows that, and the charges of each
  /// invoice.
  var demandedTotal: MoneyAmount? { get }
}

extension LetterFacts {
  /// Most letters demand no charges.
  package var demandedTotal: MoneyAmount? { nil }
}

/// Why a letter cannot be made from these facts; it holds nothing of the facts themselves.
package struct LetterError: Error, Hashable, Sendable {
  /// What went wrong.
  package enum Kind: Hashable, Sendable {
    /// A value is empty, or nothing of it can be seen.
    case emptyValue
    /// An expression has no value.
    case noValue(EvaluationError)
    /// A fact is not of the type that it is declared with.
    case wrongType
    /// A link of an HTML template would lead elsewhere than to a web page.
    case unsafeLink
    /// The subject or the text has nothing in it that can be seen.
    case emptyPart
    /// The letter grows beyond what is allowed.
    case tooLong
  }

  /// What went wrong.
  package let kind: Kind
  /// The part, or the partial, whose text has the value in it.
  package let part: TemplatePart
  /// UTF-8 offsets in that text; nil where it is not about one place.
  package let range: Range<Int>?

  /// Makes an error of a part, or of one place in it.
  package init(kind: Kind, part: TemplatePart, range: Range<Int>? = nil) {
    self.kind = kind
    self.part = part
    self.range = range
  }
}

extension LetterError: CustomStringConvertible {
  /// What is wrong and what to do about it, without anything of the customer's.
  package var description: String {
    let text =
      switch part {
      case .subject: "the subject"
      case .body: "the body"
      case .html: "the HTML"
      case .partial(let name): "the partial `\(name)`"
      }
    return switch kind {
    case .emptyValue: "a value of \(text) is empty: fill it in the books, or test it in the template"
    case .noValue(let cause):
      "an expression of \(text) has no value (\(cause)): test for that in the template"
    case .wrongType: "a fact that \(text) reads is not of its declared type"
    case .unsafeLink: "a link of \(text) leads to no web page: addresses begin with `https://` or `http://`"
    case .emptyPart: "\(text) is empty"
    case .tooLong: "\(text) grows too long: list fewer invoices in one letter"
    }
  }
}
