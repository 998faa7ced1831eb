import Testing

@testable import Mail

@Suite struct MailServerTests {
  @Test(arguments: [
    ("smtp://mail.acme.example", "smtp://mail.acme.example:587"),
    ("smtps://mail.acme.example", "smtps://mail.acme.example:465"),
    ("SMTP://Mail.Acme.Example:25/", "smtp://mail.acme.example:25"),
    ("smtp://[2001:db8::1]:2525", "smtp://[2001:db8::1]:2525"), ("smtp://192.0.2.1", "smtp://192.0.2.1:587"),
  ]) func `an address is read with the port that is usual`(written: String, meant: String) throws {
    #expect(try MailServer(url: written).url == meant)
  }

  @Test(arguments: [
    "", "mail.acme.example", "http://mail.acme.example", "smtp://", "smtp://a b",
    "smtp://mail.acme.example:0",
    "smtp://mail.acme.example:99999", "smtp://mail.acme.example:25x", "smtp://mail.acme.example/path",
    "smtp://mail.acme.example?x", "smtp://owner:secret-word@mail.acme.example", "smtp://m\u{FC}ller.example",
    "smtp://a\r\nb.example", "smtp://[::1", "smtp://[x]:25",
  ]) func `what is no server's address is refused, and not repeated`(url: String) {
    let error = #expect(throws: MailError.self) { try MailServer(url: url) }
    #expect(error?.code == .unusableServer)
    #expect(error?.message.contains("secret-word") == false)
  }

  @Test(arguments: ["127.0.0.1", "127.8.8.8", "localhost", "[::1]"])
  func `a server on this machine may be plain`(host: String) throws {
    #expect(try MailServer(url: "smtp://\(host):25", tls: .none).tls == .none)
  }

  @Test(arguments: [
    "smtp://mail.acme.example", "smtp://128.0.0.1", "smtp://127.0.0.1.example", "smtp://localhost.example",
    "smtps://127.0.0.1", "smtp://127.0.0",
  ]) func `no other server may`(url: String) {
    #expect(throws: MailError.self) { try MailServer(url: url, tls: .none) }
  }

  @Test func `a user needs a password, and limits are numbers that make sense`() {
    let url = "smtp://mail.acme.example"
    #expect(throws: MailError.self) { try MailServer(url: url, user: "owner") }
    #expect(throws: MailError.self) { try MailServer(url: url, password: Secret("x")) }
    #expect(throws: MailError.self) { try MailServer(url: url, user: "a\0b", password: Secret("x")) }
    #expect(throws: MailError.self) { try MailServer(url: url, messagesPerMinute: 0) }
    #expect(throws: MailError.self) { try MailServer(url: url, timeouts: MailTimeouts(reply: 0)) }
  }

  @Test func `a secret shows itself nowhere`() throws {
    let server = try MailServer(
      url: "smtp://mail.acme.example", user: "owner", password: Secret("secret-word"))
    var dumped = ""
    dump(server, to: &dumped)
    #expect(!"\(server) \(String(reflecting: server)) \(dumped)".contains("secret-word"))
  }
}
