/// A person or a firm that mail comes from or goes to.
package struct Mailbox: Hashable, Sendable {
  /// What is shown in place of the address; nil or blank for the address alone.
  package let name: String?
  /// As written; `MailAddress` says what is an address.
  package let address: String

  /// A mailbox; neither part is checked before a message is composed.
  package init(name: String? = nil, address: String) {
    self.name = name
    self.address = address
  }

  /// The name without blanks at its ends, which not every reader gives back; nil where nothing is left.
  var shownName: String? {
    guard let name, let first = name.firstIndex(where: { $0 != " " }),
      let last = name.lastIndex(where: { $0 != " " })
    else { return nil }
    return String(name[first...last])
  }
}
