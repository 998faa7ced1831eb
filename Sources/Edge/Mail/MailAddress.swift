/// An address that can stand in a header and in the talk with a server: ASCII, nothing in it quoted.
///
/// The quoted form (`"a b"@example.org`) and literal hosts (`a@[192.0.2.1]`) are legal and refused: no customer has
/// one, and each is a way to smuggle something past a program that reads addresses less strictly.
/// Source: RFC 5321, 4.1.2; RFC 5322, 3.2.3.
package struct MailAddress: Hashable, Sendable {
  /// `local@domain`, the domain in its ASCII form.
  package let text: String

  /// Reads an address.
  ///
  /// - Parameter place: Where it stands, for the error: `to`, `cc`, `sender`.
  package init(_ written: String, at place: String) throws(MailError) {
    func unusable(_ why: String) -> MailError {
      MailError(.unusableAddress, "the address in `\(place)` \(why)")
    }
    guard !written.isEmpty else { throw unusable("is empty") }
    guard written.utf8.count <= MailLimits.addressBytes else {
      throw unusable("has more than \(MailLimits.addressBytes) bytes")
    }
    let parts = written.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw unusable("is not of the form `name@domain`") }
    let (local, domain) = (parts[0], parts[1])
    guard local.utf8.allSatisfy({ $0 < 128 }) else {
      throw unusable(
        "has letters before the `@` that most mail servers do not take: ask for an address in ASCII")
    }
    guard local.utf8.count <= MailLimits.localPartBytes, Self.isDotAtom(local) else {
      throw unusable(
        "has a part before the `@` that is not letters, digits, dots and signs such as `-` and `+`")
    }
    guard domain.utf8.allSatisfy({ $0 < 128 }) else {
      throw unusable("has a domain with letters beyond ASCII: write it in its form that begins with `xn--`")
    }
    guard Self.isDomain(domain) else { throw unusable("has no domain such as `example.org` after the `@`") }
    text = written
  }

  /// Words of letters, digits and a few signs with single dots between them.
  static func isDotAtom(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy(isAtomByte)
      }
  }

  private static func isAtomByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "~"):
      true
    default: isAlphanumeric(byte)
    }
  }

  /// A host's name: letters, digits and inner hyphens with single dots between.
  static func isDomain(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty && label.utf8.count <= MailLimits.domainLabelBytes && label.first != "-"
        && label.last != "-"
        && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
