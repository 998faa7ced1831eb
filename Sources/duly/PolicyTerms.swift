import PolicyModel
import Receivables

/// What a policy says of books: their currency, how old they may be, and the rates of other currencies.
struct PolicyTerms {
  /// The policy's name.
  let name: String
  let base: Currency
  /// An IANA name.
  let timezone: String
  /// `books_age` in minutes; nil where the policy does not say.
  let booksAge: Int?
  /// The base currency and those that the policy gives a rate for.
  let rated: Set<Currency>

  /// Reads the policy at a path; nil where no policy is named.
  ///
  /// - Throws: `Failure` where it cannot be read or has errors.
  init?(_ path: String?) throws {
    guard let path else { return nil }
    let file = try PolicyFile(path)
    let plan = try file.plan()
    name = plan.policy
    base = plan.base
    timezone = plan.business.timezone.value
    booksAge = file.policy?.limits.booksAge?.value
    rated = Set(file.policy?.rates.map(\.currency) ?? []).union([plan.base])
  }
}
