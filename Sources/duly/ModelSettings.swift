import ChatModel
import Execution
import Mail
import PolicySyntax

/// The `model` of an inbox: a language model that may propose what a mail says; its key is fetched only when it is asked.
struct ModelSettings {
  private let url: String
  private let name: String
  private let key: PasswordSource?
  private let caFile: String?
  private let timeout: Int
  private let limits: ProposalLimits

  /// Reads `model`.
  ///
  /// - Throws: `Failure` with the place, and never with a value that could be a secret.
  init(_ node: Node, _ reader: MailSettingsReader) throws {
    try reader.check(node, of: "model", ["url", "name", "key", "ca_file", "timeout", "at_most"])
    guard let url = node["url"], let name = node["name"] else {
      throw reader.failure(node.span, "`model` has no `url` and `name`")
    }
    self.url = try reader.text(url, "url")
    self.name = try reader.text(name, "name")
    key = try node["key"].map { try reader.password($0) }
    caFile = try node["ca_file"].map { try reader.path($0, "ca_file") }
    timeout = try node["timeout"].map { try reader.number($0, "timeout") } ?? 20
    limits =
      try node["at_most"].map { ProposalLimits(mails: try reader.number($0, "at_most")) } ?? ProposalLimits()
    do throws(ChatModel.Failure) {
      // What is wrong with it is said now, not when a mail has come in.
      _ = try model(nil)
    } catch {
      throw reader.failure(url.span, error.message)
    }
  }

  /// The model with its key.
  func model() throws -> ProposingModel {
    do {
      return ProposingModel(model: try model(try key?.read()), limits: limits)
    } catch let error as MailError {
      throw Failure(error.message)
    } catch let error as ChatModel.Failure {
      throw Failure(error.message)
    }
  }

  private func model(_ key: Secret?) throws(ChatModel.Failure) -> ChatModel {
    try ChatModel(url: url, name: name, key: key, caFile: caFile, timeout: timeout)
  }
}
