/// A file that goes with a message.
package struct MailAttachment: Hashable, Sendable {
  /// The file's name as the recipient sees it, without a folder.
  package let name: String
  /// Its media type, such as `application/pdf`.
  package let type: String
  package let bytes: [UInt8]

  /// An attachment; nothing is checked before a message is composed.
  package init(name: String, type: String, bytes: [UInt8]) {
    self.name = name
    self.type = type
    self.bytes = bytes
  }
}
