/// A mail of a mailbox before it is fetched.
package struct MailboxEntry: Sendable, Hashable {
  /// Its UID: mails that come later have larger ones.
  package let number: UInt32
  /// In bytes, as the server tells it.
  package let size: Int
}

/// A mail as it came from a mailbox.
package struct FetchedMail: Sendable, Hashable {
  package let number: UInt32
  /// When the server took it in, in seconds since 1970; nil where it does not say.
  package let received: Int64?
  /// The whole, or the first `MailboxLimits.mailBytes` of it.
  package let bytes: [UInt8]
}

/// How a mailbox stands when it is opened.
package struct MailboxStand: Sendable, Hashable {
  /// UIDVALIDITY: where it is another one than before, the numbers of mails begin anew.
  package let validity: UInt32
  /// The largest number that a mail has or had; nil where the server does not say.
  package let last: UInt32?
}
