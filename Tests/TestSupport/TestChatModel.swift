import Foundation

/// A server of chat completions for a test, whose models answer what the test says.
package final class TestChatModel {
  private let server: ServedProgram
  private let folder: URL

  /// - Parameter tls: Files of a certificate and its key; nil for a server without TLS.
  package init(tls: (certificate: String, key: String)? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("duly-chat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    server = try ServedProgram("chat-model.py", [folder.path] + (tls.map { [$0.certificate, $0.key] } ?? []))
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch {
      print("left behind \(folder.path): \(error)")
    }
  }

  package var port: String { get throws { try server.setting("port") } }

  /// From now on a model answers so: the keys are those of the program.
  package func set(_ model: String, _ way: [String: Any]) throws {
    try JSONSerialization.data(withJSONObject: way).write(to: folder.appendingPathComponent("\(model).json"))
  }

  /// From now on a model answers with an object of JSON.
  package func set(_ model: String, says: [String: Any]) throws {
    let content = String(decoding: try JSONSerialization.data(withJSONObject: says), as: UTF8.self)
    try set(model, ["content": content])
  }

  /// What was asked so far, in order.
  package func requests() throws -> [[String: Any]] {
    guard let text = try? String(contentsOf: folder.appendingPathComponent("requests.jsonl"), encoding: .utf8)
    else { return [] }
    return try text.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }
}
