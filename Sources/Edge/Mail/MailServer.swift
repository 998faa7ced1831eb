/// The server that takes a business's mail, and how it is spoken to.
package struct MailServer: Sendable {
  /// How the way to the server is kept private.
  package enum TLS: Hashable, Sendable {
    /// Nothing is said before the connection is encrypted and the server's certificate proved.
    case required
    /// Plain, for a server on this machine.
    case none
  }

  /// A name or an address; an IPv6 address in brackets.
  package let host: String
  package let port: Int
  /// True for `smtps://`: TLS from the first byte, not after `STARTTLS`.
  package let isEncryptedFromTheStart: Bool
  package let tls: TLS
  /// Nil for a server that asks for none.
  package let user: String?
  package let password: Secret?
  /// A file of certificates to trust in place of the system's.
  package let caFile: String?
  package let timeouts: MailTimeouts
  /// The most messages a minute, evenly spread; nil for as many as the server takes.
  package let messagesPerMinute: Int?

  /// Reads a server's address.
  ///
  /// - Parameter url: `smtp://host:port` (587 where no port is given) or `smtps://host:port` (465).
  /// - Throws: `MailError` where something in it cannot be meant; never with what was written in it, which may be a secret.
  package init(
    url: String, tls: TLS = .required, user: String? = nil, password: Secret? = nil, caFile: String? = nil,
    timeouts: MailTimeouts = MailTimeouts(), messagesPerMinute: Int? = nil
  ) throws(MailError) {
    let place = try ServerPlace(url, scheme: "smtp", usualPort: 587, usualEncryptedPort: 465)
    (host, port, isEncryptedFromTheStart) = (place.host, place.port, place.isEncrypted)
    try place.check(tls)
    guard (user == nil) == (password == nil) else {
      throw Self.unusable("a user needs a password, and a password a user")
    }
    for text in [user, password?.text, caFile].compactMap({ $0 }) where text.utf8.contains(0) || text.isEmpty
    {
      throw Self.unusable(
        "the user, the password or the file of certificates is empty or holds the character U+0000")
    }
    if let messagesPerMinute, !(1...100_000).contains(messagesPerMinute) {
      throw Self.unusable("the pace is no number of messages a minute from 1 to 100000")
    }
    guard timeouts.all.allSatisfy({ (1...86_400).contains($0) })
    else {
      throw Self.unusable("a time limit is no number of seconds from 1 to 86400")
    }
    self.tls = tls
    self.user = user
    self.password = password
    self.caFile = caFile
    self.timeouts = timeouts
    self.messagesPerMinute = messagesPerMinute
  }

  /// True for a server at 127.0.0.0/8, ::1 or localhost: nobody else is behind it.
  package var isOnThisMachine: Bool { ServerPlace.isLoopback(host) }

  /// The address as curl takes it.
  var url: String { "\(isEncryptedFromTheStart ? "smtps" : "smtp")://\(host):\(port)" }

  private static func unusable(_ why: String) -> MailError { MailError(.unusableServer, why) }
}
