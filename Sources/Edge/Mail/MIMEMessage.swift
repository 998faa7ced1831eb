import CMime

/// A message under construction; every value that it is given was checked before.
final class MIMEMessage {
  private let object: OpaquePointer

  /// The headers that hold addresses.
  enum AddressHeader {
    case from, replyTo, to, cc

    fileprivate var kind: duly_mime_address_header {
      switch self {
      case .from: DULY_MIME_FROM
      case .replyTo: DULY_MIME_REPLY_TO
      case .to: DULY_MIME_TO
      case .cc: DULY_MIME_CC
      }
    }

    /// As a policy calls it.
    fileprivate var place: String {
      switch self {
      case .from: "sender"
      case .replyTo: "reply_to"
      case .to: "to"
      case .cc: "cc"
      }
    }
  }

  init() {
    MIMELibrary.start()
    object = duly_mime_message_new()
  }

  deinit { duly_mime_release(object) }

  /// Adds one more mailbox to a header.
  func add(_ mailbox: Mailbox, as header: AddressHeader) throws(MailError) {
    let address = try MailAddress(mailbox.address, at: header.place).text
    guard let name = mailbox.shownName else {
      duly_mime_add_mailbox(object, header.kind, nil, address)
      return
    }
    try HeaderText.check(name, at: "the name in `\(header.place)`", limit: MailLimits.nameBytes)
    duly_mime_add_mailbox(object, header.kind, HeaderText.encoded(name), address)
  }

  func setSubject(_ subject: String) { duly_mime_set_subject(object, subject) }

  func setDate(_ date: MailDate) { duly_mime_set_date(object, date.seconds, Int32(date.offset)) }

  func setMessageID(_ identifier: String) { duly_mime_set_message_id(object, identifier) }

  func setHeader(_ name: String, _ value: String) { duly_mime_set_header(object, name, value) }

  /// The part lives on in this message.
  func setBody(_ body: MIMEPart) { duly_mime_set_body(object, body.object) }

  /// The whole message, every line ended by CR LF.
  func bytes() -> [UInt8] {
    let octets = duly_mime_written(object)
    defer { duly_mime_free_octets(octets) }
    return Array(UnsafeBufferPointer(start: octets.bytes, count: octets.count))
  }
}
