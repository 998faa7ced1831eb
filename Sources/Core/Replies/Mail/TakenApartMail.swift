/// A mail taken apart: its headers and the leaves of its tree of parts, all text decoded.
///
/// What made it has bounded it: see the limits of the reader. Nothing in it is trusted.
package struct TakenApartMail: Sendable {
  /// One line of the head, unfolded and decoded.
  package struct Header: Hashable, Sendable {
    /// As written; compared without regard to case.
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// One leaf.
  package struct Part: Sendable {
    /// In small letters and without parameters: `text/plain`.
    package let type: String
    /// Its text for parts of text, delivery reports and the heads of enclosed mails; nil for other parts.
    package let text: String?
    /// The name of the file, where it is attached; nil for what is read with the mail.
    package let attachment: String?
    /// True where it lies within a mail that is enclosed: what is in there was written by others.
    package let isEnclosed: Bool

    package init(type: String, text: String?, attachment: String? = nil, isEnclosed: Bool = false) {
      self.type = type
      self.text = text
      self.attachment = attachment
      self.isEnclosed = isEnclosed
    }
  }

  package let headers: [Header]
  package let parts: [Part]
  /// True where a limit cut something off.
  package let isCut: Bool

  package init(headers: [Header], parts: [Part], isCut: Bool = false) {
    self.headers = headers
    self.parts = parts
    self.isCut = isCut
  }

  /// The value of the first header of that name; nil where there is none.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.equalsIgnoringCase(name) }?.value
  }

  /// True where there is a header of that name.
  package func has(_ name: String) -> Bool { header(name) != nil }
}

extension String {
  /// Compares letters of ASCII without regard to case, all else byte by byte.
  func equalsIgnoringCase(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return zip(utf8, other.utf8).allSatisfy { $0 == $1 || $0.small == $1.small }
  }
}

extension UInt8 {
  /// The small letter of a capital of ASCII; all else as it is.
  var small: UInt8 { (65...90).contains(self) ? self | 0x20 : self }
  var isDigit: Bool { (48...57).contains(self) }
  var isLetter: Bool { (97...122).contains(small) }
}
