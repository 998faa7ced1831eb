/// Makes the bytes of a message: text and HTML side by side, files after them, every line at most 998 bytes and ended
/// by CR LF.
///
/// The same message gives the same bytes: its boundaries come from its Message-ID.
package struct MailComposer: Sendable {
  /// A composer.
  package init() {}

  /// The message as it leaves.
  ///
  /// - Throws: For everything that could make it another message than was meant, before anything of it is made.
  package func compose(_ mail: OutgoingMail) throws(MailError) -> [UInt8] {
    try check(mail)
    let message = MIMEMessage()
    try message.add(mail.from, as: .from)
    if let replyTo = mail.replyTo { try message.add(replyTo, as: .replyTo) }
    for mailbox in mail.to { try message.add(mailbox, as: .to) }
    for mailbox in mail.cc { try message.add(mailbox, as: .cc) }
    message.setSubject(HeaderText.encoded(mail.subject))
    message.setDate(mail.date)
    message.setMessageID(mail.messageID)
    if let earlier = mail.inReplyTo { message.setHeader("In-Reply-To", "<\(earlier)>") }
    let thread = Self.shortened(mail.references)
    if !thread.isEmpty { message.setHeader("References", thread.map { "<\($0)>" }.joined(separator: " ")) }
    if mail.isMarkedAutoSubmitted { message.setHeader("Auto-Submitted", "auto-generated") }
    message.setBody(body(of: mail))
    var bytes = message.bytes()
    // A text without a last line end, alone in its message.
    if bytes.last != 10 { bytes += [13, 10] }
    guard bytes.count <= MailLimits.messageBytes else {
      throw MailError(
        .tooLong, "the message has \(bytes.count) bytes, more than \(MailLimits.messageBytes): attach less")
    }
    return bytes
  }

  private func body(of mail: OutgoingMail) -> MIMEPart {
    let mark = Self.mark(of: mail.messageID)
    let text = MIMEPart(text: Self.lines(of: mail.text), subtype: "plain")
    var body = text
    if let html = mail.html {
      body = MIMEPart(multipart: "alternative", boundary: "=_duly-a-\(mark)")
      body.add(text)
      body.add(MIMEPart(text: Self.lines(of: html), subtype: "html"))
    }
    guard !mail.attachments.isEmpty else { return body }
    let whole = MIMEPart(multipart: "mixed", boundary: "=_duly-m-\(mark)")
    whole.add(body)
    for attachment in mail.attachments { whole.add(MIMEPart(attachment)) }
    return whole
  }

  private func check(_ mail: OutgoingMail) throws(MailError) {
    guard !mail.to.isEmpty else { throw MailError(.noRecipient, "the message has nobody in `to`") }
    guard mail.to.count + mail.cc.count <= MailLimits.recipients else {
      throw MailError(.tooLong, "the message has more than \(MailLimits.recipients) recipients")
    }
    try HeaderText.check(mail.subject, at: "the subject", limit: MailLimits.subjectBytes)
    for (text, place) in [(mail.text, "the text"), (mail.html ?? "", "the HTML")] {
      guard text.utf8.count <= MailLimits.bodyBytes else {
        throw MailError(.tooLong, "\(place) has more than \(MailLimits.bodyBytes) bytes")
      }
      guard !text.holds(byte: 0) else {
        throw MailError(.unsafeCharacter, "\(place) holds the character U+0000: remove it")
      }
    }
    try Self.checkMessageID(mail.messageID, at: "the Message-ID")
    if let earlier = mail.inReplyTo { try Self.checkMessageID(earlier, at: "`In-Reply-To`") }
    for earlier in mail.references { try Self.checkMessageID(earlier, at: "`References`") }
    guard mail.date.isUsable else {
      throw MailError(.unusableDate, "the date of the message is no day from 1970 to 9999: check the clock")
    }
    guard mail.attachments.count <= MailLimits.attachments else {
      throw MailError(.tooLong, "the message has more than \(MailLimits.attachments) attachments")
    }
    var size = 0
    for attachment in mail.attachments {
      try attachment.check()
      size += attachment.bytes.count
    }
    guard size <= MailLimits.attachmentBytes else {
      throw MailError(
        .tooLong, "the attachments have \(size) bytes, more than \(MailLimits.attachmentBytes): attach less")
    }
  }

  /// Both sides of the `@` as in an address: what else is legal is read differently by different programs.
  private static func checkMessageID(_ identifier: String, at place: String) throws(MailError) {
    let parts = identifier.split(separator: "@", omittingEmptySubsequences: false)
    guard identifier.utf8.count <= MailLimits.messageIDBytes, parts.count == 2,
      MailAddress.isDotAtom(parts[0]), MailAddress.isDomain(parts[1])
    else {
      throw MailError(
        .unusableMessageID, "\(place) is not of the form `key@domain` in ASCII, without brackets")
    }
  }

  /// Source: RFC 5537, 3.4.4, for news: of a long thread the first and the latest are kept.
  private static func shortened(_ references: [String]) -> [String] {
    guard references.count > MailLimits.references, let first = references.first else { return references }
    return [first] + references.suffix(MailLimits.references - 1)
  }

  /// Lines ended by `\n` alone, which GMime writes as CR LF.
  private static func lines(of text: String) -> [UInt8] {
    guard text.holds(byte: 13) else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 13: bytes.append(10)
      case 10: if previous != 13 { bytes.append(10) }
      default: bytes.append(byte)
      }
      previous = byte
    }
    return bytes
  }

  /// Sixteen hexadecimal digits that are the message's own.
  ///
  /// No encoded body can hold a boundary made of it: an `=` in quoted-printable is never followed by `_`.
  /// Source: the FNV-1a hash of 64 bits.
  private static func mark(of identifier: String) -> String {
    let hash = identifier.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
