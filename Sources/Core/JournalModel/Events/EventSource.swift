/// Where an event comes from.
package enum EventSource: Sendable, Equatable {
  /// A line of the policy: `policies/acme.yaml:41`.
  case policy(String)
  /// A mail that came in, by its Message-ID.
  case mail(String)
  /// Somebody who works with Duly, by name.
  case person(String)
  case books
  /// The run itself.
  case run

  /// As the journal writes it.
  package var text: String {
    switch self {
    case .policy(let line): "policy \(line)"
    case .mail(let id): "mail \(id)"
    case .person(let name): "person \(name)"
    case .books: "books"
    case .run: "run"
    }
  }

  /// What `text` writes; nil for any other.
  package init?(text: String) {
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = words.count > 1 ? String(words[1]) : nil
    switch (words.first ?? "", rest) {
    case ("policy", let line?): self = .policy(line)
    case ("mail", let id?): self = .mail(id)
    case ("person", let name?): self = .person(name)
    case ("books", nil): self = .books
    case ("run", nil): self = .run
    default: return nil
    }
  }
}
