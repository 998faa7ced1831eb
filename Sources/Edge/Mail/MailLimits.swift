/// The most of everything in a mail; each limit is far above what a reminder needs.
package enum MailLimits {
  /// UTF-8 bytes of a subject.
  package static let subjectBytes = 512
  /// UTF-8 bytes of the name beside an address.
  package static let nameBytes = 256
  /// UTF-8 bytes of the name of an attached file.
  package static let fileNameBytes = 200
  /// Bytes of an address. Source: RFC 5321, 4.5.3.1.3, a path of 256 with its angle brackets.
  package static let addressBytes = 254
  /// Bytes before the `@`. Source: RFC 5321, 4.5.3.1.1.
  package static let localPartBytes = 64
  /// Bytes of a domain's part between dots. Source: RFC 1035, 2.3.4.
  package static let domainLabelBytes = 63
  /// Bytes of a Message-ID without its brackets, so that its header fits on a line.
  package static let messageIDBytes = 250
  /// The most earlier messages that a message refers to: the first of the thread and the latest ones.
  package static let references = 20
  /// To and cc together. Source: RFC 5321, 4.5.3.1.8: a server takes at least 100.
  package static let recipients = 100
  /// UTF-8 bytes of the text, and of the HTML.
  package static let bodyBytes = 4 << 20
  /// Files attached to one message.
  package static let attachments = 20
  /// All attached files together; most servers refuse a message of more than 25 MB, and base64 adds a third.
  package static let attachmentBytes = 18 << 20
  /// A whole message as it leaves.
  package static let messageBytes = 40 << 20
  /// Bytes of a line without its end. Source: RFC 5322, 2.1.1.
  package static let lineBytes = 998
  /// Attached files of a message that is composed ahead; larger ones would be held for a dozen messages at once.
  static let aheadBytes = 1 << 20
  /// Behind a message that took no longer the next one may wait at the line already.
  static let quick = Duration.milliseconds(50)
  /// So long it waits there at the most; what was looked at before it was given to the line may have changed after that.
  static let ahead = Duration.seconds(1)
  /// Bytes that are kept of a server's answer.
  package static let replyBytes = 500
}
