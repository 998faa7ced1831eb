import Mail
import PolicySyntax

extension MailSettingsReader {
  /// Seconds by name; what is not given keeps its usual limit.
  func mailboxTimeouts(_ node: Node?) throws -> MailboxTimeouts {
    var timeouts = MailboxTimeouts()
    guard let node else { return timeouts }
    try check(node, of: "timeouts", ["connect", "reply", "command", "reading", "farewell"])
    if let value = node["connect"] { timeouts.connect = try number(value, "connect") }
    if let value = node["reply"] { timeouts.reply = try number(value, "reply") }
    if let value = node["command"] { timeouts.command = try number(value, "command") }
    if let value = node["reading"] { timeouts.reading = try number(value, "reading") }
    if let value = node["farewell"] { timeouts.farewell = try number(value, "farewell") }
    return timeouts
  }
}
