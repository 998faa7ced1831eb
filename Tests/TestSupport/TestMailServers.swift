import Foundation

/// A way to a server that breaks off after so many bytes of what the server says.
package struct CutLine {
  private let proxy: ServedProgram
  private let file: URL

  fileprivate init(_ port: String) throws {
    file = FileManager.default.temporaryDirectory.appendingPathComponent("duly-cut-\(UUID().uuidString)")
    proxy = try ServedProgram(
      "cutting-proxy.py", [try TestMailServers.postfix().setting(port), file.path])
  }

  /// The port at which it listens.
  package var port: String { get throws { try proxy.setting("port") } }

  /// From the next connection on it breaks off after so many bytes; nil for never.
  package func cut(after bytes: Int?) throws {
    try Data((bytes.map { "\($0)" } ?? "").utf8).write(to: file)
  }
}

/// The mail servers of `Tests/Servers`, started once for all tests of a process, and gone when it ends.
package enum TestMailServers {
  /// True where they can run: Postfix wants root, and the script knows Debian.
  package static let canRun: Bool = {
    #if os(Linux)
      geteuid() == 0 && FileManager.default.fileExists(atPath: "/usr/bin/apt-get")
    #else
      false
    #endif
  }()

  /// Said by the tests that are skipped without them.
  package static let need = "a mail server for tests needs root and Debian's packages"

  /// What a connection to the misbehaving server does, each on a port of its own; `good` is there besides.
  package static let behaviours = [
    "greeting-554", "greeting-421", "ehlo-silent", "starttls-454", "auth-535", "auth-echo", "mail-550",
    "mail-530",
    "mail-421", "quit-silent", "tls-none", "tls-elsewhere",
  ]

  private static let real = Result { try start() }
  private static let misbehaving = Result { try startMisbehaving() }

  /// Postfix and Dovecot; the keys of its settings are those that `mail-server` prints.
  package static func postfix() throws -> ServedProgram { try real.get() }

  /// The misbehaving one: its settings are the ports of its behaviours.
  package static func misbehavingServer() throws -> ServedProgram { try misbehaving.get() }

  /// The folder of the real server, which goes with it.
  private static let folder = NSTemporaryDirectory() + "duly-ms-\(getpid())"

  /// The folder of the misbehaving server, with its log, its messages and its certificates.
  package static let misbehavingFolder = folder + "/misbehaving"

  private static func start() throws -> ServedProgram {
    try ServedProgram("mail-server", ["serve", folder])
  }

  private static func startMisbehaving() throws -> ServedProgram {
    // It shows the certificates of the real one, which has to be there first.
    let folder = try postfix().setting("folder")
    try FileManager.default.createDirectory(atPath: misbehavingFolder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: folder + "/tls", toPath: misbehavingFolder + "/tls")
    return try ServedProgram("misbehaving-mail-server.py", [misbehavingFolder] + behaviours)
  }

  /// A way to the real server's port of that name (`imap`, `imaps`) that breaks off where it is told to.
  package static func cut(_ port: String) throws -> CutLine { try CutLine(port) }

  /// Gives a mail to the real server as another server on the net does: without encryption or password.
  package static func deliver(_ mails: [String], to recipient: String) throws {
    let script = """
      import smtplib, sys
      server = smtplib.SMTP("127.0.0.1", int(sys.argv[1]))
      for mail in sys.stdin.buffer.read().split(b"\\0"):
        server.sendmail("somebody@customer.test", [sys.argv[2]], mail)
      server.quit()
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", script, try postfix().setting("plain"), recipient]
    let input = Pipe()
    process.standardInput = input
    try process.run()
    let whole = mails.joined(separator: "\0").replacingOccurrences(of: "\r\n", with: "\n")
    try input.fileHandleForWriting.write(
      contentsOf: Data(whole.replacingOccurrences(of: "\n", with: "\r\n").utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ServedProgram.NotStarted(description: "the server did not take a mail")
    }
  }

  /// The messages that the real server has put into the mailbox of an address.
  ///
  /// - Parameter count: Waits until so many are there, a minute at most: delivery follows the server's answer.
  package static func mailbox(_ address: String, count: Int) async throws -> [Data] {
    let parts = address.split(separator: "@")
    guard parts.count == 2 else { return [] }
    let folder = try postfix().setting("folder") + "/mail/\(parts[1])/\(parts[0])/new"
    let deadline = Date(timeIntervalSinceNow: 60)
    var names: [String] = []
    var isLast = false
    repeat {
      // Where tests queue up a short sleep can outlast the deadline, so one look follows it.
      isLast = Date() >= deadline
      names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      if names.count < count, !isLast { try await Task.sleep(for: .milliseconds(20)) }
    } while names.count < count && !isLast
    return try names.sorted().map { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")) }
  }

  /// The lines of the misbehaving server's log that are about a recipient.
  package static func log(of recipient: String) throws -> [[String: Any]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: misbehavingFolder + "/log.jsonl"))
    return try data.split(separator: 10).compactMap { line in
      let entry = try JSONSerialization.jsonObject(with: line) as? [String: Any]
      let recipients = (entry?["to"] as? [String]) ?? (entry?["to"] as? String).map { [$0] } ?? []
      return recipients.contains(recipient) ? entry : nil
    }
  }
}
