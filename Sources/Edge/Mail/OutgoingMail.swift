/// A message before it is composed: all of its words, and whom it goes to.
///
/// Equal messages compose to equal bytes, so that what was approved and what leaves can be compared.
package struct OutgoingMail: Hashable, Sendable {
  package var from: Mailbox
  /// Where answers go; nil for the sender.
  package var replyTo: Mailbox?
  /// At least one; all of them must be taken by the server, or nobody has the message.
  package var to: [Mailbox]
  /// Copies; one that is refused is left out, and the others have the message.
  package var cc: [Mailbox]
  /// One line.
  package var subject: String
  /// Plain text; its lines may end in any way.
  package var text: String
  /// A whole HTML document that says the same; nil for a message of plain text.
  package var html: String?
  /// `left@right`, without angle brackets; the key by which the message is known for ever.
  package var messageID: String
  /// The message that this one follows, in the same form.
  package var inReplyTo: String?
  /// The thread so far, oldest first; of a long one the first and the latest are kept.
  package var references: [String]
  package var date: MailDate
  package var attachments: [MailAttachment]
  /// True asks other programs not to answer, out-of-office answers included, which Duly wants to hear.
  /// Source: RFC 3834, 5.
  package var isMarkedAutoSubmitted: Bool

  /// A message; nothing is checked before it is composed.
  package init(
    from: Mailbox, replyTo: Mailbox? = nil, to: [Mailbox], cc: [Mailbox] = [], subject: String, text: String,
    html: String? = nil, messageID: String, inReplyTo: String? = nil, references: [String] = [],
    date: MailDate,
    attachments: [MailAttachment] = [], isMarkedAutoSubmitted: Bool = false
  ) {
    self.from = from
    self.replyTo = replyTo
    self.to = to
    self.cc = cc
    self.subject = subject
    self.text = text
    self.html = html
    self.messageID = messageID
    self.inReplyTo = inReplyTo
    self.references = references
    self.date = date
    self.attachments = attachments
    self.isMarkedAutoSubmitted = isMarkedAutoSubmitted
  }
}
