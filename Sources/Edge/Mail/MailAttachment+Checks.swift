extension MailAttachment {
  /// Refuses a name or a type that a reader could take for something else.
  func check() throws(MailError) {
    let place = "the name of an attachment"
    try HeaderText.check(name, at: place, limit: MailLimits.fileNameBytes)
    guard !name.isEmpty, name != ".", name != "..", name.first != " ", name.last != " " else {
      throw MailError(.unusableAttachment, "\(place) is no file's name")
    }
    // A path in a name, quotes around it, or what looks like an encoded word: some mail program believes it.
    guard !name.contains(where: { #"/\":"#.contains($0) }), !name.contains("=?") else {
      throw MailError(
        .unusableAttachment, "\(place) holds a slash, a backslash, a colon, a quote or `=?`: rename the file")
    }
    guard mediaType != nil else {
      throw MailError(
        .unusableAttachment, "the type of an attachment is none such as `application/pdf` or `image/png`")
    }
  }

  /// The two halves of the type; nil for none, and for those that hold other messages or parts.
  var mediaType: (type: String, subtype: String)? {
    let parts = type.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(Self.isToken) else { return nil }
    let kind = parts[0].lowercased()
    // A text's line ends would be rewritten on the way; a message or a multipart may not be base64.
    guard !["multipart", "message", "text"].contains(kind) else { return nil }
    return (kind, parts[1].lowercased())
  }

  private static func isToken(_ text: Substring) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"):
          true
        default: "+-._".utf8.contains(byte)
        }
      }
  }
}
