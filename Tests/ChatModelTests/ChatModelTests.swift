import ChatModel
import Foundation
import Mail
import TestSupport
import Testing

/// Asking a model over HTTP: what is said to its server, and that nothing it does can hold, flood or divert a run.
@Suite struct ChatModelTests {
  private func model(
    _ server: TestChatModel, _ name: String = "small", key: String? = nil, scheme: String = "http",
    caFile: String? = nil, timeout: Int = 300
  ) throws -> ChatModel {
    try ChatModel(
      url: "\(scheme)://localhost:\(server.port)/v1", name: name, key: key.map { Secret($0) }, caFile: caFile,
      timeout: timeout)
  }

  private func failure(_ model: ChatModel) -> String? {
    do throws(ChatModel.Failure) {
      _ = try model.answer(instructions: "read", text: "mail")
      return nil
    } catch {
      return error.message
    }
  }

  @Test func `it is asked as the interface says, and its words are handed back`() throws {
    let server = try TestChatModel()
    try server.set("small", ["content": "ünïcode \"words\"\n{}"])
    let words = try model(server, key: "k-1").answer(instructions: "Read.", text: "a \"mail\"\n\u{1F}")
    #expect(words == "ünïcode \"words\"\n{}")
    let request = try #require(try server.requests().first)
    #expect(request["path"] as? String == "/v1/chat/completions")
    #expect(request["authorization"] as? String == "Bearer k-1")
    let body = try #require(request["body"] as? [String: Any])
    #expect(body["model"] as? String == "small" && body["temperature"] as? Int == 0)
    #expect((body["response_format"] as? [String: String]) == ["type": "json_object"])
    let messages = try #require(body["messages"] as? [[String: String]])
    #expect(
      messages == [
        ["role": "system", "content": "Read."], ["role": "user", "content": "a \"mail\"\n\u{1F}"],
      ])
    _ = try model(server).answer(instructions: "", text: "")
    #expect(try server.requests().last?["authorization"] is NSNull)
  }

  @Test(
    arguments: [
      (["status": 500, "body": "no"], "its server answered with 500"),
      (["status": 401, "body": "{}"], "its server answered with 401"),
      (["body": "<html>"], "its server answered with something that is no chat completion"),
      (["body": "{\"choices\":[]}"], "its server gave an answer without words"),
      (["status": 302, "body": "", "location": "/v1/elsewhere"], "its server answered with 302"),
    ] as [([String: any Sendable], String)])
  func `what is no answer is one sentence`(_ way: [String: any Sendable], _ expected: String) throws {
    let server = try TestChatModel()
    try server.set("small", way)
    #expect(failure(try model(server, key: "k-secret")) == expected)
    // A redirect is followed nowhere.
    #expect(try server.requests().count == 1)
  }

  @Test func `a server that goes on without end, or says nothing, is given up`() throws {
    let server = try TestChatModel()
    try server.set("flood", ["flood": true])
    try server.set("mute", ["silent": true])
    #expect(failure(try model(server, "flood")) == "its server answered with more than 1048576 bytes")
    #expect(failure(try model(server, "mute", timeout: 1)) == "its server did not answer in time")
  }

  @Test func `nobody is there`() throws {
    let port = try TestChatModel().port
    // A port of which nobody listens any more cannot be had for certain; port 1 needs root to be listened on.
    #expect(port != "1")
    let message = failure(try ChatModel(url: "http://127.0.0.1:1/v1", name: "small", key: nil))
    #expect(message == "its server cannot be reached")
  }

  @Test(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
  func `a server that cannot prove who it is is told nothing`() throws {
    let folder = try TestMailServers.postfix().setting("folder") + "/tls"
    let server = try TestChatModel(tls: ("\(folder)/server.pem", "\(folder)/server.key"))
    try server.set("small", ["content": "here"])
    #expect(
      failure(try model(server, key: "k", scheme: "https"))
        == "its server has a certificate that proves nothing, so it was told nothing")
    #expect(try server.requests().isEmpty)
    let trusted = try model(server, key: "k", scheme: "https", caFile: "\(folder)/ca.pem")
    #expect(try trusted.answer(instructions: "", text: "") == "here")
  }

  @Test(arguments: [
    ("ftp://model.example/v1", "the url is not of the form `https://host/v1`"),
    ("https://key@model.example/v1", "the url holds an `@` or a blank: the key is given as `key`"),
    (
      "http://model.example/v1",
      "`http://` is for a server on this machine, at 127.0.0.1, [::1] or localhost: write `https://`"
    ),
    (
      "http://127.0.0.1.model.example/v1",
      "`http://` is for a server on this machine, at 127.0.0.1, [::1] or localhost: write `https://`"
    ),
    (
      "http://localhost.model.example/v1",
      "`http://` is for a server on this machine, at 127.0.0.1, [::1] or localhost: write `https://`"
    ),
  ])
  func `an address that would tell a mail to anybody is refused`(_ url: String, _ expected: String) {
    do throws(ChatModel.Failure) {
      _ = try ChatModel(url: url, name: "small", key: Secret("k"))
      Issue.record("taken: \(url)")
    } catch {
      #expect(error.message == expected)
    }
  }

  @Test(arguments: ["http://127.0.0.1:8080/v1", "http://[::1]:8080/v1/", "https://model.example/v1"])
  func `an address of this machine or with TLS is taken`(_ url: String) throws {
    #expect(try ChatModel(url: url, name: "small", key: nil).name == "small")
  }
}
