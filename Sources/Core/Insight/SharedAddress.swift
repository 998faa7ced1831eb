import Receivables

/// An address at which messages to several customers would arrive.
package struct SharedAddress: Sendable {
  /// As the books write it.
  package let email: String
  /// Two or more, in order of id.
  package let customers: [Customer]
}

/// Finds the addresses that customers share, while all customers pass by in order of id.
///
/// Addresses are the same where they are written alike, as for gap and cap; one that cannot be used is
/// shared by nobody. Source: policy language, section 5, step 8.
struct AddressBook {
  private var owners: [String: Customer] = [:]
  private var sharers: [String: [Customer]] = [:]

  mutating func add(_ customer: Customer) {
    for person in customer.people where person.hasUsableAddress {
      guard let owner = owners[person.email] else {
        owners[person.email] = customer
        continue
      }
      // One customer may have one address in several roles.
      let known = sharers[person.email] ?? [owner]
      if known.last?.id != customer.id { sharers[person.email] = known + [customer] }
    }
  }

  /// In order of address.
  var shared: [SharedAddress] {
    sharers.map { SharedAddress(email: $0.key, customers: $0.value) }
      .sorted { ByteOrder.precedes($0.email, $1.email) }
  }
}
