/// A customer as the books and the CRM describe them: what does not change while a run lasts.
///
/// Immutable; a class only because its many fields go with every copy of an account.
package final class Customer: Sendable {
  /// What kind of customer it is; statutory business charges do not apply to consumers.
  package enum Kind: String, Sendable, CaseIterable { case business, consumer, `public` }

  package let id: CustomerID
  package let name: String
  package let contact: String?
  package let email: String?
  package let phone: String?
  package let country: String?
  package let language: String?
  package let tags: [String]
  package let kind: Kind
  package let postalAddress: String?
  package let since: Day?
  /// As the books state it; nil where it is to be summed from invoices (`Account.billed`).
  package let revenue12m: Money?
  package let fields: Fields
  /// People by role, in the order of the books; `billing` is there unless the books name no address.
  package let people: [Person]

  package init(
    id: CustomerID, name: String, contact: String? = nil, email: String? = nil, phone: String? = nil,
    country: String? = nil, language: String? = nil, tags: [String] = [], kind: Kind = .business,
    postalAddress: String? = nil, since: Day? = nil, revenue12m: Money? = nil, fields: Fields = Fields(),
    people: [Person] = []
  ) {
    self.id = id
    self.name = name
    self.contact = contact
    self.email = email
    self.phone = phone
    self.country = country
    self.language = language
    self.tags = tags
    self.kind = kind
    self.postalAddress = postalAddress
    self.since = since
    self.revenue12m = revenue12m
    self.fields = fields
    self.people = people
  }
}

/// The name under which the books know a customer. Its order is that of its UTF-8 bytes.
package struct CustomerID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { text }
  package static func < (left: CustomerID, right: CustomerID) -> Bool {
    ByteOrder.precedes(left.text, right.text)
  }
}

/// Somebody at the customer, with the role in which messages reach them.
package struct Person: Hashable, Sendable {
  package let role: String
  package let email: String
  package let name: String?
  package let language: String?
  package let phone: String?
  /// True if the address has one `@` with something on both sides and no space: all that can be known
  /// without asking a mail server.
  package let hasUsableAddress: Bool

  package init(
    role: String, email: String, name: String? = nil, language: String? = nil, phone: String? = nil
  ) {
    self.role = role
    self.hasUsableAddress = Person.isUsable(email)
    self.email = email
    self.name = name
    self.language = language
    self.phone = phone
  }

  private static func isUsable(_ email: String) -> Bool {
    var before = 0
    var after = 0
    var signs = 0
    for scalar in email.unicodeScalars {
      if scalar == "@" {
        signs += 1
      } else if scalar.isASCII ? scalar.value <= 32 || scalar.value == 127 : scalar.properties.isWhitespace {
        return false
      } else if signs == 0 {
        before += 1
      } else {
        after += 1
      }
    }
    return signs == 1 && before > 0 && after > 0
  }
}

/// The further columns of a row: names shared by all rows of a file, one value each.
package struct Fields: Sendable {
  package let names: [String]
  package let values: [String]

  package init(names: [String] = [], values: [String] = []) {
    precondition(names.count == values.count, "every further column has one value")
    self.names = names
    self.values = values
  }
}
