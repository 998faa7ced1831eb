/// What is known about a message after it was given to a server.
package enum SendOutcome: Sendable, Equatable {
  /// The server has taken it on for all of `to`, and for the copies but those that it refused.
  case sent(reply: String, refusedCopies: [RefusedRecipient])
  /// The server said no; nobody has it.
  ///
  /// - Parameters:
  ///   - isTemporary: True for a refusal that is meant for now and not for good.
  ///   - code: The server's three digits; nil for a message that was not offered to it at all.
  ///   - recipient: The address that was refused; nil where the message was, or its sender.
  case refused(isTemporary: Bool, code: Int?, reply: String, recipient: String?)
  /// Nobody has it, and it says nothing against the message: it may be tried again.
  case notSent(reason: String)
  /// Nobody has it: the message before it took so long that what speaks for this one may have changed.
  case waitedTooLong
  /// The last byte had left and no answer came: somebody may have it, so it is never sent again unasked.
  case unknown(reason: String)
}

/// A recipient of a copy whom the server refused while it took the message for the others.
package struct RefusedRecipient: Sendable, Hashable {
  package let address: String
  /// True for a refusal that is meant for now and not for good.
  package let isTemporary: Bool
  package let code: Int
  package let reply: String

  /// A refusal of one address.
  package init(address: String, isTemporary: Bool, code: Int, reply: String) {
    self.address = address
    self.isTemporary = isTemporary
    self.code = code
    self.reply = reply
  }
}
