/// Mail that cannot be made or set up: one sentence that says what is wrong and how to remedy it.
///
/// It names the place, never an address, a name or a word of a letter: errors end in logs.
package struct MailError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Code: Hashable, Sendable {
    /// A character that could begin a header, hide, or disguise another.
    case unsafeCharacter
    case unusableAddress
    case unusableMessageID
    case unusableAttachment
    case unusableDate
    case noRecipient
    case tooLong
    case unusableServer
    case noPassword
    /// The outbox for letters on paper.
    case outbox
    /// The mailbox that is read.
    case mailbox
    /// The server of the mailbox says no to a command.
    case mailboxRefuses
  }

  package let code: Code
  /// Lower case, no full stop.
  package let message: String

  /// An error with that sentence.
  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  package var description: String { message }
}
