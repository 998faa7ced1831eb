/// What the end of a transfer proves: a pure judgement, so that every row of it can be tested without a server.
///
/// What decides is whether the last byte had been handed to curl. Before that the final dot cannot have left, so
/// nobody has the message. After it only the server's own answer says anything.
/// Source: RFC 5321, 4.2.5 and 6.1: a server that has answered the final dot with 250 has taken the message on.
enum SendProof: Equatable {
  case accepted(reply: String)
  case refused(SMTPConversation.Reply)
  case notSent(reason: String)
  /// The connection that was kept from an earlier message was dead; nobody has this one.
  case deadConnection
  case unknown(reason: String)

  init(_ result: TransferResult) {
    let conversation = result.conversation
    let reply = conversation.lastReply
    guard conversation.hasHandedOver else {
      self = Self.beforeTheEnd(result, reply)
      return
    }
    // The answer counts, whatever became of the connection after it.
    guard let reply, reply.step == .message else {
      self = .unknown(reason: Self.unanswered(result))
      return
    }
    switch reply.code {
    case 200..<300: self = .accepted(reply: reply.text)
    case 400..<600: self = .refused(reply)
    default: self = .unknown(reason: "the server answered the message with \(reply.text)")
    }
  }

  private static func beforeTheEnd(_ result: TransferResult, _ reply: SMTPConversation.Reply?) -> SendProof {
    guard let reply else {
      let mayBeDead = !result.isNewConnection && (result.ending == .broken || result.ending == .other)
      return mayBeDead ? .deadConnection : .notSent(reason: reason(result))
    }
    // A server that has waited too long says so and leaves; a new connection is as good as the first.
    if reply.code == 421, !result.isNewConnection, reply.step == .opening || reply.step == .sender {
      return .deadConnection
    }
    guard (400..<600).contains(reply.code) else { return .notSent(reason: reason(result)) }
    switch reply.step {
    case .opening: return .notSent(reason: "the server does not work with us: \(reply.text)")
    case .authentication:
      return .notSent(reason: "the server did not accept the user and password: \(reply.text)")
    // It has nothing against the message: it wants to know first who we are.
    case .sender where [530, 534, 535, 538].contains(reply.code):
      return .notSent(reason: "the server wants a user and password: \(reply.text)")
    case .sender, .recipient, .data, .message, .farewell: return .refused(reply)
    }
  }

  private static func unanswered(_ result: TransferResult) -> String {
    switch result.ending {
    case .timedOut: "the whole message had left, and the server did not answer in time"
    default: "the whole message had left, and the connection ended without an answer (\(result.explanation))"
    }
  }

  private static func reason(_ result: TransferResult) -> String {
    let words = result.explanation
    return switch result.ending {
    case .completed: "the server was not asked to take the message"
    case .unreachable: "the server cannot be reached: \(words)"
    case .noTLS: "the server does not encrypt the connection, so nothing was sent: \(words)"
    case .untrustedCertificate: "the server's certificate proves nothing, so nothing was sent: \(words)"
    case .unusableCAFile: "the file of certificates to trust cannot be used: \(words)"
    case .loginDenied:
      "the server did not accept the user and password, or offers no way to give them: \(words)"
    case .timedOut: "the server did not answer in time: \(words)"
    case .broken: "the connection broke off before the whole message had left: \(words)"
    case .other: "the message could not be given to the server: \(words)"
    }
  }
}
