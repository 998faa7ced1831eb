import PolicySyntax
import Receivables

extension PolicyReader {
  mutating func business(_ node: Node) -> Business? {
    guard let fields = fields(node, .business) else { return nil }
    let name = fields["name"].flatMap { text($0, "the name of the business") }
    let timezone = fields["timezone"].flatMap { self.timezone($0) }
    let currency = fields["currency"].flatMap { self.currency($0) }
    let language = fields["language"].flatMap { self.language($0) }
    let sender = fields["sender"].flatMap { party($0, "sender") }
    let owner = fields["owner"].flatMap { party($0, "owner") }
    let backup = fields["backup"].flatMap { party($0, "backup") }
    guard let name, let timezone, let currency, let sender else { return nil }
    return Business(
      name: name.value, timezone: timezone, currency: currency, language: language ?? "en", sender: sender,
      owner: owner, backup: backup)
  }

  private mutating func timezone(_ node: Node) -> Located<String>? {
    guard let name = name(node, "the time zone") else { return nil }
    let parts = name.value.split(separator: "/", omittingEmptySubsequences: false)
    let hasForm =
      (parts.count > 1 || name.value == "UTC")
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
              || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
          }
      }
    guard hasForm, sources.timezoneExists(name.value) else {
      report(UnknownWord.timezone(node, name.value))
      return nil
    }
    return name
  }

  /// A currency code; `rates` has them as keys.
  mutating func currency(_ node: Node) -> Currency? {
    guard let name = name(node, "the currency") else { return nil }
    if let currency = Currency(code: name.value) { return currency }
    report(UnknownWord.currency(node, name.value))
    return nil
  }

  private mutating func language(_ node: Node) -> String? {
    guard let name = name(node, "the language") else { return nil }
    if LanguageCode.hasForm(name.value) { return name.value }
    report(UnknownWord.language(node, name.value))
    return nil
  }

  private mutating func party(_ node: Node, _ role: String) -> Party? {
    guard let fields = fields(node, .party, title: "`\(role)`") else { return nil }
    let name = fields["name"].flatMap { text($0, "the name of the \(role)") }
    let email = fields["email"].flatMap { address($0, "the email of the \(role)") }
    let replyTo = fields["reply_to"].flatMap { address($0, "the reply address of the \(role)") }
    guard let name, let email else { return nil }
    return Party(name: name.value, email: email, replyTo: replyTo)
  }

  private mutating func address(_ node: Node, _ what: String) -> String? {
    guard let text = name(node, what) else { return nil }
    if Self.isAddress(text.value) { return text.value }
    report(WrongKind.address(node, text.value))
    return nil
  }

  /// The form alone: one `@`, something before it, and a domain with a point; printable ASCII without spaces,
  /// quotes, commas or brackets, which could break a header.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254 else { return false }
    let refused = Array("\"(),:;<>[\\]".utf8)
    guard text.utf8.allSatisfy({ (33...126).contains($0) && !refused.contains($0) }) else { return false }
    let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
  }
}

/// The code of a language: `en`, `de-AT`.
enum LanguageCode {
  /// Whether a text has the form of BCP 47: two or three small letters, then parts of two to eight.
  static func hasForm(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ (97...122).contains($0) })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.count)
        && part.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) }
    }
  }
}
