import Execution
import Mail
import PolicySyntax
import Replies

/// The `inbox` of a project file: a mailbox of a server, a Maildir or an mbox.
struct InboxSettings {
  /// Where mails come in.
  private enum Place {
    case server(Server)
    /// A Maildir or an mbox.
    case files(String)
  }

  /// A mailbox as it is written; its password is fetched only when it is read.
  private struct Server {
    let url: String
    let tls: MailServer.TLS
    let user: String
    let password: PasswordSource
    let caFile: String?
    let folder: String
    let timeouts: MailboxTimeouts

    func server(_ password: Secret) throws(MailError) -> MailboxServer {
      try MailboxServer(
        url: url, tls: tls, user: user, password: password, caFile: caFile, folder: folder, timeouts: timeouts
      )
    }
  }

  private let place: Place
  /// A folder of rule files of the owner; nil for none.
  let rules: String?
  /// A model that may propose what a mail says; nil for none.
  private let model: ModelSettings?
  /// True where messages ask for answers at an address that holds their key.
  let plusAddress: Bool

  /// Reads `inbox`.
  ///
  /// - Throws: `Failure` with the place, and never with a value that could be a secret.
  init(_ node: Node, _ reader: MailSettingsReader) throws {
    try reader.check(
      node, of: "inbox",
      [
        "url", "tls", "user", "password", "ca_file", "folder", "timeouts", "maildir", "mbox", "rules",
        "plus_address", "model",
      ])
    rules = try node["rules"].map { try reader.path($0, "rules") }
    model = try node["model"].map { try ModelSettings($0, reader) }
    switch node["plus_address"]?.scalar?.text {
    case nil where node["plus_address"] == nil, "false": plusAddress = false
    case "true": plusAddress = true
    default:
      throw reader.failure(node["plus_address"]?.span ?? node.span, "`plus_address` is `true` or `false`")
    }
    let named = ["url", "maildir", "mbox"].filter { node[$0] != nil }
    guard named.count == 1, let name = named.first, let value = node[name] else {
      throw reader.failure(node.span, "`inbox` has one of `url`, `maildir` and `mbox`")
    }
    if name != "url" {
      for key in ["tls", "user", "password", "ca_file", "folder", "timeouts"] {
        if let value = node[key] {
          throw reader.failure(value.span, "`\(key)` is for a server, and `inbox` names a `\(name)`")
        }
      }
      place = .files(try reader.path(value, name))
      return
    }
    guard let user = node["user"], let password = node["password"] else {
      throw reader.failure(node.span, "`inbox` has no `user` and `password`")
    }
    let server = Server(
      url: try reader.text(value, "url"), tls: try reader.tls(node["tls"]),
      user: try reader.text(user, "user"), password: try reader.password(password),
      caFile: try node["ca_file"].map { try reader.path($0, "ca_file") },
      folder: try node["folder"].map { try reader.text($0, "folder") } ?? "INBOX",
      timeouts: try reader.mailboxTimeouts(node["timeouts"]))
    do throws(MailError) {
      // What is wrong with it is said now, not when answers are to be heard.
      _ = try server.server(Secret("unknown yet"))
    } catch {
      throw reader.failure(value.span, error.message)
    }
    place = .server(server)
  }

  /// What a run hears from; the password is fetched here.
  func inbox() throws -> Inbox {
    let source: any MailSource
    switch place {
    case .files(let path): source = FileSource(path)
    case .server(let server):
      do throws(MailError) {
        source = MailboxSource(try server.server(server.password.read()))
      } catch {
        throw Failure(error.message)
      }
    }
    return try inbox(from: source)
  }

  /// What a run hears from in place of the mailbox, with everything else that is set.
  func inbox(from source: any MailSource) throws -> Inbox {
    InboxSettings.inbox(source, rules: rules, model: try model?.model())
  }

  /// What a run hears from, with rules of the owner's beside the program's.
  static func inbox(_ source: any MailSource, rules: String?, model: ProposingModel? = nil) -> Inbox {
    Inbox(source: source, model: model) { MailUnderstanding(try InboxRules.reader(rules)) }
  }
}
