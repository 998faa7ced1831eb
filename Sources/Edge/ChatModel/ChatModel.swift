import Mail

/// A language model behind an endpoint in the style of OpenAI's chat completions, as many servers speak it (OpenAI,
/// Mistral, vLLM, llama.cpp, Ollama).
///
/// It is asked and its words are handed back: what they are worth is for others to judge.
package struct ChatModel: Sendable {
  /// What went wrong, in one sentence; never with the key or the text that was asked about.
  package struct Failure: Error, Equatable, Sendable {
    package let message: String
  }

  /// The model's name, as the server knows it.
  package let name: String
  let url: String
  let key: Secret?
  /// A file of certificates to trust in place of the system's; nil for those.
  let caFile: String?
  /// The longest that one answer may take, in seconds.
  let timeout: Int

  private static let path = "/chat/completions"
  /// The most bytes of an answer.
  static let answerBytes = 1 << 20
  /// The most words (tokens) of an answer that are asked for.
  static let answerTokens = 400

  /// A model.
  ///
  /// - Parameters:
  ///   - url: The base of the interface, `https://host/v1`; `http://` only for a server on this machine.
  ///   - key: Sent as a bearer token; nil where the server asks for none.
  ///   - timeout: Seconds, from 1 to 300.
  /// - Throws: `Failure` where the address cannot be meant; never with what was written, which may hold a secret.
  package init(
    url: String, name: String, key: Secret?, caFile: String? = nil, timeout: Int = 20
  ) throws(Failure) {
    let address = url.hasSuffix("/") ? String(url.dropLast()) : url
    let isEncrypted = address.hasPrefix("https://")
    guard isEncrypted || address.hasPrefix("http://") else {
      throw Failure(message: "the url is not of the form `https://host/v1`")
    }
    guard !address.contains("@"), !address.utf8.contains(where: { $0 <= 32 || $0 == 127 }) else {
      throw Failure(message: "the url holds an `@` or a blank: the key is given as `key`")
    }
    guard isEncrypted || Self.isOfThisMachine(address) else {
      throw Failure(
        message:
          "`http://` is for a server on this machine, at 127.0.0.1, [::1] or localhost: write `https://`")
    }
    guard (1...300).contains(timeout) else {
      throw Failure(message: "`timeout` is from 1 to 300 seconds")
    }
    self.url = address.hasSuffix(Self.path) ? address : address + Self.path
    self.name = name
    self.key = key
    self.caFile = caFile
    self.timeout = timeout
  }

  private static func isOfThisMachine(_ address: String) -> Bool {
    let place = address.dropFirst("http://".count).prefix { $0 != "/" }
    let host = place.hasPrefix("[") ? place.prefix { $0 != "]" } + "]" : place.prefix { $0 != ":" }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return host == "localhost" || host == "[::1]"
      || numbers.count == 4 && numbers.first == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }

  /// Asks, and waits for the answer; the calling thread waits.
  ///
  /// - Parameters:
  ///   - instructions: What the model is to do.
  ///   - text: What it is asked about.
  /// - Returns: The words of the first answer.
  /// - Throws: `Failure` where there is none within the time limit.
  package func answer(instructions: String, text: String) throws(Failure) -> String {
    let body = try ChatEnvelope.request(self, instructions: instructions, text: text)
    let (status, answer) = try HTTPExchange.post(body, to: self)
    guard status == 200 else { throw Failure(message: "its server answered with \(status)") }
    return try ChatEnvelope.words(answer)
  }
}
