import CGMime

/// A message under construction; every value that it is given was checked before.
final class MIMEMessage {
  private let object: UnsafeMutablePointer<GMimeObject>

  /// The headers that hold addresses.
  enum AddressHeader {
    case from, replyTo, to, cc

    fileprivate var kind: GMimeAddressType {
      switch self {
      case .from: GMIME_ADDRESS_TYPE_FROM
      case .replyTo: GMIME_ADDRESS_TYPE_REPLY_TO
      case .to: GMIME_ADDRESS_TYPE_TO
      case .cc: GMIME_ADDRESS_TYPE_CC
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
    guard let array = duly_mime_bytes(object) else { return [] }
    defer { g_byte_array_unref(array) }
    return Array(UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
  }
}
