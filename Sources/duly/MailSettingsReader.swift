import Mail
import PolicySyntax

/// Takes the parts of `mail` from the tree of a project file, each with its own complaint.
struct MailSettingsReader {
  let place: (Span) -> String
  let folder: String

  /// An error at a place; it never repeats a value.
  func failure(_ span: Span, _ message: String) -> Failure { Failure("\(place(span)): \(message)") }

  /// Refuses what is no mapping, and keys that are not known.
  func check(_ node: Node, of name: String, _ keys: [String]) throws {
    guard let entries = node.mapping else {
      throw failure(
        node.span, "`\(name)` is a mapping with \(keys.map { "`\($0)`" }.joined(separator: ", "))")
    }
    guard let unknown = entries.first(where: { !keys.contains($0.name) }) else { return }
    throw failure(unknown.key.span, "`\(unknown.name)` is no key of `\(name)`")
  }

  func text(_ node: Node, _ name: String) throws -> String {
    guard let text = node.scalar?.text, !text.isEmpty else { throw failure(node.span, "`\(name)` is a text") }
    return text
  }

  func path(_ node: Node, _ name: String) throws -> String {
    let path = try text(node, name)
    return path.hasPrefix("/") ? path : folder + path
  }

  func number(_ node: Node, _ name: String) throws -> Int {
    guard let number = node.scalar.flatMap({ Int($0.text) }), number > 0 else {
      throw failure(node.span, "`\(name)` is a whole number above 0")
    }
    return number
  }

  func tls(_ node: Node?) throws -> MailServer.TLS {
    guard let node else { return .required }
    switch node.scalar?.text {
    case "required": return .required
    case "none": return .none
    default:
      throw failure(node.span, "`tls` is `required` or, for a server on this machine, `none`")
    }
  }

  /// Seconds by name; what is not given keeps its usual limit.
  func timeouts(_ node: Node?) throws -> MailTimeouts {
    var timeouts = MailTimeouts()
    guard let node else { return timeouts }
    try check(node, of: "timeouts", ["connect", "reply", "message", "farewell"])
    if let value = node["connect"] { timeouts.connect = try number(value, "connect") }
    if let value = node["reply"] { timeouts.reply = try number(value, "reply") }
    if let value = node["message"] { timeouts.message = try number(value, "message") }
    if let value = node["farewell"] { timeouts.farewell = try number(value, "farewell") }
    return timeouts
  }

  /// Where the password is kept; one that is written here is refused, and not shown.
  func password(_ node: Node) throws -> PasswordSource {
    guard node.mapping != nil else {
      throw failure(
        node.span,
        "`password` never stands in this file: write `{ env: NAME }`, `{ file: PATH }` or `{ command: … }`, and "
          + "change a password that stood here")
    }
    try check(node, of: "password", ["env", "file", "command"])
    guard let entry = node.mapping?.first, node.mapping?.count == 1 else {
      throw failure(node.span, "`password` has one of `env`, `file` and `command`")
    }
    return switch entry.name {
    case "env": .environment(name: try text(entry.value, "env"))
    case "file": .file(path: try path(entry.value, "file"))
    default: .command(try text(entry.value, "command"))
    }
  }
}
