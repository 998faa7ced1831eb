/// A password or key: it is given to a server, and shows itself nowhere else.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The password itself: for who gives it to a server.
  package let text: String

  /// A secret of that text.
  package init(_ text: String) { self.text = text }

  /// Never the text.
  package var description: String { "(secret)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// A server's words without the secret, should the server have repeated it, plain or as it was sent.
  func removed(from reply: String, user: String?) -> String {
    guard !text.isEmpty else { return reply }
    let sent = [
      text, Base64.encoded(Array(text.utf8)),
      Base64.encoded([0] + Array((user ?? "").utf8) + [0] + Array(text.utf8)),
    ]
    return sent.reduce(reply) { reply, form in
      reply.split(separator: form, omittingEmptySubsequences: false)
        .joined(separator: description)
    }
  }
}
