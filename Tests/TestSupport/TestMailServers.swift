import Foundation

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

  /// The messages that the real server has put into the mailbox of an address.
  ///
  /// - Parameter count: Waits until so many are there, 20 seconds at most: delivery follows the server's answer.
  package static func mailbox(_ address: String, count: Int) async throws -> [Data] {
    let parts = address.split(separator: "@")
    guard parts.count == 2 else { return [] }
    let folder = try postfix().setting("folder") + "/mail/\(parts[1])/\(parts[0])/new"
    let deadline = Date(timeIntervalSinceNow: 20)
    var names: [String] = []
    repeat {
      names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      if names.count < count { try await Task.sleep(for: .milliseconds(20)) }
    } while names.count < count && Date() < deadline
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
