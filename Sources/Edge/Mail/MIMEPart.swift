import CMime

/// A part of a message: a text, a file, or several parts.
final class MIMEPart {
  let object: OpaquePointer

  /// A text in UTF-8 with lines ended by `\n`.
  init(text: [UInt8], subtype: String) {
    MIMELibrary.start()
    object = text.withUnsafeBytes { duly_mime_text_new(subtype, $0.baseAddress, $0.count) }
  }

  /// A file that was checked.
  init(_ attachment: MailAttachment) {
    MIMELibrary.start()
    let type = attachment.mediaType ?? ("application", "octet-stream")
    object = attachment.bytes.withUnsafeBytes {
      duly_mime_file_new(type.type, type.subtype, attachment.name, $0.baseAddress, $0.count)
    }
  }

  /// A part of several, with its boundary.
  init(multipart subtype: String, boundary: String) {
    MIMELibrary.start()
    object = duly_mime_multipart_new(subtype, boundary)
  }

  deinit { duly_mime_release(object) }

  /// Puts a part behind the others; it lives on in this one.
  func add(_ part: MIMEPart) { duly_mime_add(object, part.object) }
}
