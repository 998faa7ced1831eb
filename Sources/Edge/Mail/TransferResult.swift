/// What curl says about one message, and what passed with the server: all that a judgement needs, as a value.
struct TransferResult {
  /// The reasons of curl that are told apart.
  enum Ending: Hashable {
    case completed
    case unreachable
    case noTLS
    case untrustedCertificate
    case unusableCAFile
    case loginDenied
    case timedOut
    case broken
    case other
  }

  let ending: Ending
  /// Curl's own words.
  let explanation: String
  /// False where a connection of an earlier message was used.
  let isNewConnection: Bool
  let conversation: SMTPConversation
}
