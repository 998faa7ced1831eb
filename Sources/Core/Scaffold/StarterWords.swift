/// The letters of a new project in one language: templates of policy language, section 6.
struct StarterWords: Sendable {
  /// One letter; what all letters have in common is put around it.
  struct Letter: Sendable {
    /// The subject for one invoice.
    let subject: String
    /// The subject for several.
    let subjectOfMany: String
    /// How it begins where it is about one invoice.
    let one: String
    /// How it begins where it is about several: the line before their table.
    let many: String
    /// What follows.
    let rest: String
    let closing: String
  }

  /// The first line.
  let hello: String
  /// What is open, and of how much where a part has been paid.
  let open: String
  /// The number, with its part where an invoice is paid in parts.
  let number: String
  /// How to pay, where the owner has said nothing: the account that is printed on the invoice.
  let howToPay: String
  /// How to pay, before the owner's own words.
  let howToPayTo: String
  let friendlyFirst, friendlySecond, warmFirst, warmSecond, final: Letter
  /// What a last letter to a person adds: that a part at a time will do.
  let byParts: String
  /// Names of made-up customers for the sample books: five, each with a person.
  let customers: [(name: String, person: String)]
}
