import FoundationEssentials

/// What goes to the server and comes back from it, in JSON.
///
/// Source: the OpenAI API reference, "Create chat completion"; of an answer only what is needed is looked at.
enum ChatEnvelope {
  private struct Message: Codable {
    let role: String
    let content: String?
  }

  private struct Form: Codable {
    let type: String
  }

  private struct Request: Encodable {
    let model: String
    let messages: [Message]
    let temperature: Int
    let maxTokens: Int
    let responseFormat: Form

    enum CodingKeys: String, CodingKey {
      case model, messages, temperature
      case maxTokens = "max_tokens"
      case responseFormat = "response_format"
    }
  }

  private struct Answer: Decodable {
    struct Choice: Decodable {
      let message: Message
    }
    let choices: [Choice]
  }

  /// The bytes of a request: no creativity, and an object of JSON for an answer.
  static func request(
    _ model: ChatModel, instructions: String, text: String
  ) throws(ChatModel.Failure) -> [UInt8] {
    let request = Request(
      model: model.name,
      messages: [
        Message(role: "system", content: instructions), Message(role: "user", content: text),
      ], temperature: 0, maxTokens: ChatModel.answerTokens, responseFormat: Form(type: "json_object"))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      return Array(try encoder.encode(request))
    } catch {
      throw ChatModel.Failure(message: "what it was to be asked cannot be written as JSON")
    }
  }

  /// The words of the first answer.
  static func words(_ bytes: [UInt8]) throws(ChatModel.Failure) -> String {
    do {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(bytes))
      if let words = answer.choices.first?.message.content { return words }
    } catch {
      throw ChatModel.Failure(message: "its server answered with something that is no chat completion")
    }
    throw ChatModel.Failure(message: "its server gave an answer without words")
  }
}
