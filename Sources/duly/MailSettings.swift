import Mail
import PolicySyntax

/// The `mail` of a project file: which server takes the mail, where its password is kept, the outbox for paper, and where
/// answers come in.
struct MailSettings {
  /// Nil where the project names no server.
  let smtp: SMTP?
  /// The folder for letters on paper, as it can be opened from the working folder.
  let outbox: String
  /// Where answers come in; nil where the project names no such place.
  let inbox: InboxSettings?

  /// A server as it is written; its password is fetched only when there is something to send.
  struct SMTP {
    fileprivate let url: String
    fileprivate let tls: MailServer.TLS
    fileprivate let user: String?
    fileprivate let password: PasswordSource?
    fileprivate let caFile: String?
    fileprivate let timeouts: MailTimeouts
    fileprivate let messagesPerMinute: Int?

    /// The server with its password.
    func server() throws -> MailServer {
      do throws(MailError) {
        return try server(password: password?.read())
      } catch {
        throw Failure(error.message)
      }
    }

    fileprivate func server(password: Secret?) throws(MailError) -> MailServer {
      try MailServer(
        url: url, tls: tls, user: user, password: password, caFile: caFile, timeouts: timeouts,
        messagesPerMinute: messagesPerMinute)
    }
  }

  /// Reads `mail`.
  ///
  /// - Parameters:
  ///   - node: The value of the key; nil where there is none.
  ///   - place: A place in the file as `duly.yaml:7:9`.
  ///   - folder: Where the file lies: its paths begin there.
  /// - Throws: `Failure` with the place, and never with a value that could be a secret.
  init(_ node: Node?, place: @escaping (Span) -> String, folder: String) throws {
    let reader = MailSettingsReader(place: place, folder: folder)
    if let node { try reader.check(node, of: "mail", ["smtp", "outbox", "inbox"]) }
    outbox = try node?["outbox"].map { try reader.path($0, "outbox") } ?? folder + "outbox"
    inbox = try node?["inbox"].map { try InboxSettings($0, reader) }
    smtp = try node?["smtp"].map { try Self.smtp($0, reader) }
  }

  private static func smtp(_ node: Node, _ reader: MailSettingsReader) throws -> SMTP {
    try reader.check(
      node, of: "smtp", ["url", "tls", "user", "password", "ca_file", "timeouts", "messages_per_minute"])
    guard let url = node["url"] else { throw reader.failure(node.span, "`smtp` has no `url`") }
    let settings = SMTP(
      url: try reader.text(url, "url"), tls: try reader.tls(node["tls"]),
      user: try node["user"].map { try reader.text($0, "user") },
      password: try node["password"].map { try reader.password($0) },
      caFile: try node["ca_file"].map { try reader.path($0, "ca_file") },
      timeouts: try reader.timeouts(node["timeouts"]),
      messagesPerMinute: try node["messages_per_minute"].map { try reader.number($0, "messages_per_minute") })
    do throws(MailError) {
      // What is wrong with it is said now, not when the first message is to leave.
      _ = try settings.server(password: settings.password.map { _ in Secret("unknown yet") })
    } catch {
      throw reader.failure(url.span, error.message)
    }
    return settings
  }
}
