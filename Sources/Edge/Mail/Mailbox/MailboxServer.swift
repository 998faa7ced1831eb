/// The server on which a mailbox is that Duly reads, and how it is spoken to.
package struct MailboxServer: Sendable {
  /// A name or an address; an IPv6 address in brackets.
  package let host: String
  package let port: Int
  /// True for `imaps://`: TLS from the first byte, not after `STARTTLS`.
  package let isEncryptedFromTheStart: Bool
  package let tls: MailServer.TLS
  package let user: String
  let password: Secret
  /// A file of certificates to trust in place of the system's.
  package let caFile: String?
  /// `INBOX`, or a folder's name as a mail program shows it, its parts parted as the server parts them.
  package let folder: String
  package let timeouts: MailboxTimeouts

  /// Reads a server's address.
  ///
  /// - Parameter url: `imap://host:port` (143 where no port is given) or `imaps://host:port` (993).
  /// - Throws: `MailError` where something in it cannot be meant; never with what was written in it, which may be a secret.
  package init(
    url: String, tls: MailServer.TLS = .required, user: String, password: Secret, caFile: String? = nil,
    folder: String = "INBOX", timeouts: MailboxTimeouts = MailboxTimeouts()
  ) throws(MailError) {
    let place = try ServerPlace(url, scheme: "imap", usualPort: 143, usualEncryptedPort: 993)
    (host, port, isEncryptedFromTheStart) = (place.host, place.port, place.isEncrypted)
    try place.check(tls)
    for text in [user, password.text, folder, caFile ?? "-"]
    where text.isEmpty || text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
      throw MailError(
        .unusableServer,
        "the user, the password, the folder or the file of certificates is empty or holds a control character"
      )
    }
    guard timeouts.all.allSatisfy({ (1...86_400).contains($0) }) else {
      throw MailError(.unusableServer, "a time limit is no number of seconds from 1 to 86400")
    }
    self.tls = tls
    self.user = user
    self.password = password
    self.caFile = caFile
    self.folder = folder
    self.timeouts = timeouts
  }

  /// The name under which the journal keeps how far the mailbox was read: the same whatever way leads to it.
  package var name: String { "\(user) \(host) \(folder)" }

  /// The address as curl takes it.
  var url: String { "\(isEncryptedFromTheStart ? "imaps" : "imap")://\(host):\(port)" }
}

/// How long the server of a mailbox may take, each limit in seconds; where it is over, what came until then stays read.
package struct MailboxTimeouts: Hashable, Sendable {
  /// Until there is a connection, TLS included.
  package var connect: Int
  /// Until the next byte of an answer is there.
  package var reply: Int
  /// One command with all that answers it: a list, or a batch of mails.
  package var command: Int
  /// All commands together; the next reading goes on where this one had to end.
  package var reading: Int
  /// Until the answer to the farewell, on which nothing hangs.
  package var farewell: Int

  /// The usual limits unless others are given.
  package init(connect: Int = 30, reply: Int = 60, command: Int = 600, reading: Int = 1800, farewell: Int = 5)
  {
    self.connect = connect
    self.reply = reply
    self.command = command
    self.reading = reading
    self.farewell = farewell
  }

  /// All of them.
  var all: [Int] { [connect, reply, command, reading, farewell] }
}
