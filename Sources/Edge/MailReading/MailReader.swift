import CMime
package import Replies

/// Takes the bytes of a mail apart, within limits: whatever they hold, this ends soon and with little memory.
package enum MailReader {
  /// Of a longer mail only the beginning is read.
  package static let mostBytes = 4 << 20
  /// Lines that may begin or end a part; what comes after so many of them is not read.
  static let mostBoundaries = 2000
  static let mostParts = 200
  static let deepest = 20
  static let mostHeaders = 250
  /// Of one header, and of one text.
  static let mostOfHeader = 8 << 10
  static let mostOfText = 512 << 10

  // GMime wants to be set up once for the process; a constant's initialiser runs once, whoever asks first.
  private static let library: Void = duly_mime_start()

  /// Takes a mail apart.
  ///
  /// - Returns: Nil where the bytes are no mail at all: no line of a head in them.
  package static func read(_ bytes: [UInt8]) -> TakenApartMail? {
    _ = library
    let (kept, isCut) = bounded(bytes)
    guard !kept.isEmpty else { return nil }
    // The parser copies nothing: the bytes have to stay until the message is given back.
    return kept.withUnsafeBytes { buffer -> TakenApartMail? in
      guard let message = duly_mime_parse(buffer.baseAddress, buffer.count) else { return nil }
      defer { duly_mime_release(message) }
      // What begins with `Content-` belongs to the body's part, and is a header of the mail all the same.
      let body = duly_mime_get_body(message)
      let headers = Self.headers(of: message) + (body.map { Self.headers(of: $0) } ?? [])
      guard !headers.isEmpty else { return nil }
      var walk = PartWalk()
      if let body { walk.visit(body, depth: 0) }
      // A multipart whose boundary stands nowhere has its text before the first part: better that than nothing.
      if !walk.parts.contains(where: { $0.text != nil }) { walk.add(rawBody: buffer) }
      return TakenApartMail(headers: headers, parts: walk.parts, isCut: isCut || walk.isCut)
    }
  }

  /// The bytes within the limits, without the line with which an mbox sets mails apart.
  private static func bounded(_ bytes: [UInt8]) -> (ArraySlice<UInt8>, isCut: Bool) {
    var start = 0
    let mark = Array("From ".utf8)
    if bytes.starts(with: mark) || bytes.starts(with: [UInt8(ascii: ">")] + mark) {
      start = (bytes.firstIndex(of: 10) ?? bytes.count - 1) + 1
    }
    var end = min(bytes.count, start + mostBytes)
    var isCut = end < bytes.count
    var boundaries = 0
    var index = start
    while index + 1 < end {
      if bytes[index] == 45, bytes[index + 1] == 45, index == start || bytes[index - 1] == 10 {
        boundaries += 1
        if boundaries > mostBoundaries {
          end = index
          isCut = true
        }
      }
      index += 1
    }
    return (bytes[min(start, end)..<end], isCut)
  }

  static func headers(of object: OpaquePointer) -> [TakenApartMail.Header] {
    let count = min(Int(duly_mime_get_header_count(object)), mostHeaders)
    var headers: [TakenApartMail.Header] = []
    headers.reserveCapacity(max(count, 0))
    for index in 0..<max(count, 0) {
      guard let name = duly_mime_get_header_name(object, Int32(index)) else { continue }
      let value = duly_mime_get_header_value(object, Int32(index)).map { String(cString: $0) } ?? ""
      headers.append(.init(name: String(cString: name), value: value.cut(mostOfHeader)))
    }
    return headers
  }
}

extension String {
  /// With LF for CR LF.
  var withLineFeeds: String {
    guard utf8.contains(13) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte == 10, bytes.last == 13 { bytes.removeLast() }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// At most so many bytes, cut between two characters.
  func cut(_ most: Int) -> String {
    guard utf8.count > most else { return self }
    return String(decoding: utf8.prefix(most), as: UTF8.self)
  }
}

/// Goes through the parts of a mail.
private struct PartWalk {
  private(set) var parts: [TakenApartMail.Part] = []
  private(set) var isCut = false
  private var textBytes = 0

  mutating func visit(_ part: OpaquePointer, depth: Int) {
    guard depth < MailReader.deepest, parts.count < MailReader.mostParts else {
      isCut = true
      return
    }
    let count = duly_mime_get_count(part)
    if count >= 0 {
      for index in 0..<count {
        if let child = duly_mime_get_part(part, index) { visit(child, depth: depth + 1) }
      }
      return
    }
    if let enclosed = duly_mime_get_enclosed(part) {
      // Of an enclosed mail only the head is read: others wrote what is in it.
      let head = MailReader.headers(of: enclosed).map { "\($0.name): \($0.value)" }.joined(separator: "\n")
      parts.append(.init(type: "message/rfc822", text: head.cut(16 << 10), isEnclosed: true))
      return
    }
    leaf(part)
  }

  /// The bytes behind the head, as a text.
  mutating func add(rawBody bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == 10, bytes[index + 1] == 10 || bytes[index + 1] == 13 { break }
      index += 1
    }
    let body = bytes[min(index + 1, bytes.count)...].prefix(64 << 10)
    let text = TextDecoding.text(UnsafeRawBufferPointer(rebasing: body), charset: nil).withLineFeeds
    if text.contains(where: { !$0.isWhitespace }) { parts.append(.init(type: "text/plain", text: text)) }
  }

  private mutating func leaf(_ part: OpaquePointer) {
    let type = duly_mime_get_type(part).map { String(cString: $0).lowercased() } ?? "text"
    let subtype = duly_mime_get_subtype(part).map { String(cString: $0).lowercased() } ?? "plain"
    let disposition = duly_mime_get_disposition(part).map { String(cString: $0).lowercased() }
    let name = duly_mime_get_filename(part).map { String(cString: $0).cut(200) }
    let isAttached = disposition == "attachment" || (name != nil && type != "text" && type != "message")
    let isText =
      type == "text" && ["plain", "html", "rfc822-headers", "delivery-status", "enriched"].contains(subtype)
    let isReport = type == "message"
    var text: String?
    if isText || isReport, !(isAttached && type == "text") { text = content(part) }
    parts.append(
      .init(
        type: "\(type)/\(subtype)", text: text, attachment: isAttached ? name ?? "unnamed" : nil,
        isEnclosed: subtype == "rfc822-headers"))
  }

  private mutating func content(_ part: OpaquePointer) -> String? {
    guard textBytes < 2 * MailReader.mostOfText else { return nil }
    let octets = duly_mime_content(part)
    defer { duly_mime_free_octets(octets) }
    guard octets.owner != nil else { return nil }
    let count = min(octets.count, MailReader.mostOfText)
    if count < octets.count { isCut = true }
    textBytes += count
    let bytes = UnsafeRawBufferPointer(start: octets.bytes, count: count)
    let charset = duly_mime_get_parameter(part, "charset").map { String(cString: $0) }
    // One kind of line end from here on: for Swift CR LF is one character, and not the one of LF.
    let text = TextDecoding.text(bytes, charset: charset).withLineFeeds
    guard duly_mime_get_parameter(part, "format").map({ String(cString: $0).lowercased() }) == "flowed" else {
      return text
    }
    let deletes = duly_mime_get_parameter(part, "delsp").map { String(cString: $0).lowercased() } == "yes"
    return FlowedText.unfolded(text, deletesSpaces: deletes)
  }
}
