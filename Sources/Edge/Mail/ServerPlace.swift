/// Where a server is, as an address such as `smtp://mail.example.org:587` says it.
struct ServerPlace {
  /// A name or an address; an IPv6 address in brackets.
  let host: String
  let port: Int
  /// True for TLS from the first byte.
  let isEncrypted: Bool
  private let scheme: String

  /// Reads an address.
  ///
  /// - Parameters:
  ///   - scheme: `smtp`, which allows `smtps` too.
  ///   - usualPort: Where the address names none.
  /// - Throws: `MailError` where something in it cannot be meant; never with what was written in it, which may be a secret.
  init(_ url: String, scheme: String, usualPort: Int, usualEncryptedPort: Int) throws(MailError) {
    let isEncrypted = url.lowercased().hasPrefix("\(scheme)s://")
    guard isEncrypted || url.lowercased().hasPrefix("\(scheme)://") else {
      throw Self.unusable(
        "the url is not of the form `\(scheme)://host:\(usualPort)` or `\(scheme)s://host:\(usualEncryptedPort)`"
      )
    }
    var rest = url.dropFirst(scheme.count + (isEncrypted ? 4 : 3))
    guard !rest.contains("@") else {
      throw Self.unusable("the url holds an `@`: give user and password as keys of their own")
    }
    if rest.last == "/" { rest.removeLast() }
    var host = rest
    var port: Int?
    if let colon = rest.lastIndex(of: ":"), rest[colon...].firstIndex(of: "]") == nil {
      guard let number = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(number) else {
        throw Self.unusable("the url has a port that is no number from 1 to 65535")
      }
      (host, port) = (rest[..<colon], number)
    }
    let isLiteral = host.first == "[" && host.last == "]" && host.contains(":")
    let isAddress = isLiteral && host.dropFirst().dropLast().utf8.allSatisfy(Self.isAddressByte)
    guard isAddress || (host.utf8.count <= 253 && MailAddress.isDomain(host)) else {
      throw Self.unusable("the url names no host such as `mail.example.org`; nothing may follow the port")
    }
    self.host = host.lowercased()
    self.port = port ?? (isEncrypted ? usualEncryptedPort : usualPort)
    self.isEncrypted = isEncrypted
    self.scheme = scheme
  }

  /// Refuses a way without TLS to any other machine than this.
  func check(_ tls: MailServer.TLS) throws(MailError) {
    guard tls == .none else { return }
    guard !isEncrypted else { throw Self.unusable("`\(scheme)s://` is encrypted: leave `tls: none` away") }
    guard Self.isLoopback(host) else {
      throw Self.unusable("`tls: none` is for a server on this machine, at 127.0.0.1, ::1 or localhost")
    }
  }

  /// True for 127.0.0.0/8, ::1 and localhost.
  static func isLoopback(_ host: String) -> Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil } && numbers.first == "127"
    return isIPv4 || host == "localhost" || host == "[::1]"
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    "0123456789abcdefABCDEF:.".utf8.contains(byte)
  }

  private static func unusable(_ why: String) -> MailError { MailError(.unusableServer, why) }
}
